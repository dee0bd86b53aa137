import type { Point } from '../../../src/demo/curve.ts';
import { element, path, smoothPath } from '../../../src/demo/svg.ts';

/** Size of the drawings, in pixels. */
export const SHEET = { width: 480, height: 640 } as const;

/** Points of a drawing: x and y in turns. */
export const through = (text: string): Point[] => {
  const numbers = text.trim().split(/\s+/).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[2 * index]!, numbers[2 * index + 1]!]);
};

export const sheet = (...content: readonly string[]): string =>
  element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...SHEET, viewBox: `0 0 ${SHEET.width} ${SHEET.height}` },
    content.join(''),
  );

export const filled = (points: readonly Point[], fill: string, opacity = 1): string =>
  path(smoothPath(points, true), { fill, opacity });
export const line = (points: readonly Point[], stroke: string, width: number): string =>
  path(smoothPath(points), { fill: 'none', stroke, 'stroke-width': width, 'stroke-linecap': 'round' });
/** A shape on the right of the middle line together with its mirror image. */
export const mirrored = (points: readonly Point[]): Point[] => points.map(([x, y]) => [SHEET.width - x, y]);
export const both = (points: readonly Point[], draw: (points: readonly Point[]) => string): string =>
  draw(points) + draw(mirrored(points));
