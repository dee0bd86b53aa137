import type { Canvas } from '../../domain/picture/canvas.ts';
import { along, type EyeShape, openingOf, smoothed, table } from './eye-shape.ts';
import { COLUMNS, columnOf, type EyeWindow, lookAtEye, ROWS, uOf, vOf } from './eye-window.ts';

/** Ink is at most this bright, as a part of the skin. */
const INK = 0.35;
/** An eye ends where it is less open than this part of its widest place. */
const CORNER_OPENING = 0.18;
/**
 * A drawn eye is believed when it reaches beyond both lids of the mesh by this many eye widths, is not joined to anything else, and
 * its neighbour is much the same. Eyes that the mesh fits reach beyond it on one side at most (the shadow of the lid, a bag).
 */
const BELIEVED = { beyond: 0.07, height: [0.3, 1.5], widthRatio: 1.45, from: [-0.5, 0.3], to: [0.7, 1.5] } as const;
/** Height of the line under an eye, in eye widths: it moves with the lower lid. */
const LOWER_LINE = 0.03;
/** Brightness that still counts as the white of the eye, as a part of its brightest. */
const WHITE = 0.84;

/** Where lids and lashes are drawn, in coordinates of the mesh's eye, column by column of the window. */
interface Outline {
  readonly from: number;
  readonly to: number;
  /** Upper end of the lashes' line, upper lid, lower lid above its line. */
  readonly lashes: Float32Array;
  readonly upper: Float32Array;
  readonly lower: Float32Array;
}

/**
 * Both eyes as the picture draws them. The mesh is made for human proportions: in the large eyes of anime, cartoons and animals it
 * lies within the iris, and a blink would be drawn inside the eye.
 *
 * @returns `undefined` when the picture shows no such eyes, or not both for certain
 */
export function drawnEyesOf(
  canvas: Canvas,
  eyes: readonly [EyeShape, EyeShape],
): readonly [EyeShape, EyeShape] | undefined {
  const [left, right] = eyes.map((shape) => drawnEyeOf(canvas, shape));
  if (left === undefined || right === undefined) return undefined;
  const ratio = left.widthPixels / right.widthPixels;
  return Math.max(ratio, 1 / ratio) > BELIEVED.widthRatio ? undefined : [left, right];
}

function drawnEyeOf(canvas: Canvas, shape: EyeShape): EyeShape | undefined {
  const window = lookAtEye(canvas, shape);
  if (window === undefined || touchesBorder(window)) return undefined;
  const outline = outlineOf(window);
  return outline !== undefined && isBelieved(outline, shape) ? shapeOf(outline, window, shape) : undefined;
}

function touchesBorder({ eye }: EyeWindow): boolean {
  const isEdge = (cell: number): boolean => {
    const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS];
    return row === 0 || row === ROWS - 1 || column === 0 || column === COLUMNS - 1;
  };
  return eye.some((value, cell) => value === 1 && isEdge(cell));
}

function outlineOf(window: EyeWindow): Outline | undefined {
  const columns = Array.from({ length: COLUMNS }, (_, column) => columnAt(window, column));
  const middle = columnOf(0.5);
  const central = columns.slice(middle - 18, middle + 19).flatMap((column) => (column === undefined ? [] : [column]));
  if (central.length < 20) return undefined;
  // an iris may be as dark as the lashes it touches: their line is as high as in the thinner places
  const lash = quantile(
    central.map(({ ink }) => ink),
    0.3,
  );
  const opened = columns.map((column) =>
    column === undefined ? 0 : column.bottom - column.top - Math.min(column.ink, 3 * lash),
  );
  const least = CORNER_OPENING * Math.max(...opened);
  let [from, to] = [middle, middle];
  while (from > 0 && opened[from - 1]! >= least) from--;
  while (to < COLUMNS - 1 && opened[to + 1]! >= least) to++;
  const reading = (read: (column: Column) => number): Float32Array =>
    Float32Array.from(columns, (column) => (column === undefined ? Number.NaN : read(column)));
  return {
    from,
    to,
    lashes: reading(({ top }) => top),
    upper: reading(({ top, ink }) => top + Math.min(ink, 1.4 * lash)),
    lower: reading(({ bottom }) => bottom - LOWER_LINE),
  };
}

/** What one column of the window shows of the eye, from the top: a line of ink, then the ball. */
interface Column {
  readonly top: number;
  readonly bottom: number;
  readonly ink: number;
}

