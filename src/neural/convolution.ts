import { fusedActivation } from './activation.ts';
import { multiplyRows, type PackedWeights, packWeights } from './matrix-product.ts';
import { UnsupportedModelError } from './model.ts';
import { inputOf, type OperatorSite, type PrepareOperator, pictureShape, type Tensor } from './operator.ts';
import { type Window, windowBetween } from './window.ts';

/** CONV_2D: weights are `outputs x rows x columns x channels`. */
export const prepareConvolution: PrepareOperator = (site) => {
  const [input, weights, bias] = [inputOf(site, 0), inputOf(site, 1), inputOf(site, 2)];
  const window = convolutionWindow(site, weights);
  const packed = packWeights(weights.values, bias.values);
  const activate = fusedActivation(site.options?.int8(3) ?? 0);
  const isPointwise =
    window.rows === 1 && window.columns === 1 && window.strideRows === 1 && window.strideColumns === 1;
  const convolve = isPointwise ? pointwise(input, packed, site.output) : patchwise(input, packed, site.output, window);
  const output = site.output.values;
  return {
    scratchLength: isPointwise ? 0 : packed.depth * pictureShape(site.output).columns,
    run(scratch) {
      convolve(scratch);
      activate(output, 0, output.length);
    },
  };
};

function convolutionWindow(site: OperatorSite, weights: Tensor): Window {
  const options = site.options;
  if ((options?.int32(4, 1) ?? 1) !== 1 || (options?.int32(5, 1) ?? 1) !== 1) {
    throw new UnsupportedModelError(`CONV_2D "${site.output.name}" is dilated.`);
  }
  return windowBetween(inputOf(site, 0), site.output, {
    padding: options?.int8(0) ?? 0,
    rows: weights.shape[1]!,
    columns: weights.shape[2]!,
    strideColumns: options?.int32(1) ?? 1,
    strideRows: options?.int32(2) ?? 1,
  });
}

/** A 1 x 1 convolution is one matrix product over all pixels. */
function pointwise(input: Tensor, packed: PackedWeights, output: Tensor): () => void {
  const pixels = input.values.length / packed.depth;
  return () => multiplyRows(packed, input.values, 0, pixels, output.values, 0);
}

/** Any other convolution copies what the windows of one output row see into rows of a matrix, and multiplies those. */
function patchwise(
  input: Tensor,
  packed: PackedWeights,
  output: Tensor,
  window: Window,
): (scratch: Float32Array) => void {
  const to = pictureShape(output);
  return (patches) => {
    for (let row = 0; row < to.rows; row++) {
      gatherPatches(input, window, row, to.columns, patches);
      multiplyRows(packed, patches, 0, to.columns, output.values, row * to.columns * to.channels);
    }
  };
}

function gatherPatches(
  input: Tensor,
  window: Window,
  outputRow: number,
  outputColumns: number,
  patches: Float32Array,
): void {
  const { rows, columns, channels } = pictureShape(input);
  const values = input.values;
  let to = 0;
  for (let outputColumn = 0; outputColumn < outputColumns; outputColumn++) {
    const left = outputColumn * window.strideColumns - window.padLeft;
    for (let windowRow = 0; windowRow < window.rows; windowRow++) {
      const row = outputRow * window.strideRows - window.padTop + windowRow;
      for (let column = left; column < left + window.columns; column++) {
        const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
        const from = (row * columns + column) * channels;
        for (let channel = 0; channel < channels; channel++) patches[to++] = isInside ? values[from + channel]! : 0;
      }
    }
  }
}
