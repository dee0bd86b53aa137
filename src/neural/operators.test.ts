import { describe, expect, it } from 'vitest';
import { FlatTable } from './flat-table.ts';
import { elementCount } from './memory-plan.ts';
import { UnsupportedModelError } from './model.ts';
import type { OperatorSite, Tensor } from './operator.ts';
import { OPERATORS } from './operators.ts';

const NO_OPTIONS = new Uint8Array();

/** Options as a model's file holds them: a table whose fields have these numbers. */
function options(fields: Readonly<Record<number, number>>): FlatTable {
  const count = Math.max(...Object.keys(fields).map(Number)) + 1;
  const directory = 4;
  const table = directory + 4 + 2 * count + ((2 * count) % 4);
  const view = new DataView(new ArrayBuffer(table + 4 + 4 * count));
  view.setUint32(0, table, true);
  view.setUint16(directory, 4 + 2 * count, true);
  view.setInt32(table, table - directory, true);
  for (const [field, value] of Object.entries(fields)) {
    view.setUint16(directory + 4 + 2 * Number(field), 4 + 4 * Number(field), true);
    view.setInt32(table + 4 + 4 * Number(field), value, true);
  }
  return FlatTable.root(new Uint8Array(view.buffer));
}

function tensor(shape: readonly number[], values?: readonly number[]): Tensor {
  return { name: 'test', shape, values: Float32Array.from(values ?? new Array(elementCount(shape)).fill(Number.NaN)) };
}

interface Case {
  readonly inputs: readonly Tensor[];
  readonly outputShape: readonly number[];
  readonly options?: FlatTable;
  readonly customOptions?: Uint8Array;
}

/** Runs one operator alone and answers its output, rounded to what single precision holds. */
function run(name: string, { inputs, outputShape, options: flat, customOptions = NO_OPTIONS }: Case): number[] {
  const site: OperatorSite = { name, inputs, output: tensor(outputShape), options: flat, customOptions };
  const prepared = OPERATORS[name]!(site);
  prepared.run(new Float32Array(prepared.scratchLength).fill(Number.NaN));
  return Array.from(site.output.values, (value) => Number(value.toFixed(5)));
}

const counted = (length: number, first = 1): number[] => Array.from({ length }, (_, index) => first + index);
const SAME = 0;
const VALID = 1;
const RELU6 = 3;

describe('CONV_2D', () => {
  it('mixes the channels of every pixel in a 1 x 1 convolution, also of pixels that are left over from blocks of four', () => {
    const convolved = run('CONV_2D', {
      inputs: [
        tensor([1, 1, 5, 2], [1, 10, 2, 20, 3, 30, 4, 40, 5, 50]),
        tensor([3, 1, 1, 2], [1, 0, 0, 1, 1, 1]),
        tensor([3], [0, 0, 100]),
      ],
      outputShape: [1, 1, 5, 3],
      options: options({ 0: SAME, 1: 1, 2: 1 }),
    });
    expect(convolved).toEqual([1, 10, 111, 2, 20, 122, 3, 30, 133, 4, 40, 144, 5, 50, 155]);
  });

  it('sees zeros outside the picture, the odd one behind it', () => {
    const sums = run('CONV_2D', {
      inputs: [tensor([1, 4, 4, 1], counted(16)), tensor([1, 3, 3, 1], new Array(9).fill(1)), tensor([1], [0])],
      outputShape: [1, 2, 2, 1],
      options: options({ 0: SAME, 1: 2, 2: 2 }),
    });
    expect(sums).toEqual([1 + 2 + 3 + 5 + 6 + 7 + 9 + 10 + 11, 3 + 4 + 7 + 8 + 11 + 12, 9 + 10 + 11 + 13 + 14 + 15, 11 + 12 + 15 + 16]);
  });

  it('stays inside the picture without padding', () => {
    const sums = run('CONV_2D', {
      inputs: [tensor([1, 2, 4, 1], counted(8)), tensor([1, 2, 2, 1], [1, 10, 100, 1000]), tensor([1], [0.5])],
      outputShape: [1, 1, 2, 1],
      options: options({ 0: VALID, 1: 2, 2: 2 }),
    });
    expect(sums).toEqual([6521.5, 8743.5]);
  });

  it('clamps what it computed when an activation is fused into it', () => {
    const clamped = run('CONV_2D', {
      inputs: [tensor([1, 1, 3, 1], [-1, 3, 9]), tensor([1, 1, 1, 1], [1]), tensor([1], [0])],
      outputShape: [1, 1, 3, 1],
      options: options({ 0: SAME, 1: 1, 2: 1, 3: RELU6 }),
    });
    expect(clamped).toEqual([0, 3, 6]);
  });

  it('refuses a dilated window instead of computing something else', () => {
    const dilated = {
      inputs: [tensor([1, 4, 4, 1], counted(16)), tensor([1, 3, 3, 1], counted(9)), tensor([1], [0])],
      outputShape: [1, 4, 4, 1],
      options: options({ 0: SAME, 1: 1, 2: 1, 4: 2, 5: 2 }),
    };
    expect(() => run('CONV_2D', dilated)).toThrow(UnsupportedModelError);
  });
});

