import type { Canvas } from '../../domain/picture/canvas.ts';
import { smoothstep } from '../plane.ts';
import { overNodes, type RigGrid, rigGridOf } from './rig-grid.ts';

/** How a picture without a face moves: a weight per node for swaying and one for breathing. */
export interface StillRig {
  readonly grid: RigGrid;
  /** Pixels to the right when the pose's head would be turned by 10 degrees. */
  readonly sway: Float32Array;
  /** Pixels up at a full breath. */
  readonly rise: Float32Array;
}

/** Parts of the picture's width and height. */
const LARGEST_SWAY = 0.009;
const LARGEST_RISE = 0.011;

/**
 * A figure that stands out sways and rises from its foot, in front of a background that stands still; a picture in one piece
 * moves in its middle only, so that its borders keep still.
 */
export function buildStillRig({ widthPixels, heightPixels }: Canvas, separated: boolean): StillRig {
  const grid = rigGridOf(widthPixels, heightPixels);
  const weight = separated
    ? (_: number, y: number): number => 1 - smoothstep(0.15 * heightPixels, heightPixels, y)
    : (x: number, y: number): number =>
        1 - smoothstep(0.15, 0.95, Math.hypot((2 * x) / widthPixels - 1, (2 * y) / heightPixels - 1));
  return {
    grid,
    sway: overNodes(grid, (x, y) => LARGEST_SWAY * widthPixels * weight(x, y) * borderWeight(x, widthPixels)),
    rise: overNodes(grid, (x, y) => LARGEST_RISE * heightPixels * weight(x, y) * borderWeight(y, heightPixels)),
  };
}

/** 0 at both borders, 1 from 8 % on. */
function borderWeight(position: number, size: number): number {
  return smoothstep(0, 0.08 * size, position) * smoothstep(0, 0.08 * size, size - 1 - position);
}
