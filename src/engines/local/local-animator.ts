import { Worker } from 'node:worker_threads';
import type { AnimatedFrames, Performance, PictureAnimator } from '../../app/ports/picture-animator.ts';
import { FRAMES_PER_SECOND } from '../../domain/clip/clip-format.ts';
import type { Canvas } from '../../domain/picture/canvas.ts';
import type { PictureFacts } from '../../domain/picture/picture-facts.ts';
import type { AnimationAnswer, AnimationRequest } from './animation-messages.ts';
import { LocalEngineError } from './local-engine-error.ts';
import { animationWorkerUrl } from './warp-module.ts';

/** Frames drawn ahead of the encoder: enough that neither waits for the other, few enough to stay small (1 MB each). */
const FRAMES_AHEAD = 4;

/**
 * The local engine: looks at pictures and draws them in motion in worker threads, one clip at a time in each. A thread starts
 * with the first picture, loads the models once, and is replaced when it dies.
 *
 * @param options.workers how many clips are drawn at the same time; 1 unless told
 * @throws LocalEngineError (from its methods) when a worker cannot do its work
 */
export function createLocalAnimator(options: { readonly workers?: number } = {}): PictureAnimator {
  const lines = Array.from({ length: options.workers ?? 1 }, () => createWorkerLine());
  const calmest = (): WorkerLine => lines.reduce((best, line) => (line.waiting() < best.waiting() ? line : best));
  let lastId = 0;
  return {
    look: async (canvas, { signal, facePoints } = {}) => {
      const answer = await calmest().ask({ kind: 'look', id: ++lastId, canvas, facePoints }, signal);
      return factsOf(answer);
    },
    animate: (canvas, performance, { signal } = {}) => animate(calmest(), ++lastId, canvas, performance, signal),
    close: async () => {
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

async function animate(
  line: WorkerLine,
  id: number,
  canvas: Canvas,
  performance: Performance,
  signal: AbortSignal | undefined,
): Promise<AnimatedFrames> {
  const release = line.occupy();
  try {
    const prepared = await line.ask({ kind: 'prepare', id, canvas, performance }, signal);
    if (prepared.kind !== 'prepared') throw unexpected(prepared);
    const { frameCount, facts } = prepared;
    const bytes = (canvas.widthPixels * canvas.heightPixels * 3) / 2;
    const frames = framesOf(line, id, frameCount, bytes, signal, release);
    return { frameCount, framesPerSecond: FRAMES_PER_SECOND, facts, frames };
  } catch (cause) {
    line.tell({ kind: 'forget', id });
    release();
    throw cause;
  }
}

async function* framesOf(
  line: WorkerLine,
  id: number,
  frameCount: number,
  bytes: number,
  signal: AbortSignal | undefined,
  release: () => void,
): AsyncGenerator<Uint8Array> {
  const coming: Promise<AnimationAnswer>[] = [];
  let asked = 0;
  const askNext = (buffer: ArrayBuffer): void => {
    if (asked === frameCount) return;
    const answer = line.ask({ kind: 'paint', id, index: asked++, buffer }, signal);
    // a failure is met where its frame is awaited; until then it must not count as unhandled
    answer.catch(() => undefined);
    coming.push(answer);
  };
  try {
    for (let ahead = 0; ahead < FRAMES_AHEAD; ahead++) askNext(new ArrayBuffer(bytes));
    for (let answer = coming.shift(); answer !== undefined; answer = coming.shift()) {
      const painted = await answer;
      if (painted.kind !== 'painted') throw unexpected(painted);
      yield new Uint8Array(painted.buffer);
      askNext(painted.buffer);
    }
  } finally {
    line.tell({ kind: 'forget', id });
    release();
  }
}

function factsOf(answer: AnimationAnswer): PictureFacts {
  if (answer.kind !== 'looked') throw unexpected(answer);
  return answer.facts;
}

function unexpected(answer: AnimationAnswer): LocalEngineError {
  const message = answer.kind === 'failed' ? answer.message : `the worker answered '${answer.kind}' out of turn`;
  return new LocalEngineError('worker-failed', `The animator stopped at this picture: ${message}`);
}

/** One worker thread with its questions in flight, answered in the order they were asked. */
interface WorkerLine {
  /** Questions and clips it is busy with. */
  waiting(): number;
  /** Counts a clip as being drawn until the returned function is called. */
  occupy(): () => void;
  ask(request: AnimationRequest, signal: AbortSignal | undefined): Promise<AnimationAnswer>;
  tell(request: AnimationRequest): void;
  close(): Promise<void>;
}

interface Question {
  readonly resolve: (answer: AnimationAnswer) => void;
  readonly reject: (cause: unknown) => void;
}

function createWorkerLine(): WorkerLine {
  let worker: Worker | undefined;
  let questions: Question[] = [];
  let clips = 0;
  let closed = false;

  const giveUp = (error: LocalEngineError): void => {
    worker = undefined;
    const unanswered = questions;
    questions = [];
    for (const question of unanswered) question.reject(error);
  };
  const start = (): Worker => {
    if (closed) throw new LocalEngineError('closed', 'The animator was closed and draws nothing any more.');
    const started = new Worker(animationWorkerUrl);
    started.on('message', (answer: AnimationAnswer) => questions.shift()?.resolve(answer));
    started.on('error', (cause) =>
      giveUp(new LocalEngineError('worker-failed', `The animator's worker failed: ${cause}`, cause)),
    );
    started.on('exit', (code) => {
      if (worker === started)
        giveUp(new LocalEngineError('worker-stopped', `The animator's worker ended with code ${code}.`));
    });
    // an idle worker does not keep the program alive; questions in flight do, see `ask`
    started.unref();
    return started;
  };
  return {
    waiting: () => questions.length + clips,
    occupy: () => {
      clips++;
      let counted = true;
      return () => {
        if (counted) clips--;
        counted = false;
      };
    },
    ask: async (request, signal) => {
      signal?.throwIfAborted();
      worker ??= start();
      const asked = worker;
      asked.ref();
      let stopWaiting = (): void => undefined;
      try {
        return await new Promise<AnimationAnswer>((resolve, reject) => {
          stopWaiting = () => reject(signal?.reason);
          signal?.addEventListener('abort', stopWaiting, { once: true });
          questions.push({ resolve, reject });
          asked.postMessage(request, request.kind === 'paint' ? [request.buffer] : []);
        });
      } finally {
        signal?.removeEventListener('abort', stopWaiting);
        if (questions.length === 0) asked.unref();
      }
    },
    tell: (request) => worker?.postMessage(request),
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}
