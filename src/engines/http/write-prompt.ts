import type { EngineOrder } from '../../app/ports/video-engine.ts';
import type { MotionPrompts } from './prompts.ts';

type Motion = Pick<EngineOrder, 'motion' | 'strength'>;

/** The words a model gets, and whether the camera is to stand still. */
export function writePrompt(
  { motion: { id, customText }, strength }: Motion,
  { presets, subject, strength: degrees, keeps }: MotionPrompts,
): { readonly text: string; readonly cameraFixed: boolean } {
  if (id === 'idle' || id === 'speak')
    throw new Error(`an engine that does not say that it plays "${id}" was asked for it`);
  const { beats, cameraFixed } = id === 'custom' ? { beats: plainWords(customText), cameraFixed: true } : presets[id];
  const verb = id === 'custom' ? `${subject}: ` : `${subject} `;
  return { text: `${verb}${ended(beats)} ${degrees[strength]} ${keeps}`, cameraFixed };
}

const ended = (text: string): string => (/[.!?…。！？]$/.test(text) ? text : `${text}.`);

/**
 * A person's own words without what a model would take for orders: `--dur 12` in a text changes length, size and watermark of
 * a clip (1.0 and 1.5 read parameters out of the prompt), and words in double quotes are spoken.
 */
export function plainWords(text: string): string {
  return (
    text
      // also full-width dashes become plain ones, and invisible characters between dashes go
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/\p{Cc}|\p{Zl}|\p{Zp}/gu, ' ')
      .replace(/\p{Pd}{2,}|[\u2013-\u2015](?=\w)/gu, ' ')
      .replace(/\s-+(?=\w)/g, ' ')
      .replace(/["“”„«»]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
