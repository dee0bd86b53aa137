import { FlatTable } from './flat-table.ts';
import { halfToSingle } from './half-precision.ts';

/** A TensorFlow Lite model as it is written in its file: one graph, its tensors and the order of its operators. */
export interface TfliteModel {
  readonly tensors: readonly ModelTensor[];
  readonly operators: readonly ModelOperator[];
  /** Indices of tensors. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export interface ModelTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Present when the model's file holds the values. Half-precision and quantised values are widened. */
  readonly constant: Float32Array | Int32Array | undefined;
}

export interface ModelOperator {
  /** The schema's name, for example `CONV_2D`, or the name of a custom operator. */
  readonly name: string;
  /** Indices of tensors; -1 stands for an optional input that is absent. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly options: FlatTable | undefined;
  readonly customOptions: Uint8Array;
}

/** A model that this interpreter cannot run: an operator, an option or a type that it does not know. */
export class UnsupportedModelError extends Error {
  readonly code = 'model-not-supported';
  readonly retryable = false;
}

/** Numbers of `BuiltinOperator` in tensorflow/lite/schema/schema.fbs. */
const BUILTIN_OPERATORS: Readonly<Record<number, string>> = {
  0: 'ADD',
  1: 'AVERAGE_POOL_2D',
  2: 'CONCATENATION',
  3: 'CONV_2D',
  4: 'DEPTHWISE_CONV_2D',
  6: 'DEQUANTIZE',
  9: 'FULLY_CONNECTED',
  14: 'LOGISTIC',
  17: 'MAX_POOL_2D',
  18: 'MUL',
  19: 'RELU',
  22: 'RESHAPE',
  23: 'RESIZE_BILINEAR',
  25: 'SOFTMAX',
  34: 'PAD',
  40: 'MEAN',
  45: 'STRIDED_SLICE',
  54: 'PRELU',
  117: 'HARD_SWISH',
};
const CUSTOM_OPERATOR = 32;

/** Numbers of `TensorType` in the schema. */
const CONSTANT_READERS: Readonly<Record<number, (bytes: Uint8Array) => Float32Array | Int32Array>> = {
  0: (bytes) => new Float32Array(bytes.slice().buffer),
  1: halfToSingle,
  2: (bytes) => new Int32Array(bytes.slice().buffer),
};
const UINT8 = 3;

/** Reads the bytes of a `.tflite` file. Throws `UnsupportedModelError` when it holds what cannot be run here. */
export function parseModel(bytes: Uint8Array): TfliteModel {
  const root = FlatTable.root(bytes);
  const operatorNames = root.tables(1).map(operatorName);
  const buffers = root.tables(4).map((buffer) => buffer.bytes(0));
  const graph = root.tables(2)[0];
  if (graph === undefined) throw new UnsupportedModelError('The model has no graph.');
  return withoutDequantize({
    tensors: graph.tables(0).map((tensor) => readTensor(tensor, buffers)),
    inputs: graph.int32s(1),
    outputs: graph.int32s(2),
    operators: graph.tables(3).map((operator) => readOperator(operator, operatorNames)),
  });
}

/** Old files hold the operator's number in field 0 (a byte), newer ones in field 3. */
function operatorName(code: FlatTable): string {
  const number = Math.max(code.int8(0), code.int32(3));
  return number === CUSTOM_OPERATOR ? code.text(1) : (BUILTIN_OPERATORS[number] ?? `operator ${number}`);
}

function readTensor(tensor: FlatTable, buffers: readonly Uint8Array[]): ModelTensor {
  const name = tensor.text(3);
  const bytes = buffers[tensor.int32(2)];
  if (bytes === undefined || bytes.length === 0) return { name, shape: tensor.int32s(0), constant: undefined };
  const read = tensor.int8(1) === UINT8 ? readerOfQuantised(tensor) : CONSTANT_READERS[tensor.int8(1)];
  if (read === undefined || tensor.table(6) !== undefined) {
    throw new UnsupportedModelError(`The constant "${name}" is sparse or of type ${tensor.int8(1)}.`);
  }
  return { name, shape: tensor.int32s(0), constant: read(bytes) };
}

/** Weights in bytes with one scale for all of a tensor are widened like those of half precision. */
function readerOfQuantised(tensor: FlatTable): ((bytes: Uint8Array) => Float32Array) | undefined {
  const quantisation = tensor.table(4);
  const [scale, another] = quantisation?.floats(2) ?? [];
  const [zeroPoint] = quantisation?.int64s(3) ?? [];
  if (scale === undefined || another !== undefined || zeroPoint === undefined) return undefined;
  return (bytes) => Float32Array.from(bytes, (value) => (value - zeroPoint) * scale);
}

function readOperator(operator: FlatTable, names: readonly string[]): ModelOperator {
  return {
    name: names[operator.int32(0)] ?? 'missing',
    inputs: operator.int32s(1),
    outputs: operator.int32s(2),
    options: operator.table(4),
    customOptions: operator.bytes(5),
  };
}

/** Half-precision constants were widened when read, so the operators that would do it fall away. */
function withoutDequantize(model: TfliteModel): TfliteModel {
  const tensors = [...model.tensors];
  const operators = model.operators.filter((operator) => {
    if (operator.name !== 'DEQUANTIZE') return true;
    const [from, to] = [operator.inputs[0]!, operator.outputs[0]!];
    tensors[to] = { ...tensors[to]!, constant: tensors[from]!.constant };
    return false;
  });
  return { ...model, tensors, operators };
}
