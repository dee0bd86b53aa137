/** Size of every drawn character: 3:4, so that its clips are 720 x 960. */
export const DRAWING_WIDTH = 960;
export const DRAWING_HEIGHT = 1280;
/** The middle of every face. */
export const CENTRE_X = 480;

export type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element as text. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : value}"`)
    .join('');
  return `<${name}${written}>${content}</${name}>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

export const path = (d: string, attributes: Attributes): string => element('path', { d, ...attributes });

export const ellipse = (cx: number, cy: number, rx: number, ry: number, attributes: Attributes): string =>
  element('ellipse', { cx, cy, rx, ry, ...attributes });

export const group = (attributes: Attributes, ...content: readonly string[]): string =>
  element('g', attributes, content.join(''));

/** A path from points: `M` the first, then a smooth curve (Catmull-Rom as cubic Béziers) through the others. */
export function smoothPath(points: readonly (readonly [number, number])[], closed = false): string {
  const at = (index: number): readonly [number, number] =>
    closed
      ? points[(index + points.length) % points.length]!
      : points[Math.min(points.length - 1, Math.max(0, index))]!;
  const parts = [`M${round(at(0)[0])} ${round(at(0)[1])}`];
  const last = closed ? points.length : points.length - 1;
  for (let index = 0; index < last; index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const control1 = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6] as const;
    const control2 = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6] as const;
    parts.push(
      `C${round(control1[0])} ${round(control1[1])} ${round(control2[0])} ${round(control2[1])} ${round(to[0])} ${round(to[1])}`,
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

/** A Gaussian blur that may reach far beyond its shape. */
export function blurFilter(id: string, deviation: number): string {
  const blur = element('feGaussianBlur', { stdDeviation: deviation });
  return element('filter', { id, x: '-60%', y: '-60%', width: '220%', height: '220%' }, blur);
}
