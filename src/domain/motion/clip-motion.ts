import { MOTIONS, type MotionId } from './presets.ts';

/** What a clip can play: a row of the motion sheet, or the endless loop of a profile, which not every engine can. */
export type ClipMotion = MotionId | 'idle';

export const CLIP_MOTIONS: readonly ClipMotion[] = [...MOTIONS.map(({ id }) => id), 'idle'];

/** Its name for people. */
export const titleOfMotion = (motion: ClipMotion): string =>
  MOTIONS.find(({ id }) => id === motion)?.title ?? 'Living avatar';
