import { expect, it } from 'vitest';
import { planMemory } from './memory-plan.ts';
import type { ModelOperator, TfliteModel } from './model.ts';

const operator = (name: string, inputs: number[], output: number): ModelOperator => ({
  name,
  inputs,
  outputs: [output],
  options: undefined,
  customOptions: new Uint8Array(),
});

/** Five tensors of ten values: 0 is the input, 4 the output. */
function chain(operators: ModelOperator[]): TfliteModel {
  const tensors = Array.from({ length: 5 }, (_, index) => ({ name: `${index}`, shape: [10], constant: undefined }));
  return { tensors, operators, inputs: [0], outputs: [4] };
}

it('uses the place of a tensor again after its last reader', () => {
  const plan = planMemory(
    chain([operator('CONV_2D', [0], 1), operator('CONV_2D', [1], 2), operator('CONV_2D', [2], 3), operator('CONV_2D', [3], 4)]),
  );
  expect(plan.starts[3]).toBe(plan.starts[1]);
  expect(plan.starts[2]).not.toBe(plan.starts[1]);
  expect(plan.length).toBe(30);
});

it('lets an activation work in place, unless its input is still needed', () => {
  const inPlace = planMemory(chain([operator('CONV_2D', [0], 1), operator('RELU', [1], 2), operator('CONV_2D', [2], 4)]));
  expect(inPlace.starts[2]).toBe(inPlace.starts[1]);
  const needed = planMemory(chain([operator('CONV_2D', [0], 1), operator('RELU', [1], 2), operator('ADD', [2, 1], 4)]));
  expect(needed.starts[2]).not.toBe(needed.starts[1]);
});

it('never writes over the input, which is filled once', () => {
  const plan = planMemory(chain([operator('RELU', [0], 1), operator('CONV_2D', [1], 4)]));
  expect(new Set([plan.starts[0], plan.starts[1], plan.starts[4]]).size).toBe(3);
});
