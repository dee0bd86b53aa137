import type { Canvas } from '../../domain/picture/canvas.ts';
import { lumaAt } from '../feature-frame.ts';
import { clamp } from '../plane.ts';
import { along, type EyeShape, LID_STEPS, smoothed } from './eye-shape.ts';

/**
 * How far above the lid's edge lashes and liner reach: where the brightness, going up from the edge, has come back by three
 * quarters to that of the skin. Held between 0.08 and 0.32 eye widths, and clear of the brow.
 */
export function lashHeightOf(canvas: Canvas, shape: EyeShape): number {
  const profile = Array.from({ length: 16 }, (_, step) => {
    let sum = 0;
    // single long lashes count: the darkest third of the places
    const levels: number[] = [];
    for (let u = 0.2; u <= 0.81; u += 0.04) levels.push(lumaAt(canvas, shape, u, along(shape.upper, u) - step * 0.02));
    levels.sort((a, b) => a - b);
    for (let i = 0; i < 5; i++) sum += levels[i]!;
    return sum / 5;
  });
  const darkest = Math.min(...profile.slice(0, 6));
  const skin = Math.max(...profile);
  const from = profile.indexOf(darkest);
  const back = profile.findIndex((luma, step) => step > from && luma >= skin - 0.25 * (skin - darkest));
  const toBrow = along(shape.upper, 0.5) - along(shape.brow, 0.5);
  return clamp((back < 0 ? 15 : back) * 0.02, 0.08, clamp(toBrow - 0.1, 0.1, 0.32));
}

/** Per place along the eye: where above the lid's edge the brightness has come back by three quarters for the first time. */
export function lashReachOf(canvas: Canvas, shape: EyeShape, lashHeight: number): Float32Array {
  const steps = Math.ceil(lashHeight / 0.02) + 1;
  const reach = Float32Array.from({ length: LID_STEPS }, (_, place) => {
    const u = place / (LID_STEPS - 1);
    const edge = along(shape.upper, u);
    const profile = Array.from({ length: steps }, (_, step) => lumaAt(canvas, shape, u, edge - step * 0.02));
    const darkest = Math.min(...profile.slice(0, 5));
    const from = profile.indexOf(darkest);
    const bright = darkest + 0.75 * (Math.max(...profile) - darkest);
    const back = profile.findIndex((luma, step) => step > from && luma >= bright);
    return (back < 0 ? steps : back) * 0.02;
  });
  return smoothed(reach, 16);
}

/** The line of lashes is highest in the middle third; a little more, for its soft edge. */
export function drawnLashHeight(shape: EyeShape, lashes: Float32Array): number {
  let highest = 0;
  for (let step = 22; step <= 42; step++) highest = Math.max(highest, shape.upper[step]! - lashes[step]!);
  return clamp(highest + 0.03, 0.05, 0.32);
}
