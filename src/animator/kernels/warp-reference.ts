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

/** One number a pixel. */
interface BytePlane {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** The kernel's drawing in plain words, slow and clear: what the tests hold the kernel against (within 1 grey level). */
export function warpReference({ widthPixels, heightPixels, grid, figure, plate, map }: WarpInput): Uint8Array {
  const front = planesOf(figure, widthPixels, heightPixels);
  const back = planesOf(plate, widthPixels, heightPixels);
  const warped = (plane: BytePlane, opaque: BytePlane, behind: BytePlane): Uint8Array => {
    // a pixel of a plane at half size lies in the middle of four pixels of the picture
    const scale = widthPixels / plane.width;
    return behind.values.map((value, index) => {
      const [column, row] = [index % plane.width, Math.floor(index / plane.width)];
      const shiftOf = (x: number): [number, number] =>
        shiftAt(grid, map, scale * x + (scale - 1) / 2, scale * row + (scale - 1) / 2);
      const isShared = isCalm(
        grid,
        map,
        Math.floor((scale * column) / CELL_PIXELS),
        Math.floor((scale * row) / CELL_PIXELS),
      );
      const [right, down] = shiftOf(isShared ? column - (column % 4) + 1.5 : column);
      const [x, y] = [column + right / scale, row + down / scale];
      const share = Math.min(1, Math.max(0, bicubic(opaque, x, y) / 255));
      return Math.min(255, Math.max(0, Math.round(value + share * (bicubic(plane, x, y) - value))));
    });
  };
  return Uint8Array.from([
    ...warped(front.luma, front.alpha, back.luma),
    ...warped(front.blue, front.halfAlpha, back.blue),
    ...warped(front.red, front.halfAlpha, back.red),
  ]);
}

/** RGBA as the planes of I420 (ITU-R BT.709, limited range), and its opacity at both sizes. */
function planesOf(rgba: Uint8Array, width: number, height: number) {
  const full = (levelOf: (red: number, green: number, blue: number, alpha: number) => number): BytePlane => ({
    width,
    height,
    values: Uint8Array.from({ length: width * height }, (_, i) =>
      Math.round(levelOf(rgba[i * 4]!, rgba[i * 4 + 1]!, rgba[i * 4 + 2]!, rgba[i * 4 + 3]!)),
    ),
  });
  const half = (levelOf: (red: number, green: number, blue: number, alpha: number) => number): BytePlane => ({
    width: width / 2,
    height: height / 2,
    values: Uint8Array.from({ length: (width * height) / 4 }, (_, i) => {
      const at = (2 * Math.floor(i / (width / 2)) * width + 2 * (i % (width / 2))) * 4;
      const mean = (channel: number): number =>
        [0, 4, width * 4, width * 4 + 4].reduce((sum, step) => sum + rgba[at + step + channel]!, 0) / 4;
      return Math.round(levelOf(mean(0), mean(1), mean(2), mean(3)));
    }),
  });
  const lumaOf = (red: number, green: number, blue: number): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return {
    luma: full((red, green, blue) => 16 + (219 / 255) * lumaOf(red, green, blue)),
    alpha: full((_red, _green, _blue, alpha) => alpha),
    blue: half((red, green, blue) => 128 + ((224 / 255) * (blue - lumaOf(red, green, blue))) / 1.8556),
    red: half((red, green, blue) => 128 + ((224 / 255) * (red - lumaOf(red, green, blue))) / 1.5748),
    halfAlpha: half((_red, _green, _blue, alpha) => alpha),
  };
}

/** Whether shifts hardly change along a cell: four neighbours then share the one in their middle. */
function isCalm({ columns }: RigGrid, map: Float32Array, column: number, row: number): boolean {
  const node = row * columns + column;
  const growth = [node, node + columns].flatMap((left) =>
    [0, 1].map((part) => map[left * 2 + 2 + part]! - map[left * 2 + part]!),
  );
  return growth.every((pixels) => Math.abs(pixels) <= CELL_PIXELS / 64);
}

/** Source minus destination at a place of the picture, bilinear inside each cell. */
function shiftAt(grid: RigGrid, map: Float32Array, x: number, y: number): [right: number, down: number] {
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
  return [shift(0), shift(1)];
}

function bicubic({ width, height, values }: BytePlane, x: number, y: number): number {
  const stepX = Math.round(x * PHASES);
  const stepY = Math.round(y * PHASES);
  const [left, top] = [Math.floor(stepX / PHASES), Math.floor(stepY / PHASES)];
  const across = tapWeights(stepX - left * PHASES);
  const down = tapWeights(stepY - top * PHASES);
  let sum = 0;
  for (let j = 0; j < 4; j++) {
    for (let i = 0; i < 4; i++) {
      const px = Math.min(width - 1, Math.max(0, left + i - 1));
      const py = Math.min(height - 1, Math.max(0, top + j - 1));
      sum += (across[i]! / 16384) * (down[j]! / 16384) * values[py * width + px]!;
    }
  }
  return sum;
}

/** A picture as an I420 frame, in plain words. */
export function i420Reference(rgba: Uint8Array, widthPixels: number, heightPixels: number): Uint8Array {
  const { luma, blue, red } = planesOf(rgba, widthPixels, heightPixels);
  return Uint8Array.from([...luma.values, ...blue.values, ...red.values]);
}
