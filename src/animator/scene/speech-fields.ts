import { type FaceFrame, pointOf, toFace } from '../face-frame.ts';
import { CHIN, LIP_LOWER_OUTER, MOUTH_CORNER_LEFT, MOUTH_CORNER_RIGHT } from '../landmarks.ts';
import { smoothstep } from '../plane.ts';
import type { DisplacementField } from './expression-fields.ts';
import { overNodes, type RigGrid } from './rig-grid.ts';

/** What the face around a speaking mouth does at full size, in canvas pixels; the gap itself is drawn, see `drawMouth`. */
export interface SpeechFields {
  /** The chin sinks, the cheeks grow long. */
  readonly jaw: DisplacementField;
  readonly wide: DisplacementField;
  readonly round: DisplacementField;
}

/** Parts of the mouth's width: how far the chin sinks, and the corners move. */
const CHIN_DROP = 0.24;
const CORNERS_APART = 0.05;
const CORNERS_TOGETHER = 0.11;

export function speechFieldsOf(grid: RigGrid, frame: FaceFrame): SpeechFields {
  const at = (index: number) => toFace(frame, pointOf(frame.landmarks, index).x, pointOf(frame.landmarks, index).y);
  const [left, right, lips, chin] = [MOUTH_CORNER_LEFT, MOUTH_CORNER_RIGHT, LIP_LOWER_OUTER, CHIN].map(at) as [
    ReturnType<typeof at>,
    ReturnType<typeof at>,
    ReturnType<typeof at>,
    ReturnType<typeof at>,
  ];
  const width = Math.hypot(right.u - left.u, right.v - left.v);
  const fw = frame.faceWidthPixels;
  const neck = 0.32 * frame.faceHeightPixels;
  const field = (shiftAt: (u: number, v: number) => { readonly u: number; readonly v: number }): DisplacementField => {
    const down = new Float32Array(grid.columns * grid.rows);
    const rightwards = overNodes(grid, (x, y, node) => {
      const face = toFace(frame, x, y);
      const shift = shiftAt(face.u, face.v);
      down[node] = shift.u * frame.axisY + shift.v * frame.axisX;
      return shift.u * frame.axisX - shift.v * frame.axisY;
    });
    return { right: rightwards, down };
  };
  const bell = (u: number, v: number, centre: { u: number; v: number }, spread: number): number =>
    Math.exp(-0.5 * (((u - centre.u) / (spread * width)) ** 2 + ((v - centre.v) / (0.8 * spread * width)) ** 2));
  const corners = (u: number, v: number, by: number) => ({
    u: by * width * (bell(u, v, right, 0.3) - bell(u, v, left, 0.3)),
    v: 0,
  });
  return {
    jaw: field((u, v) => {
      // from the lower lip's edge on: the lip itself is not drawn long
      const below = smoothstep(lips.v - 0.05 * width, chin.v, v) * (1 - smoothstep(chin.v, chin.v + neck, v));
      const beside = 1 - smoothstep(0.2, 0.56, Math.abs(u - (lips.u + chin.u) / 2) / fw);
      return { u: 0, v: CHIN_DROP * width * below * beside };
    }),
    wide: field((u, v) => corners(u, v, CORNERS_APART)),
    round: field((u, v) => corners(u, v, -CORNERS_TOGETHER)),
  };
}
