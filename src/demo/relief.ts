import { type Point, resampled } from './curve.ts';

/** A hill (or a hollow, when its height is negative) on a surface. Pixels of the drawing. */
export interface Bump {
  readonly x: number;
  readonly y: number;
  /** Standard deviations of the Gaussian. */
  readonly width: number;
  readonly length: number;
  readonly height: number;
}

/** A part of the body as a surface over the picture plane: what light needs to know to make a drawing round. */
export interface Relief {
  /** Half of the outline's width at a height; 0 above and below it. */
  halfWidthAt(y: number): number;
  /** Height towards the viewer, pixels; 0 outside. */
  depthAt(x: number, y: number): number;
}

export interface ReliefParts {
  /** The right half of the outline from top to bottom, x from the middle. */
  readonly outline: readonly Point[];
  /** Half of the grid on which depths are kept. */
  readonly halfGridWidth: number;
  /** Height of the bare surface without bumps; `across` is 0 in the middle and 1 at the outline. */
  readonly body: (across: number, y: number) => number;
  readonly bumps: readonly Bump[];
}

/** Computes a surface once, at every pixel. */
export function createRelief(parts: ReliefParts): Relief {
  const half = parts.halfGridWidth;
  const columns = 2 * half + 1;
  const top = Math.floor(parts.outline[0]![1]);
  const rows = Math.ceil(parts.outline.at(-1)![1]) - top + 1;
  const halfWidths = widthsByRow(parts.outline, top, rows);
  const depths = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const across = Math.abs(column - half) / Math.max(1, halfWidths[row]!);
      depths[row * columns + column] = across < 1 ? parts.body(across, row + top) : 0;
    }
  }
  for (const bump of parts.bumps) addBump(depths, bump, { columns, rows, half, top });
  return {
    halfWidthAt: (y) => halfWidths[Math.round(y - top)] ?? 0,
    depthAt(x, y) {
      const [column, row] = [x + half, y - top];
      const [left, upper] = [Math.floor(column), Math.floor(row)];
      if (left < 0 || upper < 0 || left >= columns - 1 || upper >= rows - 1) return 0;
      const [fx, fy] = [column - left, row - upper];
      const at = upper * columns + left;
      const above = depths[at]! * (1 - fx) + depths[at + 1]! * fx;
      const below = depths[at + columns]! * (1 - fx) + depths[at + columns + 1]! * fx;
      return above * (1 - fy) + below * fy;
    },
  };
}

function widthsByRow(outline: readonly Point[], top: number, rows: number): Float32Array {
  const widths = new Float32Array(rows);
  const samples = resampled(outline, 400);
  for (let index = 1; index < samples.length; index++) {
    const [[x0, y0], [x1, y1]] = [samples[index - 1]!, samples[index]!];
    for (let y = Math.ceil(y0); y <= y1; y++) {
      widths[y - top] = Math.max(0, x0 + ((x1 - x0) * (y - y0)) / Math.max(1e-6, y1 - y0));
    }
  }
  return widths;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly half: number;
  readonly top: number;
}

/** Gaussians are products of a row and a column: two short tables instead of an exponential per pixel. */
function addBump(depths: Float32Array, bump: Bump, { columns, rows, half, top }: Grid): void {
  const across = Float32Array.from({ length: columns }, (_, column) =>
    Math.exp(-0.5 * ((column - half - bump.x) / bump.width) ** 2),
  );
  for (let row = 0; row < rows; row++) {
    const distance = (row + top - bump.y) / bump.length;
    if (Math.abs(distance) > 3.5) continue;
    const height = bump.height * Math.exp(-0.5 * distance * distance);
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (depths[at]! > 0) depths[at] = depths[at]! + height * across[column]!;
    }
  }
}
