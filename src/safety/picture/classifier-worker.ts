/** Runs in a worker thread: scores one picture after the other, so that the server's event loop stays free. */
import { parentPort } from 'node:worker_threads';
import type { ClassifierAnswer, ClassifierQuestion } from './classifier-messages.ts';
import { openNsfwModel } from './nsfw-model.ts';

const scoreOf = openNsfwModel();

const answerTo = ({ id, picture }: ClassifierQuestion): ClassifierAnswer => {
  try {
    return { id, score: scoreOf(picture) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on('message', (question: ClassifierQuestion) => parentPort?.postMessage(answerTo(question)));
