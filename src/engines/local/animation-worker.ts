/** Runs in a worker thread: holds the models and the pictures being drawn, so that the server's event loop stays free. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { createFramePainter, type FramePainter } from '../../animator/drawing/frame-painter.ts';
import { writeScore } from '../../animator/motion/write-score.ts';
import { measurePicture, prepareScene, type Scene } from '../../animator/scene/scene.ts';
import type { Performance } from '../../app/ports/picture-animator.ts';
import { FINISHES } from '../../domain/motion/finish.ts';
import type { Canvas } from '../../domain/picture/canvas.ts';
import type { FacePoints } from '../../domain/picture/face-points.ts';
import type { Perceived } from '../../domain/picture/perceived.ts';
import type { AnimationAnswer, AnimationRequest } from './animation-messages.ts';
import { createPerception, type Perception } from './perception/perceive.ts';
import { warpModuleUrl } from './warp-module.ts';

/** Loaded with the first picture to look at: a thread that only draws needs no models. */
let perception: Perception | undefined;
const warp = new WebAssembly.Module(readFileSync(warpModuleUrl));
const painters = new Map<number, FramePainter>();
/** The scene drawn last: people try several motions on one picture. */
let remembered: { readonly canvas: Canvas; readonly placed: string; readonly scene: Scene } | undefined;

const answer = (message: AnimationAnswer, handedOver: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, handedOver);

parentPort?.on('message', (request: AnimationRequest) => {
  try {
    handle(request);
  } catch (cause) {
    answer({
      kind: 'failed',
      id: request.id,
      message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    });
  }
});

function handle(request: AnimationRequest): void {
  switch (request.kind) {
    case 'wake':
      if (request.looks) perception ??= createPerception();
      answer({ kind: 'awake', id: request.id });
      break;
    case 'look': {
      const perceived = perceive(request.canvas, request.facePoints, true);
      answer({ kind: 'looked', id: request.id, facts: measurePicture(request.canvas, perceived) });
      break;
    }
    case 'prepare': {
      const scene = sceneOf(request.canvas, request.performance);
      const painter = painterFor(scene, request.performance);
      painters.set(request.id, painter);
      const { id, isShared } = request;
      const { facts } = scene;
      answer({ kind: 'prepared', id, facts, frameCount: painter.frameCount, scene: isShared ? scene : undefined });
      break;
    }
    case 'adopt':
      painters.set(request.id, painterFor(request.scene, request.performance));
      answer({ kind: 'adopted', id: request.id });
      break;
    case 'paint': {
      const painter = painters.get(request.id);
      if (painter === undefined) throw new Error(`clip ${request.id} is not being drawn`);
      new Uint8Array(request.buffer).set(painter.paint(request.index));
      const { id, index, buffer } = request;
      answer({ kind: 'painted', id, index, buffer }, [buffer]);
      break;
    }
    case 'forget':
      painters.delete(request.id);
  }
}

/** Hands are looked for only where they matter: that takes longer than all the rest. */
function perceive(canvas: Canvas, facePoints: FacePoints | undefined, withHands: boolean): Perceived {
  perception ??= createPerception();
  const perceived = perception.perceive(canvas, facePoints);
  return withHands ? { ...perceived, hands: perception.findHands(canvas) } : perceived;
}

function wavesHand(motion: Performance['motion']): boolean {
  if (motion.kind === 'custom') return motion.motion.steps.flat().some(({ verb }) => verb === 'wave-hand');
  return motion.kind === 'preset' && motion.presetId === 'wave-hello';
}

function sceneOf(canvas: Canvas, { facePoints, motion }: Performance): Scene {
  const withHands = wavesHand(motion);
  const placed = JSON.stringify([facePoints, withHands]);
  const known =
    remembered !== undefined &&
    remembered.placed === placed &&
    Buffer.compare(remembered.canvas.rgba, canvas.rgba) === 0;
  if (known && remembered !== undefined && remembered.canvas.widthPixels === canvas.widthPixels)
    return remembered.scene;
  const scene = inSharedMemory(prepareScene(canvas, perceive(canvas, facePoints, withHands)));
  remembered = { canvas, placed, scene };
  return scene;
}

/** Its pictures, which are most of a scene, are not copied when another thread gets it. */
function inSharedMemory(scene: Scene): Scene {
  const shared = (bytes: Uint8Array): Uint8Array => {
    const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
    copy.set(bytes);
    return copy;
  };
  const { canvas, layers } = scene;
  return {
    ...scene,
    canvas: { ...canvas, rgba: shared(canvas.rgba) },
    layers: { figure: shared(layers.figure), plate: shared(layers.plate) },
  };
}

function painterFor(scene: Scene, performance: Performance): FramePainter {
  const { face, handCanWave } = scene.facts;
  const performer = { yawDegrees: face?.yawDegrees ?? 0, handCanWave };
  const score = writeScore(performance.motion, performer, performance);
  return createFramePainter(warp, scene, score, FINISHES[performance.finish ?? 'plain']);
}
