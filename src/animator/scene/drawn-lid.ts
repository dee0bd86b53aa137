import type { Canvas } from '../../domain/picture/canvas.ts';
import { pixelAt } from '../feature-frame.ts';
import { smoothstep } from '../plane.ts';
import { along, type EyeShape, LID_STEPS, widened, withLowerLid } from './eye-shape.ts';

/** Eye widths below the mesh's lid in which the drawn one is looked for, and where surely the cheek is. */
const SEARCH = { deepest: 0.26, step: 0.01, largestGap: 0.12, cheek: 0.38 };
/**
 * From this difference on (root mean square of the channels, 0..255) a pixel is not cheek but eye, lash or the drawn line of
 * the lid; the shadow and the blush under an eye reach 50.
 */
const NOT_SKIN = 58;
/** The drawn line itself belongs to the eye. */
const LINE_HEIGHT = 0.015;
/** Believed between these extensions, and only when the places along the eye agree. */
const BELIEVED = { least: 0.05, most: 0.22, spread: 0.03 };
const LARGEST_RATIO = 2;
/** Part of its width by which such an eye reaches beyond the mesh's corners on each side. */
const WIDER = 0.05;

/**
 * Both eyes with their lower lids where the picture draws them. The mesh is made for human proportions: in large drawn eyes its
 * lower lid lies inside the eye, its corners too, and a blink would leave strips of white. A character is drawn with two such
 * eyes: when only one seems to be, it is a shadow or a bag under it. Eyes that the mesh fits come back unchanged.
 */
export function withDrawnLids(canvas: Canvas, eyes: readonly [EyeShape, EyeShape]): readonly [EyeShape, EyeShape] {
  const [left, right] = [drawnDepth(canvas, eyes[0]), drawnDepth(canvas, eyes[1])];
  if (left === undefined || right === undefined) return eyes;
  if (Math.max(left, right) > LARGEST_RATIO * Math.min(left, right)) return eyes;
  return [withLidAt(eyes[0], left), withLidAt(eyes[1], right)];
}

/** How far below the mesh's lower lid the drawn one lies, in eye widths; `undefined` when the places along the eye disagree. */
function drawnDepth(canvas: Canvas, shape: EyeShape): number | undefined {
  const depths: number[] = [];
  for (let u = 0.22; u <= 0.79; u += 0.03) depths.push(depthBelowLid(canvas, shape, u));
  depths.sort((a, b) => a - b);
  const at = (share: number): number => depths[Math.round(share * (depths.length - 1))]!;
  const spread = (at(0.75) - at(0.25)) / 2;
  const depth = at(0.5);
  return depth < BELIEVED.least || depth > BELIEVED.most || spread > BELIEVED.spread ? undefined : depth;
}

function withLidAt(shape: EyeShape, depth: number): EyeShape {
  const lowered = withLowerLid(
    shape,
    shape.lower.map((edge, step) => {
      const fromCorner = Math.min(step, LID_STEPS - 1 - step) / (LID_STEPS - 1);
      return edge + (depth + LINE_HEIGHT) * smoothstep(0, 0.16, fromCorner);
    }),
  );
  return widened(lowered, WIDER);
}

/** How far below the mesh's lid the picture still differs from the cheek. */
function depthBelowLid(canvas: Canvas, shape: EyeShape, u: number): number {
  const lid = along(shape.lower, u);
  const cheek = [-0.03, 0, 0.03].map((offset) => pixelAt(canvas, shape, u + offset, lid + SEARCH.cheek));
  const skin = [0, 1, 2].map((channel) => cheek.reduce((sum, at) => sum + canvas.rgba[at + channel]!, 0) / 3);
  let reached = 0;
  for (let depth = 0; depth <= SEARCH.deepest && depth - reached <= SEARCH.largestGap; depth += SEARCH.step) {
    const at = pixelAt(canvas, shape, u, lid + depth);
    const squared = skin.reduce((sum, level, channel) => sum + (canvas.rgba[at + channel]! - level) ** 2, 0);
    if (Math.sqrt(squared / 3) > NOT_SKIN) reached = depth;
  }
  return reached;
}
