import { UnsupportedModelError } from './model.ts';

/** What is done to values in place after they were computed. `start` and `end` are positions in `values`. */
export type Activation = (values: Float32Array, start: number, end: number) => void;

/** Numbers of `ActivationFunctionType` in the schema. */
const FUSED: Readonly<Record<number, Activation>> = { 0: keep, 1: relu, 3: relu6 };

/** The activation that is written into the options of another operator. */
export function fusedActivation(number: number): Activation {
  const activation = FUSED[number];
  if (activation === undefined) throw new UnsupportedModelError(`Fused activation ${number} is not implemented.`);
  return activation;
}

export function keep(): void {}

export function relu(values: Float32Array, start: number, end: number): void {
  for (let index = start; index < end; index++) if (values[index]! < 0) values[index] = 0;
}

function relu6(values: Float32Array, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const value = values[index]!;
    if (value < 0) values[index] = 0;
    else if (value > 6) values[index] = 6;
  }
}

export function logistic(values: Float32Array, start: number, end: number): void {
  for (let index = start; index < end; index++) values[index] = 1 / (1 + Math.exp(-values[index]!));
}

export function hardSwish(values: Float32Array, start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const value = values[index]!;
    values[index] = value <= -3 ? 0 : value >= 3 ? value : (value * (value + 3)) / 6;
  }
}

/** Leaky below zero by a slope of its own for every channel; rows of channels start at multiples of their number. */
export function prelu(slopes: Float32Array): Activation {
  const channels = slopes.length;
  return (values, start, end) => {
    for (let index = start; index < end; index++) {
      const value = values[index]!;
      if (value < 0) values[index] = value * slopes[index % channels]!;
    }
  };
}
