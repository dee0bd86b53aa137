import { UnsupportedModelError } from './model.ts';
import { inputOf, type OperatorSite, type PrepareOperator, pictureShape } from './operator.ts';
import { windowBetween } from './window.ts';

/** MAX_POOL_2D: pixels outside the picture do not count. */
export const prepareMaxPool: PrepareOperator = (site) => preparePool(site, writeMaximum);

/** AVERAGE_POOL_2D: the mean of the pixels inside the picture. */
export const prepareAveragePool: PrepareOperator = (site) => preparePool(site, writeMean);

/** The part of a window that lies inside the picture; the ends are exclusive. */
interface Clip {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

type WriteWindow = (
  source: Float32Array,
  columns: number,
  channels: number,
  clip: Clip,
  target: Float32Array,
  start: number,
) => void;

function preparePool(site: OperatorSite, writeWindow: WriteWindow): ReturnType<PrepareOperator> {
  const input = inputOf(site, 0);
  const options = site.options;
  if (options === undefined || options.int8(5) !== 0) {
    throw new UnsupportedModelError(`${site.name} "${site.output.name}" has no options or a fused activation.`);
  }
  const window = windowBetween(input, site.output, {
    padding: options.int8(0),
    strideColumns: options.int32(1),
    strideRows: options.int32(2),
    columns: options.int32(3),
    rows: options.int32(4),
  });
  const from = pictureShape(input);
  const to = pictureShape(site.output);
  const clip: Clip = { top: 0, bottom: 0, left: 0, right: 0 };
  const run = (): void => {
    for (let row = 0; row < to.rows; row++) {
      const top = row * window.strideRows - window.padTop;
      clip.top = Math.max(0, top);
      clip.bottom = Math.min(from.rows, top + window.rows);
      for (let column = 0; column < to.columns; column++) {
        const left = column * window.strideColumns - window.padLeft;
        clip.left = Math.max(0, left);
        clip.right = Math.min(from.columns, left + window.columns);
        const start = (row * to.columns + column) * to.channels;
        writeWindow(input.values, from.columns, from.channels, clip, site.output.values, start);
      }
    }
  };
  return { scratchLength: 0, run };
}

function writeMaximum(
  source: Float32Array,
  columns: number,
  channels: number,
  clip: Clip,
  target: Float32Array,
  start: number,
): void {
  target.fill(Number.NEGATIVE_INFINITY, start, start + channels);
  for (let row = clip.top; row < clip.bottom; row++) {
    for (let column = clip.left; column < clip.right; column++) {
      const from = (row * columns + column) * channels;
      for (let channel = 0; channel < channels; channel++) {
        const value = source[from + channel]!;
        if (value > target[start + channel]!) target[start + channel] = value;
      }
    }
  }
}

function writeMean(
  source: Float32Array,
  columns: number,
  channels: number,
  clip: Clip,
  target: Float32Array,
  start: number,
): void {
  target.fill(0, start, start + channels);
  const share = 1 / ((clip.bottom - clip.top) * (clip.right - clip.left));
  for (let row = clip.top; row < clip.bottom; row++) {
    for (let column = clip.left; column < clip.right; column++) {
      const from = (row * columns + column) * channels;
      for (let channel = 0; channel < channels; channel++)
        target[start + channel] = target[start + channel]! + source[from + channel]! * share;
    }
  }
}
