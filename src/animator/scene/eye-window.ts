import type { Canvas } from '../../domain/picture/canvas.ts';
import { lumaOf, pixelAt } from '../feature-frame.ts';
import { clamp } from '../plane.ts';
import { along, type EyeShape } from './eye-shape.ts';

/** Part of the picture around an eye, in the eye's own coordinates, that is searched for what is drawn there. */
const WINDOW = { left: -0.7, right: 1.7, top: -1, bottom: 0.9, step: 0.02 } as const;
export const COLUMNS = Math.round((WINDOW.right - WINDOW.left) / WINDOW.step) + 1;
export const ROWS = Math.round((WINDOW.bottom - WINDOW.top) / WINDOW.step) + 1;

export const uOf = (column: number): number => WINDOW.left + column * WINDOW.step;
export const vOf = (row: number): number => WINDOW.top + row * WINDOW.step;
export const columnOf = (u: number): number => clamp(Math.round((u - WINDOW.left) / WINDOW.step), 0, COLUMNS - 1);
const rowOf = (v: number): number => clamp(Math.round((v - WINDOW.top) / WINDOW.step), 0, ROWS - 1);
const cellAt = (u: number, v: number): number => rowOf(v) * COLUMNS + columnOf(u);

/** The window in cells of 0.02 eye widths, row by row. */
export interface EyeWindow {
  /** Per cell: 1 where what is drawn around the iris is not skin: ball, lashes and the lines around them. */
  readonly eye: Uint8Array;
  /** Per cell: brightness, 0..255. */
  readonly luma: Float32Array;
  readonly skinLuma: number;
}

/** Skin is what differs from a place of it by at most this (root mean square of the channels), more where it is rough itself. */
const SKIN_DIFFERENCE = { least: 13, most: 26, ofSpread: 5 };
/** Tails of lashes and whiskers thinner than twice this many cells are not the eye. */
const THINNEST = 2;

/**
 * What is not skin around an iris, as far as it hangs together. In drawings lines part an eye from the skin all around; where
 * shadow, a fringe or glasses join it to something else, it reaches the border of the window.
 *
 * @returns `undefined` when the place of the iris looks like skin
 */
export function lookAtEye(canvas: Canvas, shape: EyeShape): EyeWindow | undefined {
  const colours = coloursOf(canvas, shape);
  const { places, difference } = skinAround(colours, shape);
  const isSkin = Uint8Array.from({ length: COLUMNS * ROWS }, (_, cell) =>
    places.some(({ colour }) => distance(colours, cell, colour) <= difference) ? 1 : 0,
  );
  const skin = flooded(
    isSkin,
    places.map(({ cell }) => cell),
  );
  const solid = withoutTails(skin.map((value) => 1 - value));
  const iris = cellAt(shape.irisU, shape.irisV);
  if (solid[iris] === 0) return undefined;
  return {
    eye: flooded(solid, [iris]),
    luma: Float32Array.from({ length: COLUMNS * ROWS }, (_, cell) => lumaOf(colours, cell * 3)),
    skinLuma: places[0]!.luma,
  };
}

function coloursOf(canvas: Canvas, shape: EyeShape): Float32Array {
  const colours = new Float32Array(COLUMNS * ROWS * 3);
  for (let cell = 0; cell < COLUMNS * ROWS; cell++) {
    const at = pixelAt(canvas, shape, uOf(cell % COLUMNS), vOf(Math.floor(cell / COLUMNS)));
    for (let channel = 0; channel < 3; channel++) colours[cell * 3 + channel] = canvas.rgba[at + channel]!;
  }
  return colours;
}

/** A small square of the window, by its medians. */
interface Place {
  readonly cell: number;
  readonly colour: readonly number[];
  readonly luma: number;
  /** How far its cells lie from its colour. */
  readonly spread: number;
}

/** Places that show skin: under the eye for certain, beside and above it those that look like it. */
function skinAround(colours: Float32Array, shape: EyeShape) {
  const under = [0.2, 0.5, 0.8].map((u) => placeAt(colours, u, along(shape.lower, u) + 0.45));
  under.sort((a, b) => a.luma - b.luma);
  const cheek = under[1]!;
  const around = [
    ...under,
    ...[-0.4, 1.4].flatMap((u) => [0.05, 0.3].map((v) => placeAt(colours, u, v))),
    ...[0.2, 0.5, 0.8].flatMap((u) => [0.05, 0.14].map((v) => placeAt(colours, u, along(shape.brow, u) + v))),
  ];
  const spread = median(under.map((place) => place.spread));
  const { least, most, ofSpread } = SKIN_DIFFERENCE;
  return {
    places: [cheek, ...around.filter((place) => looksLike(place, cheek))],
    difference: clamp(ofSpread * spread, least, most),
  };
}

function looksLike({ colour, luma, spread }: Place, cheek: Place): boolean {
  const light = luma / Math.max(1, cheek.luma);
  const hue = colour.map(
    (level, channel) => level / Math.max(1, luma) - cheek.colour[channel]! / Math.max(1, cheek.luma),
  );
  return light > 0.6 && light < 1.25 && Math.hypot(...hue) < 0.28 && spread < 10;
}

function placeAt(colours: Float32Array, u: number, v: number): Place {
  const cell = cellAt(u, v);
  const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS];
  const cells: number[] = [];
  for (let y = row - 2; y <= row + 2; y++) {
    for (let x = column - 2; x <= column + 2; x++)
      cells.push(clamp(y, 0, ROWS - 1) * COLUMNS + clamp(x, 0, COLUMNS - 1));
  }
  const colour = [0, 1, 2].map((channel) => median(cells.map((at) => colours[at * 3 + channel]!)));
  return { cell, colour, luma: lumaOf(colour), spread: median(cells.map((at) => distance(colours, at, colour))) };
}

function distance(colours: Float32Array, cell: number, colour: readonly number[]): number {
  const squared = colour.reduce((sum, level, channel) => sum + (colours[cell * 3 + channel]! - level) ** 2, 0);
  return Math.sqrt(squared / 3);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** The cells that are reached from the starts over cells that are set. */
function flooded(open: Uint8Array, starts: readonly number[]): Uint8Array {
  const reached = new Uint8Array(open.length);
  const waiting = starts.filter((cell) => open[cell] === 1);
  for (const cell of waiting) reached[cell] = 1;
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    const column = cell % COLUMNS;
    const beside = [column > 0 ? cell - 1 : -1, column < COLUMNS - 1 ? cell + 1 : -1];
    for (const next of [cell - COLUMNS, cell + COLUMNS, ...beside]) {
      if (open[next] !== 1 || reached[next] === 1) continue;
      reached[next] = 1;
      waiting.push(next);
    }
  }
  return reached;
}

/** What is left of cells that are set after a small square has been led around inside them. */
function withoutTails(cells: Uint8Array): Uint8Array {
  return squares(squares(cells, 1), 0);
}

/** Keeps `value` where a whole square around a cell has it; beyond the window cells count as set. */
function squares(cells: Uint8Array, value: 0 | 1): Uint8Array {
  return cells.map((_, cell) => {
    const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS];
    for (let y = row - THINNEST; y <= row + THINNEST; y++) {
      for (let x = column - THINNEST; x <= column + THINNEST; x++) {
        const isInside = y >= 0 && y < ROWS && x >= 0 && x < COLUMNS;
        if ((isInside ? cells[y * COLUMNS + x] : 1) !== value) return 1 - value;
      }
    }
    return value;
  });
}
