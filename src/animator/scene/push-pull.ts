/** A colour picture with a weight per pixel: 1 is known, 0 is to be filled in. */
export interface WeightedColour {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** `height x width x 3`, 0..255. */
  readonly colour: Float32Array;
  /** `height x width`, 0..1. */
  readonly weight: Float32Array;
}

/**
 * Fills what is not known smoothly from what is: the push-pull pyramid of Gortler et al., "The Lumigraph" (1996). Known
 * pixels keep their colour. Changes `picture.colour` in place.
 */
export function pushPull(picture: WeightedColour): void {
  if (picture.widthPixels < 2 && picture.heightPixels < 2) return;
  const coarse = pull(picture);
  pushPull(coarse);
  push(coarse, picture);
}

function pull({ widthPixels: width, heightPixels: height, colour, weight }: WeightedColour): WeightedColour {
  const coarseWidth = Math.max(1, Math.ceil(width / 2));
  const coarseHeight = Math.max(1, Math.ceil(height / 2));
  const coarse = {
    widthPixels: coarseWidth,
    heightPixels: coarseHeight,
    colour: new Float32Array(coarseWidth * coarseHeight * 3),
    weight: new Float32Array(coarseWidth * coarseHeight),
  };
  for (let y = 0; y < coarseHeight; y++) {
    for (let x = 0; x < coarseWidth; x++) {
      let [red, green, blue, total] = [0, 0, 0, 0];
      for (let j = 2 * y; j < Math.min(height, 2 * y + 2); j++) {
        for (let i = 2 * x; i < Math.min(width, 2 * x + 2); i++) {
          const at = j * width + i;
          const share = weight[at]!;
          if (share === 0) continue;
          red += share * colour[at * 3]!;
          green += share * colour[at * 3 + 1]!;
          blue += share * colour[at * 3 + 2]!;
          total += share;
        }
      }
      const at = y * coarseWidth + x;
      coarse.weight[at] = Math.min(1, total);
      if (total === 0) continue;
      coarse.colour[at * 3] = red / total;
      coarse.colour[at * 3 + 1] = green / total;
      coarse.colour[at * 3 + 2] = blue / total;
    }
  }
  return coarse;
}

function push(coarse: WeightedColour, fine: WeightedColour): void {
  const { widthPixels: width, heightPixels: height, colour, weight } = fine;
  for (let y = 0; y < height; y++) {
    const sourceY = Math.min(coarse.heightPixels - 1, Math.max(0, y / 2 - 0.25));
    const y0 = sourceY | 0;
    const y1 = Math.min(coarse.heightPixels - 1, y0 + 1);
    const fy = sourceY - y0;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const known = weight[at]!;
      if (known >= 1) continue;
      const sourceX = Math.min(coarse.widthPixels - 1, Math.max(0, x / 2 - 0.25));
      const x0 = sourceX | 0;
      const x1 = Math.min(coarse.widthPixels - 1, x0 + 1);
      const fx = sourceX - x0;
      const a = (y0 * coarse.widthPixels + x0) * 3;
      const b = (y0 * coarse.widthPixels + x1) * 3;
      const c = (y1 * coarse.widthPixels + x0) * 3;
      const d = (y1 * coarse.widthPixels + x1) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const top = coarse.colour[a + channel]! * (1 - fx) + coarse.colour[b + channel]! * fx;
        const bottom = coarse.colour[c + channel]! * (1 - fx) + coarse.colour[d + channel]! * fx;
        const filled = top * (1 - fy) + bottom * fy;
        colour[at * 3 + channel] = known * colour[at * 3 + channel]! + (1 - known) * filled;
      }
    }
  }
}
