import type { TfliteModel } from './model.ts';

/** Where every computed tensor of a model lies in one block of floats. */
export interface MemoryPlan {
  readonly length: number;
  /** Position of each tensor by its index; `undefined` for constants. */
  readonly starts: readonly (number | undefined)[];
}

/** Operators that read each value before they write it: their output may take the place of an input that ends there. */
const IN_PLACE = new Set(['RELU', 'PRELU', 'LOGISTIC', 'HARD_SWISH', 'ADD', 'MUL', 'RESHAPE', 'STRIDED_SLICE']);

/** A place in memory for as long as it is needed. */
interface Stay {
  /** The tensors that follow one another in it. */
  readonly tensors: number[];
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
  const placed: (Stay & { readonly start: number })[] = [];
  for (const stay of staysOf(model).sort((a, b) => b.length - a.length)) {
    const contemporaries = placed.filter((other) => other.from <= stay.to && other.to >= stay.from);
    placed.push({ ...stay, start: lowestGap(contemporaries, stay.length) });
  }
  const starts: (number | undefined)[] = model.tensors.map(() => undefined);
  for (const { tensors, start } of placed) {
    for (const tensor of tensors) starts[tensor] = start;
  }
  return { starts, length: Math.max(0, ...placed.map(({ start, length }) => start + length)) };
}

export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function staysOf(model: TfliteModel): Stay[] {
  const lastReaders = lastReadersOf(model);
  const stays = new Map<number, Stay>();
  const begin = (tensor: number, from: number): void => {
    const length = elementCount(model.tensors[tensor]!.shape);
    stays.set(tensor, { tensors: [tensor], length, from, to: lastReaders.get(tensor) ?? from });
  };
  const follow = (stay: Stay, tensor: number): void => {
    stay.tensors.push(tensor);
    stay.to = lastReaders.get(tensor) ?? stay.to;
    stays.set(tensor, stay);
  };
  for (const tensor of model.inputs) begin(tensor, 0);
  model.operators.forEach(({ name, inputs, outputs }, position) => {
    for (const output of outputs) {
      const length = elementCount(model.tensors[output]!.shape);
      const ending = inputs
        .map((input) => stays.get(input))
        .find((stay) => stay?.to === position && stay.length === length);
      if (ending !== undefined && IN_PLACE.has(name)) follow(ending, output);
      else begin(output, position);
    }
  });
  return [...new Set(stays.values())];
}

/** The position of the last operator that reads each tensor; inputs and outputs of the model are read after all. */
function lastReadersOf(model: TfliteModel): ReadonlyMap<number, number> {
  const readers = new Map<number, number>();
  model.operators.forEach(({ inputs }, position) => {
    for (const tensor of inputs) readers.set(tensor, position);
  });
  for (const tensor of [...model.inputs, ...model.outputs]) readers.set(tensor, model.operators.length);
  return readers;
}

function lowestGap(taken: readonly { readonly start: number; readonly length: number }[], length: number): number {
  let start = 0;
  for (const other of [...taken].sort((a, b) => a.start - b.start)) {
    if (start + length <= other.start) break;
    start = Math.max(start, other.start + other.length);
  }
  return start;
}
