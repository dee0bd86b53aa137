import type { TfliteModel } from './model.ts';

/** Where every computed tensor of a model lies in one block of floats. */
export interface MemoryPlan {
  readonly length: number;
  /** Position of each tensor by its index; `undefined` for constants. */
  readonly starts: readonly (number | undefined)[];
}

interface Lifetime {
  readonly tensor: number;
  readonly length: number;
  /** Positions of operators: written by `from`, last read by `to`. */
  readonly from: number;
  to: number;
}

/**
 * Gives tensors that are never alive together the same place: the largest first, each at the lowest place that is free
 * for its whole life. Inputs and outputs of the model keep their place, so they can be filled before and read after.
 */
export function planMemory(model: TfliteModel): MemoryPlan {
  const placed: (Lifetime & { readonly start: number })[] = [];
  for (const lifetime of lifetimesOf(model).sort((a, b) => b.length - a.length)) {
    const contemporaries = placed.filter((other) => other.from <= lifetime.to && other.to >= lifetime.from);
    placed.push({ ...lifetime, start: lowestGap(contemporaries, lifetime.length) });
  }
  const starts: (number | undefined)[] = model.tensors.map(() => undefined);
  for (const { tensor, start } of placed) starts[tensor] = start;
  return { starts, length: Math.max(0, ...placed.map(({ start, length }) => start + length)) };
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function lifetimesOf(model: TfliteModel): Lifetime[] {
  const end = model.operators.length;
  const lifetimes = new Map<number, Lifetime>();
  const begin = (tensor: number, from: number): void => {
    lifetimes.set(tensor, { tensor, length: elementCount(model.tensors[tensor]!.shape), from, to: from });
  };
  const live = (tensor: number, to: number): void => {
    const lifetime = lifetimes.get(tensor);
    if (lifetime !== undefined) lifetime.to = to;
  };
  for (const tensor of model.inputs) begin(tensor, 0);
  model.operators.forEach((operator, position) => {
    for (const tensor of operator.outputs) begin(tensor, position);
    for (const tensor of operator.inputs) live(tensor, position);
  });
  for (const tensor of [...model.inputs, ...model.outputs]) live(tensor, end);
  return [...lifetimes.values()];
}

function lowestGap(taken: readonly { readonly start: number; readonly length: number }[], length: number): number {
  let start = 0;
  for (const other of [...taken].sort((a, b) => a.start - b.start)) {
    if (start + length <= other.start) break;
    start = Math.max(start, other.start + other.length);
  }
  return start;
}
