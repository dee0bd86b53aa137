/** The coarse net on which all motion is described: a node every `CELL_PIXELS`, the last ones at or beyond the edges. */
export const CELL_PIXELS = 8;

export interface RigGrid {
  /** Nodes per row and rows of nodes: one more than cells. */
  readonly columns: number;
  readonly rows: number;
}

export function rigGridOf(widthPixels: number, heightPixels: number): RigGrid {
  return { columns: Math.ceil(widthPixels / CELL_PIXELS) + 1, rows: Math.ceil(heightPixels / CELL_PIXELS) + 1 };
}

/** One number for every node, computed from the node's place in the canvas. */
export function overNodes(grid: RigGrid, valueAt: (x: number, y: number, node: number) => number): Float32Array {
  const values = new Float32Array(grid.columns * grid.rows);
  for (let row = 0, node = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++, node++) {
      values[node] = valueAt(column * CELL_PIXELS, row * CELL_PIXELS, node);
    }
  }
  return values;
}

/** Mean with the four neighbours, `passes` times, in place. */
export function smoothNodes({ columns, rows }: RigGrid, values: Float32Array, passes: number): Float32Array {
  for (let pass = 0; pass < passes; pass++) {
    const before = values.slice();
    for (let row = 0, node = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, node++) {
        const left = before[column > 0 ? node - 1 : node]!;
        const right = before[column < columns - 1 ? node + 1 : node]!;
        const up = before[row > 0 ? node - columns : node]!;
        const down = before[row < rows - 1 ? node + columns : node]!;
        values[node] = (4 * before[node]! + left + right + up + down) / 8;
      }
    }
  }
  return values;
}
