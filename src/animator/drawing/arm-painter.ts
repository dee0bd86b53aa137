import { createFrameKernel } from '../kernels/frame-kernel.ts';
import type { Pose } from '../motion/pose.ts';
import { smoothstep } from '../plane.ts';
import type { DisplacementField } from '../scene/expression-fields.ts';
import { CELL_PIXELS, type RigGrid } from '../scene/rig-grid.ts';
import type { FaceScene } from '../scene/scene.ts';
import type { WavingArm } from '../scene/waving-arm.ts';
import { invertDisplacement } from './inverse-map.ts';

/** Draws the arm of a scene over a frame that was drawn without it. */
export interface ArmPainter {
  /**
   * @param frame I420 of everything but the arm
   * @param body how far the nodes of the figure have moved in it: the arm goes where the place goes that it is cut from
   * @param poses the pose now and shortly before, as `TRAIL_SECONDS` says: fingers trail behind the hand
   */
  paintOver(frame: Uint8Array, body: DisplacementField, poses: readonly Pose[]): Uint8Array;
}

/** In palms from the wrist: where the hand has come round wholly after the wrist, and where the fingers bend. */
const WRIST_BEND = { from: -0.2, to: 0.35 };
const FINGER_BEND = { from: 0.75, to: 1.5 };
/** How much of what the hand turned in the last moment the fingertips are behind. */
const FINGERS_BEHIND = 0.7;
const RADIANS = Math.PI / 180;

/** 1.5 ms a frame of 720 x 960 on top of the rest, and another 12 MB. */
export function createArmPainter(warp: WebAssembly.Module, scene: FaceScene, arm: WavingArm): ArmPainter {
  const { widthPixels, heightPixels, rgba } = scene.canvas;
  const kernel = createFrameKernel(warp, widthPixels, heightPixels, rgba, arm.layers);
  const forward = { right: new Float32Array(kernel.map.length / 2), down: new Float32Array(kernel.map.length / 2) };
  return {
    paintOver: (frame, body, poses) => {
      const shift = shiftAt(kernel.grid, body, arm);
      const isAtRest =
        shift.right === 0 &&
        shift.down === 0 &&
        poses.every(({ forearmDegrees, handDegrees }) => forearmDegrees === 0 && handDegrees === 0);
      // cells at rest show the picture itself, arm and all
      kernel.moving.fill(isAtRest ? 0 : 1);
      if (!isAtRest) {
        kernel.plate.set(frame);
        displaceArm(kernel.grid, arm, poses, shift, forward);
        invertDisplacement(kernel.grid, forward, kernel.map);
      }
      return kernel.draw();
    },
  };
}

interface Shift {
  readonly right: number;
  readonly down: number;
}

/** How far the body has moved where the arm is cut from it. */
function shiftAt({ columns }: RigGrid, { right, down }: DisplacementField, { cut }: WavingArm): Shift {
  const node = Math.round(cut.y / CELL_PIXELS) * columns + Math.round(cut.x / CELL_PIXELS);
  return { right: right[node]!, down: down[node]! };
}

/** Turns the forearm about the cut, the hand about the wrist and the fingers about their roots, each bending softly. */
function displaceArm(
  { columns, rows }: RigGrid,
  { cut, wrist, axis, palmPixels, outwards }: WavingArm,
  poses: readonly Pose[],
  shift: Shift,
  out: DisplacementField,
): void {
  const [now, before] = [poses[0]!, poses[1]!];
  const forearm = outwards * RADIANS * now.forearmDegrees;
  const hand = outwards * RADIANS * now.handDegrees;
  const fingers =
    FINGERS_BEHIND *
    outwards *
    RADIANS *
    (before.handDegrees + before.forearmDegrees - now.handDegrees - now.forearmDegrees);
  const length = Math.hypot(wrist.x - cut.x, wrist.y - cut.y);
  const root = { x: wrist.x + axis.x * palmPixels, y: wrist.y + axis.y * palmPixels };
  const at = { x: 0, y: 0 };
  for (let row = 0, node = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, node++) {
      at.x = column * CELL_PIXELS;
      at.y = row * CELL_PIXELS;
      const [x, y] = [at.x, at.y];
      const aboveCut = (x - cut.x) * axis.x + (y - cut.y) * axis.y;
      const aboveWrist = ((x - wrist.x) * axis.x + (y - wrist.y) * axis.y) / palmPixels;
      turnAbout(at, root, fingers * smoothstep(FINGER_BEND.from, FINGER_BEND.to, aboveWrist));
      turnAbout(at, wrist, hand * smoothstep(WRIST_BEND.from, WRIST_BEND.to, aboveWrist));
      if (length > 0) turnAbout(at, cut, forearm * smoothstep(0, 0.75 * length, aboveCut));
      out.right[node] = at.x - x + shift.right;
      out.down[node] = at.y - y + shift.down;
    }
  }
}

function turnAbout(
  at: { x: number; y: number },
  pivot: { readonly x: number; readonly y: number },
  radians: number,
): void {
  if (radians === 0) return;
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)];
  const [dx, dy] = [at.x - pivot.x, at.y - pivot.y];
  at.x = pivot.x + dx * cosine - dy * sine;
  at.y = pivot.y + dx * sine + dy * cosine;
}
