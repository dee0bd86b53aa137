import type { ClipMotion } from '../domain/motion/clip-motion.ts';
import type { Emotion } from '../domain/motion/living-avatar.ts';
import { type CannotDo, type CustomTextReading, readCustomText } from '../domain/motion/read-custom-text.ts';
import type { MotionToPlay } from './ports/picture-animator.ts';

export type ChosenMotion =
  | {
      readonly ok: true;
      readonly motion: MotionToPlay;
      /** Parts of a custom text that will not play; empty for presets. */
      readonly notPossible: readonly CannotDo[];
    }
  | Extract<CustomTextReading, { readonly ok: false }>;

/**
 * What an engine is to play for a row of the motion sheet or a profile's loop, and for `custom` what of the text it will leave
 * out.
 *
 * @param emotion the mood of `idle`
 */
export function chooseMotion(
  motionId: Exclude<ClipMotion, 'speak'>,
  customText: string,
  emotion: Emotion = 'neutral',
): ChosenMotion {
  if (motionId === 'idle') return { ok: true, motion: { kind: 'idle', emotion }, notPossible: [] };
  if (motionId !== 'custom') return { ok: true, motion: { kind: 'preset', presetId: motionId }, notPossible: [] };
  const reading = readCustomText(customText);
  if (!reading.ok) return reading;
  return { ok: true, motion: { kind: 'custom', motion: reading.motion }, notPossible: reading.notPossible };
}