describe('DEPTHWISE_CONV_2D', () => {
  it('filters every channel with its own 3 x 3 window', () => {
    const centreAndRight = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 10, 0, 0, 0, 0, 0, 0];
    const filtered = run('DEPTHWISE_CONV_2D', {
      inputs: [tensor([1, 2, 2, 2], counted(8)), tensor([1, 3, 3, 2], centreAndRight), tensor([2], [0, 0.5])],
      outputShape: [1, 2, 2, 2],
      options: options({ 0: SAME, 1: 1, 2: 1, 3: 1 }),
    });
    expect(filtered).toEqual([1, 40.5, 3, 0.5, 5, 80.5, 7, 0.5]);
  });

  it('steps by two with a 5 x 5 window', () => {
    const filtered = run('DEPTHWISE_CONV_2D', {
      inputs: [tensor([1, 4, 4, 1], counted(16)), tensor([1, 5, 5, 1], new Array(25).fill(1)), tensor([1], [0])],
      outputShape: [1, 2, 2, 1],
      options: options({ 0: SAME, 1: 2, 2: 2, 3: 1 }),
    });
    expect(filtered).toEqual([136, 136 - 1 - 5 - 9 - 13, 136 - 1 - 2 - 3 - 4, 16 + 15 + 14 + 12 + 11 + 10 + 8 + 7 + 6]);
  });
});

describe('pooling and means', () => {
  it('takes the largest of four pixels, and does not count what lies outside', () => {
    const largest = run('MAX_POOL_2D', {
      inputs: [tensor([1, 2, 3, 1], [-1, -2, -3, -4, -5, -6])],
      outputShape: [1, 1, 2, 1],
      options: options({ 0: SAME, 1: 2, 2: 2, 3: 2, 4: 2, 5: 0 }),
    });
    expect(largest).toEqual([-1, -3]);
  });

  it('averages a whole picture, channel by channel', () => {
    const picture = tensor([1, 2, 2, 2], [1, 10, 2, 20, 3, 30, 6, 60]);
    const window = options({ 0: VALID, 1: 2, 2: 2, 3: 2, 4: 2, 5: 0 });
    expect(run('AVERAGE_POOL_2D', { inputs: [picture], outputShape: [1, 1, 1, 2], options: window })).toEqual([3, 30]);
    expect(run('MEAN', { inputs: [picture, tensor([2], [1, 2])], outputShape: [1, 2] })).toEqual([3, 30]);
  });

  it('connects every input with every output', () => {
    const inputs = [tensor([1, 2], [1, 2]), tensor([3, 2], [1, 0, 0, 1, 10, 10]), tensor([3], [0, 0, 1])];
    expect(run('FULLY_CONNECTED', { inputs, outputShape: [1, 3] })).toEqual([1, 2, 31]);
  });
});

