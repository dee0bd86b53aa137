import { FRAMES_PER_SECOND, frameCountOf } from '../../domain/clip/clip-format.ts';
import { FINISHES, type Finish } from '../../domain/motion/finish.ts';
import type { Canvas } from '../../domain/picture/canvas.ts';
import { createFrameKernel, type FrameKernel } from '../kernels/frame-kernel.ts';
import { samplingSharpness } from '../kernels/sampling-sharpness.ts';
import type { Pose } from '../motion/pose.ts';
import { poseAt, type Score } from '../motion/score.ts';
import type { DisplacementField } from '../scene/expression-fields.ts';
import type { EyeLook } from '../scene/eye-look.ts';
import type { MouthLook } from '../scene/mouth-look.ts';
import type { FaceRig } from '../scene/rig.ts';
import type { FaceScene, Scene, StillScene } from '../scene/scene.ts';
import { lockNoise } from '../scene/wind-field.ts';
import { createArmPainter } from './arm-painter.ts';
import { displaceNodes, TRAIL_SECONDS } from './displacement.ts';
import { drawEye, type EyeState, restoreRegion } from './draw-eye.ts';
import { drawMouth } from './draw-mouth.ts';
import { driftLight } from './drift-light.ts';
import { createFocusPull } from './focus-pull.ts';
import { invertDisplacement } from './inverse-map.ts';
import { withoutFolds } from './without-folds.ts';

/** Draws the frames of one clip, in any order. */
export interface FramePainter {
  readonly frameCount: number;
  /** Frame `index` as I420 (BT.709, limited range, `width * height * 3 / 2` bytes), valid until the next call. */
  paint(index: number): Uint8Array;
}

/** Below this shift in canvas pixels a cell is copied instead of drawn: nobody sees it, and the picture stays exact. */
const STILL_BELOW_PIXELS = 0.004;

/**
 * Makes a painter for a scene and a score.
 *
 * @param warp the compiled `warp.wasm`
 */
export function createFramePainter(
  warp: WebAssembly.Module,
  scene: Scene,
  score: Score,
  finish: Finish = FINISHES.plain,
): FramePainter {
  const { widthPixels, heightPixels } = scene.canvas;
  const draw = scene.kind === 'face' ? faceDrawer(warp, scene, score, finish) : stillDrawer(warp, scene, score);
  // a picture that hardly moves lives by its light
  const light = scene.kind === 'face' ? finish.light : 1;
  return {
    frameCount: frameCountOf(score.lengthSeconds),
    paint: (index) => {
      const timeSeconds = index / FRAMES_PER_SECOND;
      const frame = draw(timeSeconds);
      if (light > 0) driftLight(frame, widthPixels, heightPixels, timeSeconds / score.lengthSeconds, light);
      return frame;
    },
  };
}

/** The frame at a moment of the clip, valid until the next one is drawn. */
type Drawer = (timeSeconds: number) => Uint8Array;

function emptyField(nodes: number): DisplacementField {
  return { right: new Float32Array(nodes), down: new Float32Array(nodes) };
}

function faceDrawer(warp: WebAssembly.Module, scene: FaceScene, score: Score, { focus }: Finish): Drawer {
  const { rig, canvas, arm } = scene;
  const { widthPixels, heightPixels } = canvas;
  const rest = arm?.layers.plate ?? canvas.rgba;
  const sharpness = samplingSharpness(canvas, faceSquare(rig));
  const kernel = createFrameKernel(warp, widthPixels, heightPixels, rest, scene.layers, sharpness);
  const armPainter = arm && createArmPainter(warp, scene, arm);
  const { lengthSeconds } = score;
  const pullFocus =
    focus > 0
      ? createFocusPull(kernel, scene.layers.figure, widthPixels, heightPixels, { focus, lengthSeconds })
      : undefined;
  const forward = emptyField(rig.u.length);
  const lock = lockNoise(rig.grid, rig.frame, score.breeze.phase);
  const displace = (calmed: FaceRig, timeSeconds: number): Pose[] => {
    const poses = posesAround(score, timeSeconds);
    displaceNodes(calmed, lock, poses, timeSeconds, forward);
    return poses;
  };
  const calmed = withoutFolds(rig, forward, score.lengthSeconds, displace);
  const drawn = [false, false];
  let mouthDrawn = false;
  return (timeSeconds) => {
    const poses = displace(calmed, timeSeconds);
    const pose = poses[0]!;
    invertDisplacement(rig.grid, forward, kernel.map);
    markMovingCells(kernel);
    // cells at rest show the picture itself, in focus
    if (pullFocus?.(timeSeconds) === true) kernel.moving.fill(1);
    scene.eyes?.forEach((eye, side) => {
      const state = eyeStateOf(pose, side === 0 ? pose.blinkLeft : pose.blinkRight);
      const moves = !atRest(state);
      if (moves) drawEye(canvas, eye, state, kernel);
      else if (drawn[side] === true) restoreRegion(canvas, eye, kernel);
      if (moves || drawn[side] === true) kernel.figureChanged(eye.box);
      drawn[side] = moves;
      if (moves) markCellsOf(eye, kernel);
    });
    mouthDrawn = scene.mouth !== undefined && moveMouth(canvas, scene.mouth, pose, mouthDrawn, kernel);
    const frame = kernel.draw();
    return armPainter === undefined ? frame : armPainter.paintOver(frame, forward, poses);
  };
}

