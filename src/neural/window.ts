import { UnsupportedModelError } from './model.ts';
import { pictureShape, type Tensor } from './operator.ts';

/** How a small window walks over a picture: its size, its steps and what stands outside before the first step. */
export interface Window {
  readonly rows: number;
  readonly columns: number;
  readonly strideRows: number;
  readonly strideColumns: number;
  readonly padTop: number;
  readonly padLeft: number;
}

interface WindowOptions {
  /** `Padding` of the schema: 0 SAME, 1 VALID. */
  readonly padding: number;
  readonly rows: number;
  readonly columns: number;
  readonly strideRows: number;
  readonly strideColumns: number;
}

/** The window of an operator that reads `input` and writes `output`. SAME padding puts the odd pixel behind. */
export function windowBetween(input: Tensor, output: Tensor, options: WindowOptions): Window {
  const from = pictureShape(input);
  const to = pictureShape(output);
  const { padding, rows, columns, strideRows, strideColumns } = options;
  if (padding !== 0 && padding !== 1) throw new UnsupportedModelError(`Padding ${padding} is not implemented.`);
  const before = (outside: number): number => (padding === 1 ? 0 : Math.max(0, outside) >> 1);
  return {
    rows,
    columns,
    strideRows,
    strideColumns,
    padTop: before((to.rows - 1) * strideRows + rows - from.rows),
    padLeft: before((to.columns - 1) * strideColumns + columns - from.columns),
  };
}
