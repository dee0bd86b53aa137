/**
 * Writes models/nsfw-mobilenet-v2-mid.tflite out of the weights that nsfwjs 4.2.1 carries, byte for byte as they are
 * quantised there. Was run once: `npm pack nsfwjs@4.2.1`, unpack it, `node scripts/convert-safety-model.mjs FOLDER`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Tell the folder into which nsfwjs 4.2.1 was unpacked.');
const MODEL = join(folder, 'dist', 'esm', 'models', 'mobilenet_v2_mid');
const TARGET = fileURLToPath(new URL('../models/nsfw-mobilenet-v2-mid.tflite', import.meta.url));

// tensorflow/lite/schema/schema.fbs
const FLOAT32 = 0;
const INT32 = 2;
const UINT8 = 3;
const OPERATORS = { ADD: 0, CONV_2D: 3, DEPTHWISE_CONV_2D: 4, FULLY_CONNECTED: 9, SOFTMAX: 25, MEAN: 40 };
const OPERATOR_NAMES = Object.keys(OPERATORS);
const OPTIONS = { ADD: 11, CONV_2D: 1, DEPTHWISE_CONV_2D: 2, FULLY_CONNECTED: 8, SOFTMAX: 9, MEAN: 27 };
const RELU6 = 3;

// values of a table, by kind
const int8 = (value) => ({ kind: 'int8', value });
const int32 = (value) => ({ kind: 'int32', value });
const float = (value) => ({ kind: 'float', value });
const table = (fields) => ({ kind: 'table', fields });
const tables = (items) => ({ kind: 'tables', items });
const bytes = (value, align = 4) => ({ kind: 'vector', bytes: value, length: value.length, align });
const text = (value) => bytes(Buffer.from(`${value}\0`).subarray(0, Buffer.byteLength(value)));
const int32s = (values) => vectorOf(Int32Array.from(values), 4);
const floats = (values) => vectorOf(Float32Array.from(values), 4);
const int64s = (values) => vectorOf(BigInt64Array.from(values, BigInt), 8);

function vectorOf(array, align) {
  return { kind: 'vector', bytes: new Uint8Array(array.buffer), length: array.length, align };
}

/** The nodes and weights as nsfwjs has them, named by the end of their long names. */
async function readModel() {
  const load = async (name) => (await import(pathToFileURL(join(MODEL, `${name}.min.js`)).href)).default;
  const { modelTopology, weightsManifest } = await load('model');
  const shards = await Promise.all(weightsManifest[0].paths.map((path) => load(path)));
  const all = Buffer.concat(shards.map((shard) => Buffer.from(shard, 'base64')));
  const weights = new Map();
  let at = 0;
  for (const { name, shape, quantization } of weightsManifest[0].weights) {
    const size = shape.reduce((product, length) => product * length, 1);
    weights.set(name, { shape, ...quantization, values: all.subarray(at, at + size) });
    at += size;
  }
  if (at !== all.length) throw new Error(`The weights fill ${at} of ${all.length} bytes.`);
  return { nodes: modelTopology.node.filter(({ op }) => op !== 'Const'), weights };
}

/** Tensors and operators in the order in which they run. Pictures come in as -1 to 1, so the first two nodes fall away. */
function graphOf({ nodes, weights }) {
  const tensors = [];
  const operators = [];
  const known = new Map();
  const tensor = (name, shape, constant = {}) => tensors.push({ name, shape, ...constant }) - 1;
  const operator = (name, inputs, shape, options) => {
    const output = tensor(`${name} ${operators.length}`, shape);
    operators.push({ name, inputs, output, options });
    return output;
  };
  const quantised = (name, shape, place) => {
    const { scale, min, values } = weights.get(name);
    const zeroPoint = Math.round(-min / scale);
    if (Math.abs(zeroPoint * scale + min) > 1e-6 * Math.abs(min)) throw new Error(`${name} has no whole zero point.`);
    const moved = Uint8Array.from(values, (_, index) => values[place(index)]);
    return tensor(name.split('MobilenetV2/').at(-1), shape, { type: UINT8, scale, zeroPoint, values: moved });
  };
  const inPlace = (index) => index;
  /** Few enough to stand as floats; their ranges do not hold the zero that a whole zero point needs. */
  const bias = (name) => {
    const { scale, min, values, shape } = weights.get(name);
    const widened = Float32Array.from(values, (value) => value * scale + min);
    return tensor(name.split('MobilenetV2/').at(-1), shape, { type: FLOAT32, values: new Uint8Array(widened.buffer) });
  };

  const input = tensor('picture', [1, 224, 224, 3]);
  for (const { op, name, input: from, attr } of nodes) {
    const source = known.get(from?.[0]) ?? input;
    const shape = tensors[source].shape;
    if (op === 'Placeholder' || op === 'Mul' || op === 'Sub') {
      known.set(name, input);
    } else if (op === '_FusedConv2D') {
      const [rows, columns, channels, outputs] = weights.get(from[1]).shape;
      const area = rows * columns * channels;
      const filter = quantised(
        from[1],
        [outputs, rows, columns, channels],
        (index) => (index % area) * outputs + Math.floor(index / area),
      );
      const options = [
        int8(0),
        int32(strideOf(attr)),
        int32(strideOf(attr)),
        int8(activationOf(attr)),
        int32(1),
        int32(1),
      ];
      const to = [1, ...shrunk(shape, strideOf(attr)), outputs];
      known.set(name, operator('CONV_2D', [source, filter, bias(from[2])], to, options));
    } else if (op === 'FusedDepthwiseConv2dNative') {
      const [rows, columns, channels] = weights.get(from[1]).shape;
      const filter = quantised(from[1], [1, rows, columns, channels], inPlace);
      const options = [
        int8(0),
        int32(strideOf(attr)),
        int32(strideOf(attr)),
        int32(1),
        int8(activationOf(attr)),
        int32(1),
        int32(1),
      ];
      const to = [1, ...shrunk(shape, strideOf(attr)), channels];
      known.set(name, operator('DEPTHWISE_CONV_2D', [source, filter, bias(from[2])], to, options));
    } else if (op === 'AddV2') {
      known.set(name, operator('ADD', [source, known.get(from[1])], shape, [int8(0)]));
    } else if (op === 'AvgPool') {
      const axes = tensor('rows and columns', [2], { type: INT32, values: new Uint8Array(Int32Array.of(1, 2).buffer) });
      known.set(name, operator('MEAN', [source, axes], [1, shape[3]], [int8(0)]));
    } else if (op === '_FusedMatMul') {
      const [depth, outputs] = weights.get(from[1]).shape;
      const filter = quantised(
        from[1],
        [outputs, depth],
        (index) => (index % depth) * outputs + Math.floor(index / depth),
      );
      known.set(name, operator('FULLY_CONNECTED', [source, filter, bias(from[2])], [1, outputs], [int8(0)]));
    } else if (op === 'Softmax') {
      known.set(name, operator('SOFTMAX', [source], shape, [float(1)]));
    } else if (op === 'Squeeze' || op === 'Identity') {
      known.set(name, source);
    } else {
      throw new Error(`${op} is not converted.`);
    }
  }
  const output = operators.at(-1).output;
  tensors[output].name = 'drawing, hentai, neutral, porn, sexy';
  return { tensors, operators, input, output };
}

