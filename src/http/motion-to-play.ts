import type { MotionToPlay } from '../app/ports/picture-animator.ts';
import type { MotionId } from '../domain/motion/presets.ts';
import { readCustomText } from '../domain/motion/read-custom-text.ts';
import { problemResponse } from './problem.ts';

/** What the engine is to play for a motion of the sheet, or the answer that says why it cannot. */
export function motionToPlay(motion: MotionId, customText: string): MotionToPlay | Response {
  if (motion !== 'custom') return { kind: 'preset', presetId: motion };
  const reading = readCustomText(customText);
  if (reading.ok) return { kind: 'custom', motion: reading.motion };
  return problemResponse({
    code: 'custom-motion-not-understood',
    detail: reading.sentence,
    nextStep: 'Describe one or two beats, such as "nods slowly, then smiles".',
  });
}
