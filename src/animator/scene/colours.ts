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