describe('value by value', () => {
  const row = tensor([1, 1, 2, 2], [-4, -1, 1, 4]);
  const outputShape = [1, 1, 2, 2];

  it('bends values the way each activation says', () => {
    expect(run('RELU', { inputs: [row], outputShape })).toEqual([0, 0, 1, 4]);
    expect(run('PRELU', { inputs: [row, tensor([1, 1, 2], [0.5, 0.25])], outputShape })).toEqual([-2, -0.25, 1, 4]);
    expect(run('HARD_SWISH', { inputs: [row], outputShape })).toEqual([0, -0.33333, 0.66667, 4]);
    expect(run('LOGISTIC', { inputs: [row], outputShape })).toEqual([0.01799, 0.26894, 0.73106, 0.98201]);
  });

  it('adds and multiplies with a value for every channel, whichever side it stands on', () => {
    const perChannel = tensor([1, 1, 1, 2], [10, 100]);
    expect(run('ADD', { inputs: [row, perChannel], outputShape })).toEqual([6, 99, 11, 104]);
    expect(run('MUL', { inputs: [perChannel, row], outputShape })).toEqual([-40, -100, 10, 400]);
  });

  it('refuses shapes that do not lie under one another', () => {
    const perRow = tensor([1, 2, 1, 1], [1, 2]);
    expect(() => run('ADD', { inputs: [tensor([1, 2, 2, 2], counted(8)), perRow], outputShape: [1, 2, 2, 2] })).toThrow(
      UnsupportedModelError,
    );
  });
});

describe('shapes', () => {
  it('puts zeros around a picture and behind its channels', () => {
    const padding = tensor([4, 2], [0, 0, 1, 0, 0, 0, 0, 1]);
    expect(run('PAD', { inputs: [tensor([1, 1, 2, 1], [5, 6]), padding], outputShape: [1, 2, 2, 2] })).toEqual([0, 0, 0, 0, 5, 0, 6, 0]);
  });

  it('strings lists together', () => {
    const inputs = [tensor([1, 2, 1], [1, 2]), tensor([1, 1, 1], [3])];
    expect(run('CONCATENATION', { inputs, outputShape: [1, 3, 1], options: options({ 0: 1 }) })).toEqual([1, 2, 3]);
  });

  it('enlarges between pixel centres', () => {
    const halfPixelCentres = options({ 2: 0, 3: 1 });
    const inputs = [tensor([1, 1, 2, 1], [0, 4]), tensor([2], [1, 4])];
    expect(run('RESIZE_BILINEAR', { inputs, outputShape: [1, 1, 4, 1], options: halfPixelCentres })).toEqual([0, 1, 3, 4]);
  });
});

describe("MediaPipe's own operators", () => {
  it('unfolds every pixel into a block of two by two', () => {
    const unfolded = run('Convolution2DTransposeBias', {
      inputs: [tensor([1, 1, 2, 1], [1, 2]), tensor([1, 2, 2, 1], [1, 10, 100, 1000]), tensor([1], [0.5])],
      outputShape: [1, 2, 4, 1],
      customOptions: new Uint8Array(Int32Array.of(1, 2, 2).buffer),
    });
    expect(unfolded).toEqual([1.5, 10.5, 2.5, 20.5, 100.5, 1000.5, 200.5, 2000.5]);
  });

  it('samples a picture through a transform and sees nothing outside of it', () => {
    const shiftedByHalf = [1, 0, 0, 0.5, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    const sampled = run('TransformTensorBilinear', {
      inputs: [tensor([1, 2, 3, 1], [1, 2, 4, 10, 20, 40]), tensor([1, 4, 4], shiftedByHalf)],
      outputShape: [1, 2, 3, 1],
    });
    expect(sampled).toEqual([1.5, 3, 0, 15, 30, 0]);
  });

  it('moves points by a transform', () => {
    const turnedAndMoved = [0, -1, 0, 5, 1, 0, 0, 7, 0, 0, 1, 0, 0, 0, 0, 1];
    const inputs = [tensor([1, 2, 2], [1, 2, 3, 4]), tensor([1, 4, 4], turnedAndMoved)];
    expect(run('TransformLandmarks', { inputs, outputShape: [1, 2, 2] })).toEqual([3, 8, 1, 10]);
  });
});
