import type { DisplacementField } from '../scene/expression-fields.ts';
import { CELL_PIXELS, type RigGrid } from '../scene/rig-grid.ts';

const MOST_STEPS = 5;
/** A step smaller than this, in pixels, is the last one: the kernel rounds to 1/256. Ends most searches after two or three. */
const SETTLED_PIXELS = 0.002;

/**
 * Turns "where each point goes" into "where each pixel comes from": for a node p the shift b with p = q + D(q), q = p - b,
 * found by the fixed point b <- D(p - b), which contracts as long as the motion folds nothing. 0.5 ms for 11,000 nodes.
 *
 * @param forward displacement of the nodes in canvas pixels
 * @param backward receives source minus destination, interleaved right, down
 */
export function invertDisplacement(grid: RigGrid, forward: DisplacementField, backward: Float32Array): void {
  const { columns, rows } = grid;
  const { right, down } = forward;
  const lastColumn = columns - 1.001;
  const lastRow = rows - 1.001;
  for (let row = 0, node = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, node++) {
      let shiftX = right[node]!;
      let shiftY = down[node]!;
      for (let step = 0; step < MOST_STEPS; step++) {
        const x = Math.min(lastColumn, Math.max(0, column - shiftX / CELL_PIXELS));
        const y = Math.min(lastRow, Math.max(0, row - shiftY / CELL_PIXELS));
        const x0 = x | 0;
        const y0 = y | 0;
        const fx = x - x0;
        const fy = y - y0;
        const a = y0 * columns + x0;
        const c = a + columns;
        const rightTop = right[a]! + (right[a + 1]! - right[a]!) * fx;
        const rightBottom = right[c]! + (right[c + 1]! - right[c]!) * fx;
        const downTop = down[a]! + (down[a + 1]! - down[a]!) * fx;
        const downBottom = down[c]! + (down[c + 1]! - down[c]!) * fx;
        const newX = rightTop + (rightBottom - rightTop) * fy;
        const newY = downTop + (downBottom - downTop) * fy;
        const isSettled = Math.abs(newX - shiftX) < SETTLED_PIXELS && Math.abs(newY - shiftY) < SETTLED_PIXELS;
        shiftX = newX;
        shiftY = newY;
        if (isSettled) break;
      }
      backward[node * 2] = -shiftX;
      backward[node * 2 + 1] = -shiftY;
    }
  }
}

/**
 * Jacobian determinant of the forward map in every cell, lowered into `smallest` (one number a cell): 1 keeps areas, below 0
 * the picture folds over itself.
 */
export function lowerToJacobian(
  { columns, rows }: RigGrid,
  { right, down }: DisplacementField,
  smallest: Float32Array,
): void {
  for (let row = 0, cell = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++, cell++) {
      const node = row * columns + column;
      const xx = 1 + (right[node + 1]! - right[node]!) / CELL_PIXELS;
      const yx = (down[node + 1]! - down[node]!) / CELL_PIXELS;
      const xy = (right[node + columns]! - right[node]!) / CELL_PIXELS;
      const yy = 1 + (down[node + columns]! - down[node]!) / CELL_PIXELS;
      smallest[cell] = Math.min(smallest[cell]!, xx * yy - xy * yx);
    }
  }
}
