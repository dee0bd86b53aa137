import { UnsupportedModelError } from './model.ts';
import { inputOf, type OperatorSite, type PrepareOperator, pictureShape } from './operator.ts';

/** RESHAPE: the values stay in order, the output's shape is already known. */
export const prepareReshape: PrepareOperator = (site) => copying(site);

/** STRIDED_SLICE, where it takes everything (the one case in the face models). */
export const prepareStridedSlice: PrepareOperator = (site) => {
  if (inputOf(site, 0).shape.join() !== site.output.shape.join()) {
    throw new UnsupportedModelError(`STRIDED_SLICE "${site.output.name}" leaves something out.`);
  }
  return copying(site);
};

function copying(site: OperatorSite): ReturnType<PrepareOperator> {
  const input = inputOf(site, 0).values;
  return { scratchLength: 0, run: () => site.output.values.set(input) };
}

/** PAD of a picture: zeros around it and behind its channels. */
export const preparePad: PrepareOperator = (site) => {
  const input = inputOf(site, 0);
  const from = pictureShape(input);
  const to = pictureShape(site.output);
  const [, , top = 0, , left = 0, , front = 0] = inputOf(site, 1).values;
  const source = input.values;
  const target = site.output.values;
  const run = (): void => {
    target.fill(0);
    for (let row = 0; row < from.rows; row++) {
      for (let column = 0; column < from.columns; column++) {
        const start = (row * from.columns + column) * from.channels;
        const end = ((row + top) * to.columns + column + left) * to.channels + front;
        for (let channel = 0; channel < from.channels; channel++) target[end + channel] = source[start + channel]!;
      }
    }
  };
  return { scratchLength: 0, run };
};

/** CONCATENATION along the axis in front of which every dimension is 1: the inputs one after the other. */
export const prepareConcatenation: PrepareOperator = (site) => {
  const axis = site.options?.int32(0) ?? 0;
  if (site.output.shape.slice(0, axis).some((length) => length !== 1)) {
    throw new UnsupportedModelError(`CONCATENATION "${site.output.name}" along axis ${axis} is not implemented.`);
  }
  const run = (): void => {
    let at = 0;
    for (const { values } of site.inputs) {
      site.output.values.set(values, at);
      at += values.length;
    }
  };
  return { scratchLength: 0, run };
};
