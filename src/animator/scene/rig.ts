import type { FaceFrame } from '../face-frame.ts';
import { toFace } from '../face-frame.ts';
import { clamp, type Plane, smoothstep } from '../plane.ts';
import { type EdgeDamping, edgeDampingOf } from './edge-damping.ts';
import { type ExpressionFields, expressionFieldsOf, noExpressions } from './expression-fields.ts';
import type { Hair } from './hair.ts';
import { headDepthOf } from './head-depth.ts';
import { overNodes, type RigGrid } from './rig-grid.ts';
import type { ShoulderLine } from './shoulder-line.ts';
import { type SpeechFields, speechFieldsOf } from './speech-fields.ts';
import { type WindField, windFieldOf } from './wind-field.ts';

/** Everything that is needed to say how each node moves in a pose. Built once for a picture. */
export interface FaceRig {
  readonly grid: RigGrid;
  readonly frame: FaceFrame;
  /** Face coordinates of the nodes in canvas pixels. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  /** How much the node follows the head, and its depth relative to the head's axis in pixels. */
  readonly headWeight: Float32Array;
  readonly headDepth: Float32Array;
  readonly expressions: ExpressionFields;
  readonly speech: SpeechFields;
  /** Rise of a full breath, widening of the chest, shrug, sway and lean at each node (see `bodyFieldsOf`). */
  readonly body: BodyFields;
  readonly wind: WindField;
  readonly damping: EdgeDamping;
}

/** Motion of the body at full amplitude, in canvas pixels; all but `sway` along the canvas's axes. */
interface BodyFields {
  readonly breathRise: Float32Array;
  readonly breathWiden: Float32Array;
  readonly shrugRise: Float32Array;
  readonly sway: Float32Array;
  readonly leanRight: Float32Array;
  readonly leanDown: Float32Array;
}

export interface FaceRigInput {
  readonly grid: RigGrid;
  readonly frame: FaceFrame;
  readonly matte: Plane;
  readonly hair: Hair;
  readonly shoulders: ShoulderLine;
  /** `whole` pictures stay one layer: all motion fades out around the head. */
  readonly separation: 'figure' | 'whole';
  /** Whether eyes or a mouth are seen where the mesh has them. Without them it is no face from the front, and keeps still. */
  readonly featuresSeen: boolean;
}

/** How much depth a head keeps whose face is not where the mesh has it, as a profile's: a little slide, no turn. */
const UNSEEN_DEPTH = 0.35;

/** Builds the rig of a picture with a face. */
export function buildFaceRig(input: FaceRigInput): FaceRig {
  const { grid, frame, matte, featuresSeen } = input;
  const u = overNodes(grid, (x, y) => toFace(frame, x, y).u);
  const v = overNodes(grid, (x, y) => toFace(frame, x, y).v);
  const damping = edgeDampingOf(grid, matte);
  const depth = headDepthOf(grid, frame, matte);
  if (input.separation === 'whole') fadeAroundHead(frame, u, v, damping);
  return {
    grid,
    frame,
    u,
    v,
    headWeight: headWeightOf(frame, u, v),
    headDepth: featuresSeen ? depth : depth.map((value) => UNSEEN_DEPTH * value),
    expressions: featuresSeen ? expressionFieldsOf(grid, frame) : noExpressions(grid),
    speech: speechFieldsOf(grid, frame),
    body: bodyFieldsOf(frame, u, v, input.shoulders),
    wind: windFieldOf(grid, frame, input.hair, matte, input.shoulders.shoulderV),
    damping,
  };
}

/** In a picture of one layer the background must not be dragged along: motion ends about one head away. */
function fadeAroundHead(frame: FaceFrame, u: Float32Array, v: Float32Array, damping: EdgeDamping): void {
  for (let node = 0; node < u.length; node++) {
    const radius = Math.hypot(u[node]! / (0.95 * frame.faceWidthPixels), v[node]! / (1.05 * frame.faceHeightPixels));
    const keep = 1 - smoothstep(1, 2.1, radius);
    damping.right[node]! *= keep;
    damping.down[node]! *= keep;
  }
}

/** 1 on the head, fading out down the neck; hair that falls beside the neck onto the shoulders stays with them. */
function headWeightOf(
  { chinV, faceHeightPixels: fh, faceWidthPixels: fw }: FaceFrame,
  u: Float32Array,
  v: Float32Array,
) {
  return v.map((down, node) => {
    const neck = 1 - smoothstep(-0.12, 0.55, (down - chinV) / fh);
    return neck * (1 - smoothstep(0.75, 1.5, Math.abs(u[node]!) / fw) * smoothstep(0, 0.5, down / fh));
  });
}

const BREATH_RISE = 0.034;
const BREATH_WIDEN = 0.016;
/** How much of the shoulders' rise the head takes part in. */
const HEAD_SHARE = 0.62;
const SHRUG_RISE = 0.05;
const LEAN_GROWTH = 0.04;

function bodyFieldsOf(frame: FaceFrame, u: Float32Array, v: Float32Array, { shoulderV }: ShoulderLine): BodyFields {
  const { faceHeightPixels: fh, faceWidthPixels: fw, chinV } = frame;
  const groundV = shoulderV + 2.2 * fh;
  const overNodesOf = (valueAt: (across: number, down: number) => number): Float32Array =>
    v.map((down, node) => valueAt(u[node]!, down));
  const standing = (down: number): number => 1 - smoothstep(shoulderV, groundV, down);
  const chest = (down: number): number => smoothstep(chinV, shoulderV + 0.4 * fh, down) * standing(down);
  return {
    breathRise: overNodesOf(
      (_, down) =>
        BREATH_RISE * fh * standing(down) * (HEAD_SHARE + (1 - HEAD_SHARE) * smoothstep(chinV, shoulderV, down)),
    ),
    breathWiden: overNodesOf((across, down) => BREATH_WIDEN * fw * clamp(across / fw, -1.2, 1.2) * chest(down)),
    shrugRise: overNodesOf(
      (across, down) =>
        SHRUG_RISE *
        fh *
        smoothstep(0.3, 0.85, Math.abs(across) / fw) *
        smoothstep(chinV, shoulderV, down) *
        (1 - smoothstep(shoulderV + 0.3 * fh, shoulderV + 1.4 * fh, down)),
    ),
    sway: overNodesOf((_, down) => fw * (1 - smoothstep(chinV, groundV, down))),
    leanRight: overNodesOf((across, down) => LEAN_GROWTH * across * (1 - smoothstep(shoulderV, groundV, down))),
    leanDown: overNodesOf(
      (_, down) => LEAN_GROWTH * Math.min(0, down - groundV) * (1 - smoothstep(shoulderV, groundV, down)),
    ),
  };
}
