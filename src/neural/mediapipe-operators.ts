import { type FlexValue, readFlexMap } from './flexbuffer.ts';
import { multiplyRows, packWeights } from './matrix-product.ts';
import { UnsupportedModelError } from './model.ts';
import { inputOf, type OperatorSite, type PrepareOperator, pictureShape } from './operator.ts';

/*
 * MediaPipe's own operators, written after the reference implementations in google-ai-edge/mediapipe,
 * mediapipe/util/tflite/operations (Apache-2.0), the second version of each. A transform is a 4 x 4 matrix of which the
 * first two rows map x, y, 0, 1.
 */

/** Convolution2DTransposeBias with windows that do not overlap: every pixel becomes a block of its own. */
export const prepareTransposedConvolution: PrepareOperator = (site) => {
  const [input, weights, bias] = [inputOf(site, 0), inputOf(site, 1), inputOf(site, 2)];
  const [outputs, blockRows, blockColumns] = weights.shape as [number, number, number];
  const options = new Int32Array(site.customOptions.slice().buffer);
  if (options[1] !== blockColumns || options[2] !== blockRows) {
    throw new UnsupportedModelError(`Convolution2DTransposeBias "${site.output.name}" has overlapping windows.`);
  }
  const { rows, columns } = pictureShape(input);
  const packed = packWeights(
    transposedWeights(weights.values, weights.shape),
    repeated(bias.values, blockRows * blockColumns),
  );
  const target = site.output.values;
  const blockRowLength = blockColumns * outputs;
  const run = (blocks: Float32Array): void => {
    for (let row = 0; row < rows; row++) {
      multiplyRows(packed, input.values, row * columns * packed.depth, columns, blocks, 0);
      for (let blockRow = 0; blockRow < blockRows; blockRow++) {
        const start = (row * blockRows + blockRow) * columns * blockRowLength;
        for (let index = 0; index < columns * blockRowLength; index++) {
          const column = Math.floor(index / blockRowLength);
          target[start + index] =
            blocks[column * packed.outputs + blockRow * blockRowLength + (index % blockRowLength)]!;
        }
      }
    }
  };
  return { scratchLength: columns * packed.outputs, run };
};

/** From `outputs x rows x columns x inputs` to `rows x columns x outputs x inputs`. */
function transposedWeights(weights: Float32Array, shape: readonly number[]): Float32Array {
  const [outputs, rows, columns, inputs] = shape as [number, number, number, number];
  const taps = rows * columns;
  return Float32Array.from({ length: weights.length }, (_, index) => {
    const input = index % inputs;
    const output = Math.floor(index / inputs) % outputs;
    const tap = Math.floor(index / (inputs * outputs));
    return weights[(output * taps + tap) * inputs + input]!;
  });
}

function repeated(values: Float32Array, times: number): Float32Array {
  return Float32Array.from({ length: values.length * times }, (_, index) => values[index % values.length]!);
}

/** Landmarks2TransformMatrix: the turned rectangle around some landmarks, as a transform from its cells to the picture. */
export const prepareLandmarksToTransform: PrepareOperator = (site) => {
  const options = readFlexMap(site.customOptions);
  const subset = numbers(site, options, 'subset_idxs');
  const left = 3 * number(site, options, 'left_rotation_idx');
  const right = 3 * number(site, options, 'right_rotation_idx');
  const targetRadians = number(site, options, 'target_rotation_radians');
  const outputColumns = number(site, options, 'output_width');
  const outputRows = number(site, options, 'output_height');
  const scaleX = number(site, options, 'scale_x');
  const scaleY = number(site, options, 'scale_y');
  const points = inputOf(site, 0).values;
  const run = (): void => {
    const radians = targetRadians - Math.atan2(points[right + 1]! - points[left + 1]!, points[right]! - points[left]!);
    const box = turnedBox(points, subset, radians);
    const cos = Math.cos(radians);
    const sin = Math.sin(radians);
    const columnStep = (scaleX * box.width) / outputColumns;
    const rowStep = (scaleY * box.height) / outputRows;
    const [xx, xy, yx, yy] = [cos * columnStep, sin * rowStep, -sin * columnStep, cos * rowStep];
    const x = cos * box.x + sin * box.y - (xx * outputColumns + xy * outputRows) / 2;
    const y = -sin * box.x + cos * box.y - (yx * outputColumns + yy * outputRows) / 2;
    site.output.values.set([xx, xy, 0, x, yx, yy, 0, y, 0, 0, 1, 0, 0, 0, 0, 1]);
  };
  return { scratchLength: 0, run };
};

