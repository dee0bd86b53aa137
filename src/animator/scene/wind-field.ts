import { type FaceFrame, toFace } from '../face-frame.ts';
import { clamp, type Plane, sampleBilinear, smoothstep } from '../plane.ts';
import { HAIR_SCALE, type Hair } from './hair.ts';
import { pushPull } from './push-pull.ts';
import { overNodes, type RigGrid, smoothNodes } from './rig-grid.ts';

/** How the wind moves each node. */
export interface WindField {
  /** How far the node gives way to the wind, 0..about 1. */
  readonly amplitude: Float32Array;
  /** Way along the strand in face heights: gusts travel from 0 (root) outwards. */
  readonly strand: Float32Array;
  /** How much the node trails behind the head, 0..1. */
  readonly trailing: Float32Array;
  /** How far clothes give way, 0..1, and the way of their ripples across the picture, in waves. */
  readonly cloth: Float32Array;
  readonly clothWay: Float32Array;
}

/** Nodes of the figure, as opposed to background. */
const FIGURE_THRESHOLD = 0.35;
/** Largest change of amplitude per pixel inside the figure, in 1 / face widths: more would fold hair that lies on skin or cloth. */
const STEEPEST = 2.8;

/** Turns hair into a field that waves without folding the skin beside it and without swimming edges. */
export function windFieldOf(grid: RigGrid, frame: FaceFrame, hair: Hair, matte: Plane, shoulderV: number): WindField {
  const hairAt = overNodes(grid, (x, y) => sampleBilinear(hair.amount, x / HAIR_SCALE - 0.5, y / HAIR_SCALE - 0.5));
  const rawStrand = overNodes(grid, (x, y) => sampleBilinear(hair.strand, x / HAIR_SCALE - 0.5, y / HAIR_SCALE - 0.5));
  const isFigure = overNodes(grid, (x, y) => (sampleBilinear(matte, x, y) > FIGURE_THRESHOLD ? 1 : 0));
  const strand = extended(grid, rawStrand, (node) => (hairAt[node]! > 0.3 ? 1 : 0));
  const tip = tipOf(strand, hairAt);
  const give = hairAt.map((amount, node) => {
    const way = strand[node]!;
    return amount * smoothstep(-0.05, tip, way) ** 0.85 * Math.min(1, 0.6 + 0.3 * way);
  });
  limitSlope(grid, give, isFigure, (STEEPEST * 8) / frame.faceWidthPixels);
  // beyond the silhouette the field goes on as it is at the edge, or the outline would swim
  const amplitude = smoothNodes(
    grid,
    extended(grid, give, (node) => isFigure[node]!),
    2,
  );
  const trailing = extended(
    grid,
    hairAt.map((amount, node) => amount * smoothstep(0.2, 1.2, strand[node]!)),
    (node) => isFigure[node]!,
  );
  return {
    amplitude,
    strand,
    trailing: smoothNodes(grid, trailing, 3),
    cloth: clothOf(grid, frame, amplitude, shoulderV),
    clothWay: overNodes(grid, (x, y) => (0.9 * x + 0.6 * y) / frame.faceWidthPixels),
  };
}

/** What is not hair and lies below the shoulders counts as cloth; bare shoulders there move too little to be seen. */
function clothOf(grid: RigGrid, frame: FaceFrame, amplitude: Float32Array, shoulderV: number): Float32Array {
  const fh = frame.faceHeightPixels;
  return overNodes(grid, (x, y, node) => {
    const below = smoothstep(shoulderV, shoulderV + 0.6 * fh, toFace(frame, x, y).v);
    return below * clamp(1 - 4 * amplitude[node]!, 0, 1);
  });
}

/** Way along the strand at which hair gives way fully: near its tips, but never so near the root that short hair would fly. */
function tipOf(strand: Float32Array, hairAt: Float32Array): number {
  const ways = strand.filter((_, node) => hairAt[node]! > 0.5).sort();
  return clamp(1.1 * (ways[Math.floor(0.95 * ways.length)] ?? 0), 0.45, 1.15);
}

/** Values kept where they are known and continued smoothly elsewhere. */
function extended(grid: RigGrid, values: Float32Array, known: (node: number) => number): Float32Array {
  const colour = new Float32Array(values.length * 3);
  const weight = new Float32Array(values.length);
  let anyKnown = false;
  for (let node = 0; node < values.length; node++) {
    colour[node * 3] = values[node]!;
    weight[node] = known(node);
    anyKnown ||= weight[node]! > 0;
  }
  if (!anyKnown) return new Float32Array(values.length);
  pushPull({ widthPixels: grid.columns, heightPixels: grid.rows, colour, weight });
  return values.map((_, node) => colour[node * 3]!);
}

/** Lowers values until no two neighbouring figure nodes differ by more than `step` per node. Background is not crossed. */
function limitSlope({ columns, rows }: RigGrid, values: Float32Array, isFigure: Float32Array, step: number): void {
  const limit = (node: number, neighbour: number, length: number): void => {
    if (isFigure[neighbour] === 1) values[node] = Math.min(values[node]!, values[neighbour]! + step * length);
  };
  for (let pass = 0; pass < 2; pass++) {
    for (let row = 1; row < rows; row++) {
      for (let column = 1; column < columns - 1; column++) {
        const node = row * columns + column;
        if (isFigure[node] === 0) continue;
        limit(node, node - 1, 1);
        limit(node, node - columns, 1);
        limit(node, node - columns - 1, Math.SQRT2);
        limit(node, node - columns + 1, Math.SQRT2);
      }
    }
    for (let row = rows - 2; row >= 0; row--) {
      for (let column = columns - 2; column > 0; column--) {
        const node = row * columns + column;
        if (isFigure[node] === 0) continue;
        limit(node, node + 1, 1);
        limit(node, node + columns, 1);
        limit(node, node + columns + 1, Math.SQRT2);
        limit(node, node + columns - 1, Math.SQRT2);
      }
    }
  }
}

/**
 * Slow noise over the nodes, 0..1, that lets locks of hair move one after the other: three waves in different directions, so
 * neighbours move together and distant locks do not. `phase` (radians) makes each clip's wind its own.
 */
export function lockNoise(grid: RigGrid, frame: FaceFrame, phase: number): Float32Array {
  const scale = (2 * Math.PI) / frame.faceWidthPixels;
  return overNodes(grid, (x, y) => {
    const a = Math.sin(scale * (1.1 * x + 0.25 * y) + phase);
    const b = Math.sin(scale * (-0.55 * x + 0.6 * y) + 2.1 * phase + 1);
    const c = Math.sin(scale * (0.3 * x - 0.9 * y) + 3.7 * phase + 2);
    return 0.5 + (a + b + c) / 6;
  });
}
