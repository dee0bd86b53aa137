import { UnsupportedModelError } from './model.ts';
import { inputOf, type PrepareOperator, pictureShape } from './operator.ts';

/** RESIZE_BILINEAR with half-pixel centres: pixel centres lie at 0.5, as in every picture library. */
export const prepareResizeBilinear: PrepareOperator = (site) => {
  const input = inputOf(site, 0);
  if (site.options?.boolean(2) === true || site.options?.boolean(3) !== true) {
    throw new UnsupportedModelError(`RESIZE_BILINEAR "${site.output.name}" has no half-pixel centres.`);
  }
  const from = pictureShape(input);
  const to = pictureShape(site.output);
  const rows = tapsAlong(from.rows, to.rows);
  const columns = tapsAlong(from.columns, to.columns);
  const source = input.values;
  const target = site.output.values;
  const run = (): void => {
    let at = 0;
    for (const row of rows) {
      const upper = row.first * from.columns;
      const lower = row.second * from.columns;
      for (const column of columns) {
        const a = (upper + column.first) * from.channels;
        const b = (upper + column.second) * from.channels;
        const c = (lower + column.first) * from.channels;
        const d = (lower + column.second) * from.channels;
        for (let channel = 0; channel < from.channels; channel++) {
          const top = source[a + channel]! + (source[b + channel]! - source[a + channel]!) * column.share;
          const bottom = source[c + channel]! + (source[d + channel]! - source[c + channel]!) * column.share;
          target[at++] = top + (bottom - top) * row.share;
        }
      }
    }
  };
  return { scratchLength: 0, run };
};

/** Between which two source pixels each target pixel lies, and how far towards the second. */
function tapsAlong(sourceLength: number, targetLength: number): { first: number; second: number; share: number }[] {
  return Array.from({ length: targetLength }, (_, index) => {
    const position = ((index + 0.5) * sourceLength) / targetLength - 0.5;
    const floor = Math.floor(position);
    return {
      first: Math.max(0, floor),
      second: Math.min(sourceLength - 1, floor + 1),
      share: Math.max(0, position) - Math.max(0, floor),
    };
  });
}