/** The centre and size, in turned coordinates, of the box around some points. */
function turnedBox(points: Float32Array, subset: readonly number[], radians: number) {
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const xs = subset.map((index) => points[3 * index]! * cos - points[3 * index + 1]! * sin);
  const ys = subset.map((index) => points[3 * index]! * sin + points[3 * index + 1]! * cos);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}

/** TransformTensorBilinear: what each cell of a transformed grid sees of a picture; zero outside of it. */
export const prepareTransformTensor: PrepareOperator = (site) => {
  const source = inputOf(site, 0).values;
  const from = pictureShape(inputOf(site, 0));
  const to = pictureShape(site.output);
  const transform = inputOf(site, 1).values;
  const target = site.output.values;
  const run = (): void => {
    const [xx, xy, yx, yy] = [transform[0]!, transform[1]!, transform[4]!, transform[5]!];
    // cells and pixels have their centres at one half
    const x0 = transform[3]! + 0.5 * (xx + xy) - 0.5;
    const y0 = transform[7]! + 0.5 * (yx + yy) - 0.5;
    for (let row = 0, at = 0; row < to.rows; row++) {
      for (let column = 0; column < to.columns; column++, at += to.channels) {
        sampleBilinear(source, from, xx * column + xy * row + x0, yx * column + yy * row + y0, target, at);
      }
    }
  };
  return { scratchLength: 0, run };
};

function sampleBilinear(
  source: Float32Array,
  shape: { readonly rows: number; readonly columns: number; readonly channels: number },
  x: number,
  y: number,
  target: Float32Array,
  at: number,
): void {
  const { rows, columns, channels } = shape;
  if (!(x >= 0 && x <= columns - 1 && y >= 0 && y <= rows - 1)) {
    target.fill(0, at, at + channels);
    return;
  }
  const left = Math.floor(x);
  const top = Math.floor(y);
  const a = (top * columns + left) * channels;
  const right = left + 1 < columns ? channels : 0;
  const down = top + 1 < rows ? columns * channels : 0;
  for (let channel = a; channel < a + channels; channel++) {
    const upper = source[channel]! + (source[channel + right]! - source[channel]!) * (x - left);
    const lower = source[channel + down]! + (source[channel + down + right]! - source[channel + down]!) * (x - left);
    target[at + channel - a] = upper + (lower - upper) * (y - top);
  }
}

/** TransformLandmarks: moves points of two coordinates by a transform. */
export const prepareTransformLandmarks: PrepareOperator = (site) => {
  const points = inputOf(site, 0).values;
  const transform = inputOf(site, 1).values;
  const target = site.output.values;
  if (inputOf(site, 0).shape.at(-1) !== 2) {
    throw new UnsupportedModelError(
      `TransformLandmarks "${site.output.name}" moves points that have not two dimensions.`,
    );
  }
  const run = (): void => {
    for (let index = 0; index < points.length; index += 2) {
      const x = points[index]!;
      const y = points[index + 1]!;
      target[index] = transform[0]! * x + transform[1]! * y + transform[3]!;
      target[index + 1] = transform[4]! * x + transform[5]! * y + transform[7]!;
    }
  };
  return { scratchLength: 0, run };
};

function number(site: OperatorSite, options: ReadonlyMap<string, FlexValue>, name: string): number {
  const value = options.get(name);
  if (typeof value !== 'number') throw new UnsupportedModelError(`${site.name} lacks the option "${name}".`);
  return value;
}

function numbers(site: OperatorSite, options: ReadonlyMap<string, FlexValue>, name: string): readonly number[] {
  const value = options.get(name);
  if (!Array.isArray(value)) throw new UnsupportedModelError(`${site.name} lacks the list "${name}".`);
  return value;
}
