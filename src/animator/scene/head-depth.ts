import { type FaceFrame, faceOvalOf, pointOf, toFace } from '../face-frame.ts';
import type { Plane } from '../plane.ts';
import { sampleBilinear } from '../plane.ts';
import { nearestSeed } from './nearest-seed.ts';
import { fillPolygon } from './polygon.ts';
import { CELL_PIXELS, overNodes, type RigGrid, smoothNodes } from './rig-grid.ts';

const MESH_POINTS = 468;
const SWEEPS = 400;
/** Looked at on a face turned by 21 degrees: 2.2 smeared the shadow beside its nose, this does not. */
const STEEPEST = 1.5;
const OVER_RELAXATION = 1.7;

/**
 * Depth of the head at every node relative to the axis it turns around, in canvas pixels, positive away from the viewer.
 *
 * The mesh gives the depth of the face. Where the head ends (background away from the face, below the neck, far outside) it is
 * a little behind the ears; in between it follows Laplace's equation, like a skin stretched from one to the other. Nodes
 * beside the face are deliberately left free: pinned there, the far cheek of a turned face swells.
 */
export function headDepthOf(grid: RigGrid, frame: FaceFrame, matte: Plane): Float32Array {
  const { depth, pinned } = pinnedDepths(grid, frame, matte);
  solveLaplace(grid, depth, pinned);
  return smoothNodes(grid, withoutCliffs(grid, depth), 2);
}

/**
 * Depth that changes by no more than `STEEPEST` pixels a pixel: the side of a nose in three-quarter view is a cliff, and turned
 * by 15 degrees a cliff tears. The mean of the highest surface below and the lowest above keeps tip and cheek where they are.
 */
function withoutCliffs({ columns, rows }: RigGrid, depth: Float32Array): Float32Array {
  const low = depth.slice();
  const high = depth.slice();
  const hold = (node: number, neighbour: number, length: number): void => {
    const step = STEEPEST * CELL_PIXELS * length;
    low[node] = Math.min(low[node]!, low[neighbour]! + step);
    high[node] = Math.max(high[node]!, high[neighbour]! - step);
  };
  for (let node = columns + 1; node < columns * rows; node++) {
    hold(node, node - 1, 1);
    hold(node, node - columns, 1);
    hold(node, node - columns - 1, Math.SQRT2);
    hold(node, node - columns + 1, Math.SQRT2);
  }
  for (let node = columns * rows - columns - 2; node >= 0; node--) {
    hold(node, node + 1, 1);
    hold(node, node + columns, 1);
    hold(node, node + columns + 1, Math.SQRT2);
    hold(node, node + columns - 1, Math.SQRT2);
  }
  return low.map((value, node) => (value + high[node]!) / 2);
}

function pinnedDepths(grid: RigGrid, frame: FaceFrame, matte: Plane) {
  const behind = 0.12 * frame.faceWidthPixels;
  const distance = distanceFromFace(grid, frame);
  const pinned = new Uint8Array(grid.columns * grid.rows);
  const depth = overNodes(grid, (x, y, node) => {
    const { u, v } = toFace(frame, x, y);
    const radius = Math.hypot(u / frame.faceWidthPixels, v / frame.faceHeightPixels);
    const background = sampleBilinear(matte, x, y) < 0.3 && distance[node]! > 0.11 * frame.faceHeightPixels;
    const neckEnds = v > frame.chinV + 0.35 * frame.faceHeightPixels;
    if (background || neckEnds || radius > 1.25) pinned[node] = 1;
    return behind;
  });
  pinToMesh(grid, frame, depth, pinned);
  return { depth, pinned };
}

function distanceFromFace(grid: RigGrid, frame: FaceFrame): Float32Array {
  const inside = new Uint8Array(grid.columns * grid.rows);
  const oval = faceOvalOf(frame.landmarks).map(({ x, y }) => ({ x: x / CELL_PIXELS, y: y / CELL_PIXELS }));
  fillPolygon(oval, grid.columns, grid.rows, (index) => {
    inside[index] = 1;
  });
  return nearestSeed(inside, grid.columns, grid.rows).distancePixels.map((cells) => cells * CELL_PIXELS);
}

/** Each node with vertices of the mesh around it takes their mean depth. */
function pinToMesh(grid: RigGrid, frame: FaceFrame, depth: Float32Array, pinned: Uint8Array): void {
  const sum = new Float32Array(depth.length);
  const count = new Uint16Array(depth.length);
  for (let index = 0; index < MESH_POINTS; index++) {
    const { x, y } = pointOf(frame.landmarks, index);
    const column = Math.round(x / CELL_PIXELS);
    const row = Math.round(y / CELL_PIXELS);
    if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) continue;
    const node = row * grid.columns + column;
    sum[node]! += frame.landmarks[index * 3 + 2]! - frame.axisDepth;
    count[node]!++;
  }
  for (let node = 0; node < depth.length; node++) {
    if (count[node] === 0) continue;
    depth[node] = sum[node]! / count[node]!;
    pinned[node] = 1;
  }
}

/** Successive over-relaxation; edges mirror. */
function solveLaplace({ columns, rows }: RigGrid, depth: Float32Array, pinned: Uint8Array): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let largestChange = 0;
    for (let row = 0, node = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, node++) {
        if (pinned[node] === 1) continue;
        const left = depth[column > 0 ? node - 1 : node + 1]!;
        const right = depth[column < columns - 1 ? node + 1 : node - 1]!;
        const up = depth[row > 0 ? node - columns : node + columns]!;
        const down = depth[row < rows - 1 ? node + columns : node - columns]!;
        const change = OVER_RELAXATION * ((left + right + up + down) / 4 - depth[node]!);
        depth[node]! += change;
        largestChange = Math.max(largestChange, Math.abs(change));
      }
    }
    if (largestChange < 0.02) return;
  }
}
