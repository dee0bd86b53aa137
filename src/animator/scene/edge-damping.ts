import { boxMean, type Plane, smoothstep } from '../plane.ts';
import { overNodes, type RigGrid } from './rig-grid.ts';

/** Factors on the motion of each node, 0 at a border that the figure touches, 1 elsewhere. */
export interface EdgeDamping {
  readonly right: Float32Array;
  readonly down: Float32Array;
}

/** How far from each border motion is held back, as parts of the picture's width or height. */
const MARGIN = { side: 0.09, top: 0.07, bottom: 0.11 };

/**
 * Holds the figure at the borders it is cut off by, so that nothing empty is pulled into the picture. Only there: damping
 * everywhere smears hair that merely comes near the frame. Only the motion across the border is held.
 */
export function edgeDampingOf(grid: RigGrid, matte: Plane): EdgeDamping {
  const { widthPixels: width, heightPixels: height } = matte;
  const column = (x: number): Float32Array => borderProfile(matte, height, (y) => y * width + x);
  const row = (y: number): Float32Array => borderProfile(matte, width, (x) => y * width + x);
  const [left, right, top, bottom] = [column(1), column(width - 2), row(1), row(height - 2)];
  const held = (profile: Float32Array, along: number, distance: number, margin: number): number => {
    const touch = profile[Math.min(profile.length - 1, Math.max(0, Math.round(along)))]!;
    return 1 - touch * (1 - smoothstep(0, margin, distance));
  };
  return {
    right: overNodes(
      grid,
      (x, y) => held(left, y, x, MARGIN.side * width) * held(right, y, width - 1 - x, MARGIN.side * width),
    ),
    down: overNodes(
      grid,
      (x, y) => held(top, x, y, MARGIN.top * height) * held(bottom, x, height - 1 - y, MARGIN.bottom * height),
    ),
  };
}

/** How much figure there is along a border, blurred over about 5 % of its length. */
function borderProfile(matte: Plane, length: number, indexOf: (position: number) => number): Float32Array {
  const values = new Float32Array(length * 2);
  for (let position = 0; position < length; position++) {
    const touch = smoothstep(0.2, 0.6, matte.values[indexOf(position)]!);
    values[position] = touch;
    values[length + position] = touch;
  }
  return boxMean({ widthPixels: length, heightPixels: 2, values }, 0.025 * length).values.subarray(0, length);
}
