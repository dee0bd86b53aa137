import { type Activation, fusedActivation, prelu } from './activation.ts';
import { UnsupportedModelError } from './model.ts';
import { inputOf, type OperatorSite, type PrepareOperator, type Tensor } from './operator.ts';

/** An operator that does the same to every value: RELU, LOGISTIC, HARD_SWISH. */
export function prepareActivation(activate: Activation): PrepareOperator {
  return (site) => activated(site, activate);
}

/** PRELU: one slope for every channel. */
export const preparePrelu: PrepareOperator = (site) => {
  const slopes = inputOf(site, 1);
  requireRepeating(site, inputOf(site, 0), slopes);
  return activated(site, prelu(slopes.values));
};

function activated(site: OperatorSite, activate: Activation): ReturnType<PrepareOperator> {
  const input = inputOf(site, 0).values;
  const output = site.output.values;
  return {
    scratchLength: 0,
    run() {
      // the memory plan lets most activations work in place
      if (input.buffer !== output.buffer || input.byteOffset !== output.byteOffset) output.set(input);
      activate(output, 0, output.length);
    },
  };
}

/** ADD. The smaller operand (a scalar, a value for every channel) is repeated. */
export const prepareAdd: PrepareOperator = (site) => prepareBinary(site, add);

/** MUL, with the same rule. */
export const prepareMultiply: PrepareOperator = (site) => prepareBinary(site, multiply);

type Combine = (large: Float32Array, small: Float32Array, target: Float32Array) => void;

function prepareBinary(site: OperatorSite, combine: Combine): ReturnType<PrepareOperator> {
  const operands = [inputOf(site, 0), inputOf(site, 1)].sort((a, b) => b.values.length - a.values.length);
  const [large, small] = [operands[0]!, operands[1]!];
  requireRepeating(site, large, small);
  const activate = fusedActivation(site.options?.int8(0) ?? 0);
  const output = site.output.values;
  return {
    scratchLength: 0,
    run() {
      combine(large.values, small.values, output);
      activate(output, 0, output.length);
    },
  };
}

/** Broadcasting is implemented where the smaller tensor's values lie under the last dimensions of the larger one. */
function requireRepeating(site: OperatorSite, large: Tensor, small: Tensor): void {
  const shape = small.shape.slice(small.shape.findIndex((length) => length !== 1));
  const tail = large.shape.slice(large.shape.length - shape.length);
  if (small.values.length === 1 || tail.join() === shape.join()) return;
  throw new UnsupportedModelError(
    `${site.name} of ${large.shape.join(' x ')} and ${small.shape.join(' x ')} is not implemented.`,
  );
}

function add(large: Float32Array, small: Float32Array, target: Float32Array): void {
  for (let start = 0; start < large.length; start += small.length) {
    for (let index = 0; index < small.length; index++) target[start + index] = large[start + index]! + small[index]!;
  }
}

function multiply(large: Float32Array, small: Float32Array, target: Float32Array): void {
  for (let start = 0; start < large.length; start += small.length) {
    for (let index = 0; index < small.length; index++) target[start + index] = large[start + index]! * small[index]!;
  }
}
