import { Worker } from 'node:worker_threads';
import type { RgbPicture } from '../../app/ports/safety-check.ts';
import { type PictureClassifier, SafetyModelError } from '../safety-models.ts';
import type { ClassifierAnswer, ClassifierQuestion } from './classifier-messages.ts';
import { NSFW_MODEL_NAME } from './nsfw-model.ts';

/** Threads run what the build made, also when the rest runs from `src`. */
const WORKER = new URL('../../../dist/safety/picture/classifier-worker.js', import.meta.url);
/** A picture takes 0.3 s; this is for a machine on its knees with a queue of frames before it. */
const LONGEST_WAIT_MILLISECONDS = 60_000;

interface Waiting {
  readonly resolve: (score: number) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The built-in picture classifier, in a worker thread of its own that starts with the first picture. A thread that dies is
 * replaced at the next picture. What it knows is little: see docs/guide/safety.md before relying on it.
 */
export function createPictureClassifier(): PictureClassifier {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  let isClosed = false;

  const settle = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id);
    waiting.delete(id);
    // an idle worker does not keep the program alive
    if (waiting.size === 0) worker?.unref();
    if (one !== undefined) how(one);
  };
  const loseAll = (lost: Worker, error: SafetyModelError): void => {
    if (worker !== lost) return;
    worker = undefined;
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  };
  const start = (): Worker => {
    const started = new Worker(WORKER);
    started.on('message', (answer: ClassifierAnswer) =>
      settle(answer.id, ({ resolve, reject }) =>
        'score' in answer ? resolve(answer.score) : reject(new SafetyModelError(answer.problem)),
      ),
    );
    started.on('error', (cause) => loseAll(started, new SafetyModelError('The picture classifier broke.', cause)));
    started.on('exit', () => loseAll(started, new SafetyModelError('The picture classifier stopped.')));
    return started;
  };

  return {
    name: NSFW_MODEL_NAME,
    scoreOf: async (picture, { signal } = {}) => {
      assertWhole(picture);
      if (isClosed) throw new SafetyModelError('The picture classifier was closed.');
      signal?.throwIfAborted();
      worker ??= start();
      worker.ref();
      const id = asked++;
      const limit = AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS);
      const giveUp = (): void =>
        settle(id, ({ reject }) =>
          reject(signal?.aborted ? signal.reason : new SafetyModelError('The picture classifier took too long.')),
        );
      limit.addEventListener('abort', giveUp, { once: true });
      signal?.addEventListener('abort', giveUp, { once: true });
      try {
        const question: ClassifierQuestion = { id, picture };
        worker.postMessage(question);
        return await new Promise<number>((resolve, reject) => waiting.set(id, { resolve, reject }));
      } finally {
        limit.removeEventListener('abort', giveUp);
        signal?.removeEventListener('abort', giveUp);
      }
    },
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

function assertWhole({ widthPixels, heightPixels, rgb }: RgbPicture): void {
  if (widthPixels > 0 && rgb.length === widthPixels * heightPixels * 3) return;
  throw new SafetyModelError(`${rgb.length} bytes are no picture of ${widthPixels} x ${heightPixels} pixels.`);
}
