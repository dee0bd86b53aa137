import type { RgbPicture } from '../../app/ports/safety-check.ts';

/** Which source pixels make one pixel of the result, and how much of it each is. */
interface Blend {
  readonly first: number;
  readonly shares: Float32Array;
}

/**
 * The whole picture as a square of `side` x `side`, each channel from -1 to 1, its ratio given up as the classifier learned
 * it. Every source pixel counts where the picture is larger (a triangle filter), so that fine patterns do not turn into noise.
 *
 * @param target `side x side x 3` floats
 */
export function shrinkInto(picture: RgbPicture, side: number, target: Float32Array): void {
  const { widthPixels, heightPixels, rgb } = picture;
  const columns = blendsOf(widthPixels, side);
  const rows = blendsOf(heightPixels, side);
  const narrow = new Float32Array(heightPixels * side * 3);
  for (let row = 0; row < heightPixels; row++) {
    for (let column = 0; column < side; column++) {
      const { first, shares } = columns[column] as Blend;
      blend(rgb, (row * widthPixels + first) * 3, 3, shares, narrow, (row * side + column) * 3);
    }
  }
  for (let row = 0; row < side; row++) {
    const { first, shares } = rows[row] as Blend;
    for (let column = 0; column < side; column++) {
      const to = (row * side + column) * 3;
      blend(narrow, (first * side + column) * 3, side * 3, shares, target, to);
      for (let channel = to; channel < to + 3; channel++) target[channel] = (target[channel] as number) / 127.5 - 1;
    }
  }
}

function blendsOf(length: number, side: number): Blend[] {
  const scale = length / side;
  const reach = Math.max(1, scale);
  return Array.from({ length: side }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(0, Math.floor(centre - reach));
    const last = Math.min(length - 1, Math.ceil(centre + reach) - 1);
    const weights = Float32Array.from({ length: last - first + 1 }, (_, step) =>
      Math.max(0, 1 - Math.abs(first + step + 0.5 - centre) / reach),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, shares: weights.map((weight) => weight / sum) };
  });
}

/** Three channels as a weighted sum of the pixels that lie `step` apart. */
function blend(
  source: Uint8Array | Float32Array,
  start: number,
  step: number,
  shares: Float32Array,
  target: Float32Array,
  to: number,
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let index = 0, from = start; index < shares.length; index++, from += step) {
    const share = shares[index] as number;
    red += share * (source[from] as number);
    green += share * (source[from + 1] as number);
    blue += share * (source[from + 2] as number);
  }
  target[to] = red;
  target[to + 1] = green;
  target[to + 2] = blue;
}
