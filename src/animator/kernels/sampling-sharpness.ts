import type { Canvas } from '../../domain/picture/canvas.ts';
import { PHASES, SHARPNESS, tapWeights } from './bicubic-weights.ts';

/** Tried in turn; sharper ones ring on hard edges, so they are for pictures that are grain and cracks all over. */
const TRIED = [SHARPNESS, -0.9, -1.05, -1.2] as const;
/**
 * Part of the finest detail that half a pixel of motion has to leave. At the usual sharpness the Mona Lisa keeps 0.79, and 21 other
 * pictures (paintings, renders, drawings, with grain and without) 0.89 to 1.03.
 */
const KEPT = 0.88;

/**
 * How sharply a picture is sampled while it moves, as the parameter of Keys' cubic. Between two pixels every sampling loses the finest
 * detail; of craquelure, canvas and grain so much that a face would look softer as soon as it moves.
 *
 * @param box the part that is looked at, in canvas pixels
 */
export function samplingSharpness(
  { widthPixels, heightPixels, rgba }: Canvas,
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): number {
  const [left, right] = [Math.max(2, Math.round(box.left)), Math.min(widthPixels - 4, Math.round(box.right))];
  const [top, bottom] = [Math.max(0, Math.round(box.top)), Math.min(heightPixels, Math.round(box.bottom))];
  const keptBy = (sharpness: number): number => {
    const [a, b, c, d] = tapWeights(PHASES / 2, sharpness).map((weight) => weight / 16384) as [
      number,
      number,
      number,
      number,
    ];
    let [before, after] = [0, 0];
    for (let y = top; y < bottom; y += 2) {
      const row = y * widthPixels;
      const green = (x: number): number => rgba[(row + x) * 4 + 1]!;
      let last = 0;
      for (let x = left; x < right; x++) {
        const between = a * green(x - 1) + b * green(x) + c * green(x + 1) + d * green(x + 2);
        if (x > left) {
          before += Math.abs(green(x) - green(x - 1));
          after += Math.abs(between - last);
        }
        last = between;
      }
    }
    return before === 0 ? 1 : after / before;
  };
  return TRIED.find((sharpness) => keptBy(sharpness) >= KEPT) ?? TRIED.at(-1)!;
}