const strideOf = (attr) => Number(attr.strides.list.i[1]);
const shrunk = ([, rows, columns], stride) => [Math.ceil(rows / stride), Math.ceil(columns / stride)];

function activationOf(attr) {
  const names = attr.fused_ops.list.s.map((name) => Buffer.from(name, 'base64').toString());
  return names.includes('Relu6') ? RELU6 : 0;
}

/** The first buffer is empty by convention: tensors that are computed point to it. */
function fileOf({ tensors, operators, input, output }) {
  const buffers = [table([])];
  const bufferOf = ({ values }) => (values === undefined ? 0 : buffers.push(table([bytes(values, 16)])) - 1);
  const written = tensors.map((tensor) => {
    const { name, shape, type = FLOAT32, scale, zeroPoint } = tensor;
    const quantisation =
      scale === undefined ? undefined : table([undefined, undefined, floats([scale]), int64s([zeroPoint])]);
    return table([int32s(shape), int8(type), int32(bufferOf(tensor)), text(name), quantisation]);
  });
  const steps = operators.map(({ name, inputs, output: to, options }) =>
    table([int32(OPERATOR_NAMES.indexOf(name)), int32s(inputs), int32s([to]), int8(OPTIONS[name]), table(options)]),
  );
  const graph = table([tables(written), int32s([input]), int32s([output]), tables(steps), text('nsfw')]);
  const codes = OPERATOR_NAMES.map((name) =>
    table([int8(OPERATORS[name]), undefined, int32(1), int32(OPERATORS[name])]),
  );
  const description = 'nsfwjs 4.2.1 MobileNetV2Mid (MIT, Copyright (c) 2019 Infinite Red, Inc.), weights as published';
  return flatBuffer(table([int32(3), tables(codes), tables([graph]), text(description), tables(buffers)]), 'TFL3');
}

/** Writes a tree of tables as https://flatbuffers.dev/internals describes: whoever refers to something comes before it. */
function flatBuffer(root, identifier) {
  const buffer = Buffer.alloc(8 * 1024 * 1024);
  let end = 8;
  buffer.write(identifier, 4, 'latin1');
  const alignTo = (size, after = 0) => {
    while ((end + after) % size !== 0) end++;
  };
  const refer = (place, item) => buffer.writeUInt32LE(write(item) - place, place);

  const write = (item) => {
    if (item.kind === 'table') return writeTable(item.fields);
    if (item.kind === 'tables') return writeTables(item.items);
    alignTo(Math.max(4, item.align), 4);
    const start = end;
    buffer.writeUInt32LE(item.length, start);
    buffer.set(item.bytes, start + 4);
    end = start + 4 + item.bytes.length + 1; // texts end with a zero
    return start;
  };
  const writeTables = (items) => {
    alignTo(4);
    const start = end;
    buffer.writeUInt32LE(items.length, start);
    end += 4 + 4 * items.length;
    items.forEach((item, index) => {
      refer(start + 4 + 4 * index, item);
    });
    return start;
  };
  const writeTable = (fields) => {
    alignTo(4);
    const directory = end;
    const start = directory + 4 + 2 * fields.length + ((2 * fields.length) % 4);
    buffer.writeUInt16LE(4 + 2 * fields.length, directory);
    buffer.writeUInt16LE(4 + 4 * fields.length, directory + 2);
    buffer.writeInt32LE(start - directory, start);
    end = start + 4 + 4 * fields.length;
    fields.forEach((field, index) => {
      if (field === undefined) return;
      const place = start + 4 + 4 * index;
      buffer.writeUInt16LE(place - start, directory + 4 + 2 * index);
      if (field.kind === 'int8') buffer.writeInt8(field.value, place);
      else if (field.kind === 'int32') buffer.writeInt32LE(field.value, place);
      else if (field.kind === 'float') buffer.writeFloatLE(field.value, place);
      else refer(place, field);
    });
    return start;
  };
  refer(0, root);
  return buffer.subarray(0, end);
}

writeFileSync(TARGET, fileOf(graphOf(await readModel())));
