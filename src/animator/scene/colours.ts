import type { Canvas } from '../../domain/picture/canvas.ts';
import type { ColourPlanes } from '../guided-filter.ts';
import { createPlane, type Plane } from '../plane.ts';

/** The canvas as red, green and blue planes of 0..1. */
export function colourPlanesOf({ widthPixels, heightPixels, rgba }: Canvas): ColourPlanes {
  const plane = (): Plane => createPlane(widthPixels, heightPixels);
  const colours = { red: plane(), green: plane(), blue: plane() };
  for (let i = 0, at = 0; i < widthPixels * heightPixels; i++, at += 4) {
    colours.red.values[i] = rgba[at]! / 255;
    colours.green.values[i] = rgba[at + 1]! / 255;
    colours.blue.values[i] = rgba[at + 2]! / 255;
  }
  return colours;
}

/** Luma (BT.709 weights) of the colours, 0..1. */
export function lumaOf({ red, green, blue }: ColourPlanes): Plane {
  const luma = createPlane(red.widthPixels, red.heightPixels);
  for (let i = 0; i < luma.values.length; i++) {
    luma.values[i] = 0.2126 * red.values[i]! + 0.7152 * green.values[i]! + 0.0722 * blue.values[i]!;
  }
  return luma;
}
