import { fusedActivation, softmax } from './activation.ts';
import { multiplyRows, packWeights } from './matrix-product.ts';
import { UnsupportedModelError } from './model.ts';
import { inputOf, type PrepareOperator, pictureShape } from './operator.ts';

/** MEAN over the rows and columns of a picture: one value for every channel. */
export const prepareMean: PrepareOperator = (site) => {
  const { rows, columns, channels } = pictureShape(inputOf(site, 0));
  if (inputOf(site, 1).values.join() !== '1,2') {
    throw new UnsupportedModelError(`MEAN "${site.output.name}" is not over rows and columns.`);
  }
  const source = inputOf(site, 0).values;
  const target = site.output.values;
  const run = (): void => {
    target.fill(0);
    for (let start = 0; start < source.length; start += channels) {
      for (let channel = 0; channel < channels; channel++)
        target[channel] = target[channel]! + source[start + channel]!;
    }
    for (let channel = 0; channel < channels; channel++) target[channel] = target[channel]! / (rows * columns);
  };
  return { scratchLength: 0, run };
};

/** FULLY_CONNECTED: weights are `outputs x inputs`. */
export const prepareFullyConnected: PrepareOperator = (site) => {
  const source = inputOf(site, 0).values;
  const packed = packWeights(inputOf(site, 1).values, inputOf(site, 2).values);
  const activate = fusedActivation(site.options?.int8(0) ?? 0);
  const target = site.output.values;
  const run = (): void => {
    multiplyRows(packed, source, 0, source.length / packed.depth, target, 0);
    activate(target, 0, target.length);
  };
  return { scratchLength: 0, run };
};

/** SOFTMAX of one row. */
export const prepareSoftmax: PrepareOperator = (site) => {
  const source = inputOf(site, 0);
  if (source.shape.at(-1) !== source.values.length) {
    throw new UnsupportedModelError(`SOFTMAX "${site.output.name}" has more than one row.`);
  }
  const target = site.output.values;
  const run = (): void => {
    target.set(source.values);
    softmax(target, 0, target.length);
  };
  return { scratchLength: 0, run };
};
