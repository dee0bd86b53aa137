import type { FlatTable } from './flat-table.ts';

/** A tensor with its place in memory, rows x columns x channels last. The place stays the same for every run. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Where an operator stands in the graph. */
export interface OperatorSite {
  readonly name: string;
  readonly inputs: readonly Tensor[];
  readonly output: Tensor;
  readonly options: FlatTable | undefined;
  readonly customOptions: Uint8Array;
}

/** An operator with everything decided that does not depend on the picture. */
export interface PreparedOperator {
  /** How many floats of working memory `run` wants; their contents do not survive. */
  readonly scratchLength: number;
  run(scratch: Float32Array): void;
}

/** Reads the options, packs the weights and checks that the case is one that is implemented. */
export type PrepareOperator = (site: OperatorSite) => PreparedOperator;

/** The input at `index`; its absence is a mistake of the model. */
export function inputOf(site: OperatorSite, index: number): Tensor {
  const tensor = site.inputs[index];
  if (tensor === undefined) throw new RangeError(`${site.name} "${site.output.name}" lacks input ${index}.`);
  return tensor;
}

/** Rows, columns and channels of a tensor that is a picture; batches of one only. */
export function pictureShape(tensor: Tensor): { rows: number; columns: number; channels: number } {
  const [batch, rows, columns, channels] = tensor.shape;
  if (tensor.shape.length !== 4 || batch !== 1) {
    throw new RangeError(
      `"${tensor.name}" has the shape ${tensor.shape.join(' x ')}, expected 1 x rows x columns x channels.`,
    );
  }
  return { rows: rows!, columns: columns!, channels: channels! };
}