function columnAt({ eye, luma, skinLuma }: EyeWindow, column: number): Column | undefined {
  const rows = Array.from({ length: ROWS }, (_, row) => row).filter((row) => eye[row * COLUMNS + column] === 1);
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (top === undefined || bottom === undefined) return undefined;
  let end = Math.min(top + 2, bottom);
  while (end < bottom && luma[end * COLUMNS + column]! < INK * skinLuma) end++;
  return { top: vOf(top), bottom: vOf(bottom), ink: vOf(end) - vOf(top) };
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;

const isWithin = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

function isBelieved({ from, to, upper, lower }: Outline, shape: EyeShape): boolean {
  const columns = Array.from({ length: 17 }, (_, step) => Math.round(from + (to - from) * (0.25 + step / 32)));
  const mean = (read: (column: number) => number): number =>
    columns.reduce((sum, column) => sum + read(column), 0) / columns.length;
  const above = mean((column) => along(shape.upper, uOf(column)) - upper[column]!);
  const below = mean((column) => lower[column]! - along(shape.lower, uOf(column)));
  const height = mean((column) => lower[column]! - upper[column]!) / (uOf(to) - uOf(from));
  return (
    Math.min(above, below) >= BELIEVED.beyond &&
    isWithin(height, BELIEVED.height) &&
    isWithin(uOf(from), BELIEVED.from) &&
    isWithin(uOf(to), BELIEVED.to)
  );
}

/** The eye between the corners that are drawn. */
function shapeOf(outline: Outline, window: EyeWindow, shape: EyeShape): EyeShape {
  const { from, to, upper, lower, lashes } = outline;
  const heightAt = (column: number): number => (upper[column]! + lower[column]!) / 2;
  const [left, right] = [uOf(from) - 0.02, uOf(to) + 0.02];
  const [leftV, rightV] = [heightAt(from), heightAt(to)];
  const width = Math.hypot(right - left, rightV - leftV);
  const [cos, sin] = [(right - left) / width, (rightV - leftV) / width];
  const place = (u: number, v: number): [number, number] => {
    const [du, dv] = [(u - left) / width, (v - leftV) / width];
    return [du * cos + dv * sin, dv * cos - du * sin];
  };
  const columns = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const line = (values: Float32Array): [number, number][] =>
    columns.map((column) => place(uOf(column), values[column]!));
  const closed = (values: Float32Array): Float32Array => smoothed(table([[0, 0], ...line(values), [1, 0]]), 6);
  const { axisX, axisY, widthPixels } = shape;
  const lids = { upper: closed(upper), ...openingOf(closed(upper), closed(lower)) };
  const iris = irisOf(outline, window, shape);
  const brow = [0, 0.25, 0.5, 0.75, 1].map((u) => place(u, along(shape.brow, u)));
  return {
    cornerX: shape.cornerX + widthPixels * (left * axisX - leftV * axisY),
    cornerY: shape.cornerY + widthPixels * (left * axisY + leftV * axisX),
    axisX: axisX * cos - axisY * sin,
    axisY: axisY * cos + axisX * sin,
    widthPixels: widthPixels * width,
    ...lids,
    lashes: smoothed(table(line(lashes)), 6),
    brow: smoothed(table(brow), 3),
    irisU: place(iris.u, 0)[0],
    irisV: (along(lids.upper, place(iris.u, 0)[0]) + along(lids.lower, place(iris.u, 0)[0])) / 2,
    irisRadius: iris.radius / width,
  };
}

/** Middle and half width of what is not white between the lids, seen from the mesh's iris, a little below the middle. */
function irisOf({ from, to, upper, lower }: Outline, { luma }: EyeWindow, shape: EyeShape) {
  const start = Math.min(to, Math.max(from, columnOf(shape.irisU)));
  const [top, bottom] = [upper[start]!, lower[start]!];
  const rows = [0.45, 0.5, 0.55, 0.6, 0.65].map((share) => Math.round((top + share * (bottom - top) + 1) / 0.02));
  const white = quantile(
    rows.flatMap((row) => Array.from(luma.subarray(row * COLUMNS + from, row * COLUMNS + to))),
    0.97,
  );
  const edge = (row: number, step: -1 | 1): number => {
    const isWhite = (column: number): boolean => luma[row * COLUMNS + column]! > WHITE * white;
    let column = start;
    while (column > from && column < to && !(isWhite(column) && isWhite(column + step) && isWhite(column + 2 * step))) {
      column += step;
    }
    return column;
  };
  const left = uOf(
    quantile(
      rows.map((row) => edge(row, -1)),
      0.5,
    ),
  );
  const right = uOf(
    quantile(
      rows.map((row) => edge(row, 1)),
      0.5,
    ),
  );
  return { u: (left + right) / 2, radius: Math.max(0.08, (right - left) / 2) };
}
