import { z } from 'zod';
import type { MotionPresetId } from '../../domain/motion/presets.ts';
import type { MotionStrength } from '../../domain/motion/strength.ts';

/** Who moves, in which order, how large, and what stays: the words a video model gets for each motion. */
export interface MotionPrompts {
  /** Grows with every change of the words, so that results can be compared. */
  readonly version: number;
  /** `beats` is one or two short sentences. `cameraFixed` also asks by the parameter, where a model has one. */
  readonly presets: Readonly<Record<MotionPresetId, { readonly beats: string; readonly cameraFixed: boolean }>>;
  readonly strength: Readonly<Record<MotionStrength, string>>;
  /** Before every motion: who. */
  readonly subject: string;
  /** After every motion: what must not change. */
  readonly keeps: string;
}

export const PROMPTS: MotionPrompts = {
  version: 1,
  subject: 'The character in the picture',
  presets: {
    'gentle-movement': {
      beats: 'breathes calmly, sways a little and blinks once. Hair and clothes drift softly. Quiet, tender mood.',
      cameraFixed: true,
    },
    'turn-to-camera': {
      beats: 'turns the head towards the camera and then meets the gaze with a hint of a smile. Curious mood.',
      cameraFixed: true,
    },
    'hair-in-wind': {
      beats: 'stays still while a light wind lifts the hair, then lets it settle. Romantic mood, soft light.',
      cameraFixed: true,
    },
    'smile-and-blink': {
      beats: 'looks into the camera, blinks once and then smiles warmly with closed lips. Friendly mood.',
      cameraFixed: true,
    },
    'wave-hello': {
      beats: 'lifts one hand into the picture, waves hello twice and smiles. Playful mood.',
      cameraFixed: true,
    },
    breathing: {
      beats: 'breathes slowly, shoulders and chest rise and sink, the gaze rests. Intimate, very calm mood.',
      cameraFixed: true,
    },
    'look-around': {
      beats: 'looks slowly to one side, then to the other, and comes back to the camera. Attentive mood.',
      cameraFixed: true,
    },
  },
  strength: {
    subtle: 'The movement is small and slow.',
    normal: 'The movement is natural.',
    lively: 'The movement is clear and lively.',
  },
  keeps:
    'The camera does not move. Face, hair, clothes, background and drawing style stay exactly as in the picture. Mouth closed, no talking, no text, no cuts.',
};

const words = z.string().trim().min(1).max(600);
const preset = z.strictObject({ beats: words, cameraFixed: z.boolean() });

/** A file of an operator's with other words: any part may be left out, and stays as it is shipped. */
const PromptsFile = z.strictObject({
  version: z.number().int().positive(),
  subject: words.optional(),
  keeps: words.optional(),
  strength: z.strictObject({ subtle: words, normal: words, lively: words }).partial().optional(),
  presets: z
    .partialRecord(z.enum(Object.keys(PROMPTS.presets) as [MotionPresetId, ...MotionPresetId[]]), preset)
    .optional(),
});

/**
 * Reads an operator's file.
 *
 * @throws SyntaxError or z.ZodError saying what is wrong with it
 */
export function readPrompts(json: string): MotionPrompts {
  const { version, subject, keeps, strength, presets } = PromptsFile.parse(JSON.parse(json));
  return {
    version,
    subject: subject ?? PROMPTS.subject,
    keeps: keeps ?? PROMPTS.keeps,
    strength: { ...PROMPTS.strength, ...(strength as Partial<MotionPrompts['strength']>) },
    presets: { ...PROMPTS.presets, ...(presets as Partial<MotionPrompts['presets']>) },
  };
}
