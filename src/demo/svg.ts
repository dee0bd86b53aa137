import type { Point } from './curve.ts';

/** Size of every drawing, and of its picture: 3:4, so that clips are 720 x 960. */
export const DRAWING_WIDTH = 960;
export const DRAWING_HEIGHT = 1280;
/** The part of the drawing that the picture shows: nearer than the whole, so that a face is a third of the height. */
export const FRAME = { left: 48, top: 104, width: 864 } as const;

/** Where a point of the drawing lies in its picture, as shares of width and height. */
export function pictureShareOf([x, y]: Point): Point {
  return [(x - FRAME.left) / FRAME.width, (y - FRAME.top) / ((FRAME.width * DRAWING_HEIGHT) / DRAWING_WIDTH)];
}

export type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element as text. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : value}"`)
    .join('');
  return `<${name}${written}>${content}</${name}>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * A shape that is either filled or stroked. Its opacity is given to its paint: `opacity` itself would cost librsvg a whole
 * layer for every shape, and looks the same.
 */
function shape(name: string, { opacity, ...attributes }: Attributes): string {
  return element(
    name,
    opacity === undefined ? attributes : { ...attributes, 'fill-opacity': opacity, 'stroke-opacity': opacity },
  );
}

export const path = (d: string, attributes: Attributes): string => shape('path', { d, ...attributes });

export const ellipse = (cx: number, cy: number, rx: number, ry: number, attributes: Attributes): string =>
  shape('ellipse', { cx, cy, rx, ry, ...attributes });

export const group = (attributes: Attributes, ...content: readonly string[]): string =>
  element('g', attributes, content.join(''));

/** A path from points: `M` the first, then a smooth curve (Catmull-Rom as cubic Béziers) through the others. */
export function smoothPath(points: readonly Point[], closed = false): string {
  const at = (index: number): Point =>
    closed
      ? points[(index + points.length) % points.length]!
      : points[Math.min(points.length - 1, Math.max(0, index))]!;
  const parts = [`M${tenth(at(0)[0])} ${tenth(at(0)[1])}`];
  const last = closed ? points.length : points.length - 1;
  for (let index = 0; index < last; index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const control1 = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6] as const;
    const control2 = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6] as const;
    parts.push(
      `C${tenth(control1[0])} ${tenth(control1[1])} ${tenth(control2[0])} ${tenth(control2[1])} ${tenth(to[0])} ${tenth(to[1])}`,
    );
  }
  return parts.join('') + (closed ? 'Z' : '');
}

export interface Stop {
  readonly at: number;
  readonly colour: string;
  readonly opacity?: number;
}

const stopsOf = (stops: readonly Stop[]): string =>
  stops
    .map(({ at, colour, opacity }) =>
      element('stop', { offset: at, 'stop-color': colour, 'stop-opacity': opacity ?? 1 }),
    )
    .join('');

/** A linear gradient over the bounding box, from one corner (0..1) to another. */
export function linearGradient(
  id: string,
  from: readonly [number, number],
  to: readonly [number, number],
  stops: readonly Stop[],
): string {
  return element('linearGradient', { id, x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, stopsOf(stops));
}

/** A radial gradient over the bounding box. */
export function radialGradient(
  id: string,
  centre: readonly [number, number],
  radius: number,
  stops: readonly Stop[],
): string {
  return element('radialGradient', { id, cx: centre[0], cy: centre[1], r: radius }, stopsOf(stops));
}

/** A linear gradient between two points of the drawing. */
export function gradientBetween(id: string, [x1, y1]: Point, [x2, y2]: Point, stops: readonly Stop[]): string {
  return element('linearGradient', { id, x1, y1, x2, y2, gradientUnits: 'userSpaceOnUse' }, stopsOf(stops));
}

/** Lays colour on colour as shadows do. */
export const MULTIPLY = { style: 'mix-blend-mode:multiply' } as const;

/** The names of the blurs that every drawing defines, by standard deviation in pixels. */
export const BLURS = [1, 2, 3, 5, 8, 12] as const;
export const blur = (deviation: (typeof BLURS)[number]): { readonly filter: string } => ({
  filter: `url(#blur${deviation})`,
});

/** How a disc fades that has been blurred by half of its radius. */
const SOFT_FADE: readonly (readonly [at: number, opacity: number])[] = [
  [0, 1],
  [0.2, 0.92],
  [0.4, 0.7],
  [0.6, 0.4],
  [0.8, 0.13],
  [0.92, 0.03],
  [1, 0],
];

/**
 * An ellipse with soft edges: a gradient, because a blur costs librsvg a pass over the picture (50 ms) each time. Its colour's gradient
 * is defined by `softDefinitions`.
 */
export function softEllipse(
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  colour: string,
  attributes: Attributes,
): string {
  return ellipse(cx, cy, rx, ry, { fill: `url(#soft-${colour.slice(1)})`, ...attributes });
}

/** The gradients that the soft ellipses of a drawing refer to. */
export function softDefinitions(drawing: string): string {
  const colours = new Set(
    Array.from(drawing.matchAll(/url\(#soft-([0-9a-f]{6})\)/g), ([, colour]) => colour as string),
  );
  return Array.from(colours, (colour) =>
    radialGradient(
      `soft-${colour}`,
      [0.5, 0.5],
      0.5,
      SOFT_FADE.map(([at, opacity]) => ({ at, opacity, colour: `#${colour}` })),
    ),
  ).join('');
}

/** A Gaussian blur that may reach far beyond its shape. */
export function blurFilter(id: string, deviation: number): string {
  const blur = element('feGaussianBlur', { stdDeviation: deviation });
  return element('filter', { id, x: '-60%', y: '-60%', width: '220%', height: '220%' }, blur);
}
