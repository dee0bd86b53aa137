import { CELL_PIXELS, type RigGrid } from '../scene/rig-grid.ts';
import { PHASES, tapWeights } from './bicubic-weights.ts';

/** One picture in motion, as the reference draws it. Shapes as in `FrameKernel`, the figure without padding. */
export interface WarpInput {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly grid: RigGrid;
  readonly figure: Uint8Array;
  readonly plate: Uint8Array;
  readonly map: Float32Array;
}

/** The kernel's `drawFrame` in plain words, slow and clear: what the tests hold the kernel against (within 1 grey level). */
export function warpReference(input: WarpInput): Uint8Array {
  const { widthPixels: width, heightPixels: height } = input;
  const out = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sourceX, sourceY] = sourceOf(input, x, y);
      const [red, green, blue, alpha] = bicubic(input, sourceX, sourceY);
      const share = Math.min(1, Math.max(0, alpha / 255));
      const at = (y * width + x) * 4;
      [red, green, blue].forEach((value, channel) => {
        const behind = input.plate[at + channel]!;
        out[at + channel] = Math.min(255, Math.max(0, Math.round(behind + share * (value - behind))));
      });
      out[at + 3] = 255;
    }
  }
  return out;
}

function sourceOf({ grid, map }: WarpInput, x: number, y: number): [number, number] {
  const column = Math.floor(x / CELL_PIXELS);
  const row = Math.floor(y / CELL_PIXELS);
  const fx = x / CELL_PIXELS - column;
  const fy = y / CELL_PIXELS - row;
  const shift = (part: 0 | 1): number => {
    const at = (r: number, c: number): number => map[(r * grid.columns + c) * 2 + part]!;
    const top = at(row, column) * (1 - fx) + at(row, column + 1) * fx;
    const bottom = at(row + 1, column) * (1 - fx) + at(row + 1, column + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  };
  return [x + shift(0), y + shift(1)];
}

function bicubic(input: WarpInput, x: number, y: number): [number, number, number, number] {
  const { widthPixels: width, heightPixels: height, figure } = input;
  const stepX = Math.round(x * PHASES);
  const stepY = Math.round(y * PHASES);
  const [left, top] = [Math.floor(stepX / PHASES), Math.floor(stepY / PHASES)];
  const across = tapWeights(stepX - left * PHASES);
  const down = tapWeights(stepY - top * PHASES);
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  for (let j = 0; j < 4; j++) {
    for (let i = 0; i < 4; i++) {
      const px = Math.min(width - 1, Math.max(0, left + i - 1));
      const py = Math.min(height - 1, Math.max(0, top + j - 1));
      const weight = (across[i]! / 16384) * (down[j]! / 16384);
      for (let channel = 0; channel < 4; channel++) sums[channel]! += weight * figure[(py * width + px) * 4 + channel]!;
    }
  }
  return sums;
}
