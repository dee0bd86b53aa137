import { MOTIONS, type MotionId } from './presets.ts';

/** What a clip can play: a row of the motion sheet; or, which not every engine can, the endless loop of a profile or a voice. */
export type ClipMotion = MotionId | 'idle' | 'speak';

export const CLIP_MOTIONS: readonly ClipMotion[] = [...MOTIONS.map(({ id }) => id), 'idle', 'speak'];

const BESIDE_THE_SHEET = { idle: 'Living avatar', speak: 'Voice sync' } as const;

/** Its name for people. */
export const titleOfMotion = (motion: ClipMotion): string =>
  motion === 'idle' || motion === 'speak'
    ? BESIDE_THE_SHEET[motion]
    : (MOTIONS.find(({ id }) => id === motion)?.title ?? motion);
