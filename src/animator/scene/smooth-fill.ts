import type { Canvas } from '../../domain/picture/canvas.ts';
import { pushPull, type WeightedColour } from './push-pull.ts';

/**
 * The picture at half of its size with everything but the `known` pixels filled in smoothly from them: what is smooth needs
 * no more pixels, and this takes a quarter of the time.
 */
export function smoothFill(
  { widthPixels, heightPixels, rgba }: Canvas,
  known: (index: number) => number,
): WeightedColour {
  const width = Math.ceil(widthPixels / 2);
  const height = Math.ceil(heightPixels / 2);
  const picture = {
    widthPixels: width,
    heightPixels: height,
    colour: new Float32Array(width * height * 3),
    weight: new Float32Array(width * height),
  };
  const { colour, weight } = picture;
  for (let y = 0, i = 0; y < heightPixels; y++) {
    for (let x = 0; x < widthPixels; x++, i++) {
      if (known(i) === 0) continue;
      const at = (y >> 1) * width + (x >> 1);
      weight[at]! += 1;
      for (let channel = 0; channel < 3; channel++) colour[at * 3 + channel]! += rgba[i * 4 + channel]!;
    }
  }
  for (let at = 0; at < weight.length; at++) {
    if (weight[at] === 0) continue;
    for (let channel = 0; channel < 3; channel++) colour[at * 3 + channel]! /= weight[at]!;
    weight[at] = 1;
  }
  pushPull(picture);
  return picture;
}
