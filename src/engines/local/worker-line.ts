import { Worker } from 'node:worker_threads';
import type { AnimationAnswer, AnimationRequest } from './animation-messages.ts';
import { LocalEngineError } from './local-engine-error.ts';
import { animationWorkerUrl } from './warp-module.ts';

/**
 * One worker thread with its questions in flight, answered in the order they were asked. The thread starts with the first
 * question and is replaced when it dies.
 */
export interface WorkerLine {
  /** How many questions are unanswered. */
  waiting(): number;
  /** @throws LocalEngineError when the thread died or was closed; the signal's reason */
  ask(request: AnimationRequest, signal: AbortSignal | undefined): Promise<AnimationAnswer>;
  tell(request: AnimationRequest): void;
  close(): Promise<void>;
}

interface Question {
  readonly resolve: (answer: AnimationAnswer) => void;
  readonly reject: (cause: unknown) => void;
}

export function createWorkerLine(): WorkerLine {
  let worker: Worker | undefined;
  let questions: Question[] = [];
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
    waiting: () => questions.length,
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
