import type { ColourPlanes } from '../guided-filter.ts';

/** Mean of the values. */
export function shareOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Mean luma, 0..1, in a box of canvas pixels. */
export function brightnessOf(
  colours: ColourPlanes,
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): number {
  const { widthPixels, heightPixels } = colours.red;
  let sum = 0;
  let count = 0;
  for (let y = Math.max(0, Math.round(box.top)); y < Math.min(heightPixels, box.bottom); y++) {
    for (let x = Math.max(0, Math.round(box.left)); x < Math.min(widthPixels, box.right); x++) {
      sum += lumaAt(colours, y * widthPixels + x);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

/** Luma (BT.709 weights) of a pixel, 0..1. */
function lumaAt({ red, green, blue }: ColourPlanes, at: number): number {
  return 0.2126 * red.values[at]! + 0.7152 * green.values[at]! + 0.0722 * blue.values[at]!;
}

/** Mean change of luma from pixel to pixel where there is no figure, 0..1: about 0.005 is a soft background, 0.04 a busy one. */
export function backgroundBusyness(colours: ColourPlanes, figure: Float32Array): number {
  const { widthPixels, heightPixels } = colours.red;
  let sum = 0;
  let count = 0;
  for (let y = 0; y < heightPixels - 1; y++) {
    for (let x = 0; x < widthPixels - 1; x++) {
      const at = y * widthPixels + x;
      if (figure[at]! > 0.3) continue;
      const here = lumaAt(colours, at);
      sum += Math.abs(lumaAt(colours, at + 1) - here) + Math.abs(lumaAt(colours, at + widthPixels) - here);
      count += 2;
    }
  }
  return count === 0 ? 0 : sum / count;
}
