import { availableParallelism } from 'node:os';
import type { AnimatedFrames, Performance, PictureAnimator } from '../../app/ports/picture-animator.ts';
import { FRAMES_PER_SECOND } from '../../domain/clip/clip-format.ts';
import type { Canvas } from '../../domain/picture/canvas.ts';
import type { PictureFacts } from '../../domain/picture/picture-facts.ts';
import type { AnimationAnswer } from './animation-messages.ts';
import { LocalEngineError } from './local-engine-error.ts';
import { createWorkerLine, type WorkerLine } from './worker-line.ts';

/** Frames each thread draws ahead of the encoder: enough that neither waits for the other, few enough to stay small (1 MB each). */
const FRAMES_AHEAD = 3;
/** On two cores two threads draw and encode five seconds in 1.1 s, one in 1.4; a third would only take the encoder's core. */
const THREADS_PER_CLIP = Math.min(2, availableParallelism());

/**
 * The local engine: looks at pictures and draws them in motion in worker threads, one clip at a time in each easel. Threads
 * start with the first picture, load the models once, and are replaced when they die.
 *
 * @param options.workers how many clips are drawn at the same time; 1 unless told
 * @param options.threadsPerClip how many threads draw one clip; two, or one where there is one core. The clip stays the same
 * @throws LocalEngineError (from its methods) when a thread cannot do its work
 */
export function createLocalAnimator(
  options: { readonly workers?: number; readonly threadsPerClip?: number } = {},
): PictureAnimator {
  const { workers = 1, threadsPerClip = THREADS_PER_CLIP } = options;
  const easels = Array.from({ length: workers }, () => createEasel(threadsPerClip));
  const calmest = (): Easel => easels.reduce((best, easel) => (busyness(easel) < busyness(best) ? easel : best));
  let lastId = 0;
  return {
    warmUp: () => warmUp(calmest(), ++lastId),
    look: async (canvas, { signal, facePoints } = {}) => {
      const answer = await calmest().lead.ask({ kind: 'look', id: ++lastId, canvas, facePoints }, signal);
      return factsOf(answer);
    },
    animate: (canvas, performance, { signal } = {}) => animate(calmest(), ++lastId, canvas, performance, signal),
    close: async () => {
      await Promise.all(easels.flatMap(({ lead, helpers }) => [lead, ...helpers].map((line) => line.close())));
    },
  };
}

/** The threads that draw a clip together. The lead looks, prepares and draws; helpers draw what it prepared. */
interface Easel {
  readonly lead: WorkerLine;
  readonly helpers: readonly WorkerLine[];
  clips: number;
}

function createEasel(threads: number): Easel {
  return { lead: createWorkerLine(), helpers: Array.from({ length: threads - 1 }, createWorkerLine), clips: 0 };
}

const busyness = ({ lead, clips }: Easel): number => lead.waiting() + clips;

/** A thread that draws frames of a clip; `ready` fails when it could not take the clip over. */
interface Hand {
  readonly line: WorkerLine;
  readonly ready: Promise<unknown>;
}

/** A thread that cannot start tells so when it is asked for a picture. */
function warmUp({ lead, helpers }: Easel, id: number): void {
  for (const line of [lead, ...helpers]) {
    line.ask({ kind: 'wake', id, looks: line === lead }, undefined).catch(() => undefined);
  }
}

async function animate(
  easel: Easel,
  id: number,
  canvas: Canvas,
  performance: Performance,
  signal: AbortSignal | undefined,
): Promise<AnimatedFrames> {
  const { lead, helpers } = easel;
  easel.clips++;
  const leave = (): void => {
    easel.clips--;
    for (const line of [lead, ...helpers]) line.tell({ kind: 'forget', id });
  };
  try {
    const prepared = await lead.ask({ kind: 'prepare', id, canvas, performance, isShared: helpers.length > 0 }, signal);
    if (prepared.kind !== 'prepared') throw unexpected(prepared);
    const { frameCount, facts, scene } = prepared;
    const hands: Hand[] = [{ line: lead, ready: Promise.resolve() }];
    if (scene !== undefined) {
      const adopt = { kind: 'adopt', id, scene, performance } as const;
      for (const line of helpers) hands.push({ line, ready: adopted(line.ask(adopt, signal)) });
    }
    const bytes = (canvas.widthPixels * canvas.heightPixels * 3) / 2;
    return {
      frameCount,
      framesPerSecond: FRAMES_PER_SECOND,
      facts,
      frames: framesOf(hands, id, frameCount, bytes, signal, leave),
    };
  } catch (cause) {
    leave();
    throw cause;
  }
}

/** Frames take turns among the hands, and are handed on in their order. */
async function* framesOf(
  hands: readonly Hand[],
  id: number,
  frameCount: number,
  bytes: number,
  signal: AbortSignal | undefined,
  leave: () => void,
): AsyncGenerator<Uint8Array> {
  const coming: Promise<AnimationAnswer>[] = [];
  let asked = 0;
  const askNext = (buffer: ArrayBuffer): void => {
    if (asked === frameCount) return;
    const { line, ready } = hands[asked % hands.length]!;
    const painted = line.ask({ kind: 'paint', id, index: asked++, buffer }, signal);
    const answer = Promise.all([ready, painted]).then(([, frame]) => frame);
    // a failure is met where its frame is awaited; until then it must not count as unhandled
    answer.catch(() => undefined);
    coming.push(answer);
  };
  try {
    for (let ahead = 0; ahead < FRAMES_AHEAD * hands.length; ahead++) askNext(new ArrayBuffer(bytes));
    for (let answer = coming.shift(); answer !== undefined; answer = coming.shift()) {
      const painted = await answer;
      if (painted.kind !== 'painted') throw unexpected(painted);
      yield new Uint8Array(painted.buffer);
      askNext(painted.buffer);
    }
  } finally {
    leave();
  }
}

async function adopted(asked: Promise<AnimationAnswer>): Promise<void> {
  const answer = await asked;
  if (answer.kind !== 'adopted') throw unexpected(answer);
}

function factsOf(answer: AnimationAnswer): PictureFacts {
  if (answer.kind !== 'looked') throw unexpected(answer);
  return answer.facts;
}

function unexpected(answer: AnimationAnswer): LocalEngineError {
  const message = answer.kind === 'failed' ? answer.message : `the worker answered '${answer.kind}' out of turn`;
  return new LocalEngineError('worker-failed', `The animator stopped at this picture: ${message}`);
}