function faceSquare({ frame: { originX, originY, faceHeightPixels } }: FaceRig) {
  const half = faceHeightPixels / 2;
  return { left: originX - half, top: originY - half, right: originX + half, bottom: originY + half };
}

/** Draws the mouth, or puts it back; whether it is drawn now. */
function moveMouth(canvas: Canvas, mouth: MouthLook, pose: Pose, wasDrawn: boolean, kernel: FrameKernel): boolean {
  const speaks = Math.abs(pose.mouthOpen) > 0.004;
  if (speaks) drawMouth(canvas, mouth, { open: pose.mouthOpen, round: pose.mouthRound }, kernel);
  else if (wasDrawn) restoreRegion(canvas, mouth, kernel);
  if (speaks || wasDrawn) kernel.figureChanged(mouth.box);
  if (speaks) markCellsOf(mouth, kernel);
  return speaks;
}

function posesAround(score: Score, timeSeconds: number): Pose[] {
  return TRAIL_SECONDS.map((trail) => poseAt(score, timeSeconds - trail));
}

function eyeStateOf(pose: Pose, blink: number): EyeState {
  return { blink, squint: pose.squint, gazeRight: pose.gazeRight, gazeDown: pose.gazeDown };
}

const atRest = ({ blink, squint, gazeRight, gazeDown }: EyeState): boolean =>
  Math.abs(blink) < 0.004 && squint < 0.004 && Math.abs(gazeRight) < 0.001 && Math.abs(gazeDown) < 0.001;

function stillDrawer(warp: WebAssembly.Module, { rig, canvas, layers }: StillScene, score: Score): Drawer {
  const { widthPixels, heightPixels, rgba } = canvas;
  const kernel = createFrameKernel(warp, widthPixels, heightPixels, rgba, layers);
  const forward = emptyField(rig.sway.length);
  return (timeSeconds) => {
    const pose = poseAt(score, timeSeconds);
    const aside = pose.yawDegrees / 10 + pose.rollDegrees / 12 + 0.4 * pose.wind * (0.4 + pose.gust);
    const up = pose.breath - pose.pitchDegrees / 12;
    for (let node = 0; node < rig.sway.length; node++) {
      forward.right[node] = aside * rig.sway[node]!;
      forward.down[node] = -up * rig.rise[node]!;
    }
    invertDisplacement(rig.grid, forward, kernel.map);
    markMovingCells(kernel);
    return kernel.draw();
  };
}

function markMovingCells({ grid, map, moving }: FrameKernel): void {
  const moves = (node: number): boolean =>
    Math.abs(map[node * 2]!) > STILL_BELOW_PIXELS || Math.abs(map[node * 2 + 1]!) > STILL_BELOW_PIXELS;
  for (let row = 0, cell = 0; row < grid.rows - 1; row++) {
    for (let column = 0; column < grid.columns - 1; column++, cell++) {
      const node = row * grid.columns + column;
      const any = moves(node) || moves(node + 1) || moves(node + grid.columns) || moves(node + grid.columns + 1);
      moving[cell] = any ? 1 : 0;
    }
  }
}

/** Cells over a drawn eye show the figure layer even when they do not move. */
function markCellsOf({ canvasX, canvasY }: Pick<EyeLook, 'canvasX' | 'canvasY'>, { grid, moving }: FrameKernel): void {
  const columns = grid.columns - 1;
  for (let i = 0; i < canvasX.length; i++) moving[(canvasY[i]! >> 3) * columns + (canvasX[i]! >> 3)] = 1;
}
