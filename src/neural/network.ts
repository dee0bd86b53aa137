import { elementCount, planMemory } from './memory-plan.ts';
import { parseModel, type TfliteModel, UnsupportedModelError } from './model.ts';
import type { PreparedOperator, Tensor } from './operator.ts';
import { OPERATORS } from './operators.ts';

/** A model ready to run in this process. It has one state: fill `input`, `run()`, read outputs before the next run. */
export interface Network {
  /** The first input: `1 x rows x columns x channels`, floats. */
  readonly input: Tensor;
  run(): void;
  /** An output by its name in the model's file. Throws `RangeError` for a name that is not there. */
  output(name: string): Float32Array;
}

/**
 * Prepares the model in the bytes of a `.tflite` file: memory is planned and weights are packed once, `run` allocates
 * nothing large. Throws `UnsupportedModelError` when the model needs what is not implemented.
 */
export function createNetwork(bytes: Uint8Array): Network {
  const model = parseModel(bytes);
  const tensors = placeTensors(model);
  const operators = prepareOperators(model, tensors);
  const scratch = new Float32Array(Math.max(0, ...operators.map((operator) => operator.scratchLength)));
  const outputs = new Map(model.outputs.map((index) => [tensors[index]!.name, tensors[index]!.values]));
  return {
    input: tensors[model.inputs[0]!]!,
    run() {
      for (const operator of operators) operator.run(scratch);
    },
    output(name) {
      const values = outputs.get(name);
      if (values === undefined) throw new RangeError(`No output "${name}", only ${[...outputs.keys()].join(', ')}.`);
      return values;
    },
  };
}

function placeTensors(model: TfliteModel): Tensor[] {
  const plan = planMemory(model);
  const memory = new Float32Array(plan.length);
  return model.tensors.map(({ name, shape, constant }, index) => {
    if (constant !== undefined) return { name, shape, values: Float32Array.from(constant) };
    const start = plan.starts[index] ?? 0;
    return { name, shape, values: memory.subarray(start, start + elementCount(shape)) };
  });
}

function prepareOperators(model: TfliteModel, tensors: readonly Tensor[]): PreparedOperator[] {
  return model.operators.map(({ name, inputs, outputs, options, customOptions }) => {
    const prepare = OPERATORS[name];
    if (prepare === undefined) throw new UnsupportedModelError(`The model needs ${name}, which is not implemented.`);
    const site = {
      name,
      options,
      customOptions,
      inputs: inputs.map((index) => tensors[index]!),
      output: tensors[outputs[0]!]!,
    };
    return prepare(site);
  });
}
