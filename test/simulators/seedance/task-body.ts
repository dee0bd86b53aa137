import { failureOf, type SimulatedTask, tokensOf } from './task-book.ts';

/** A task as the vendor tells it: which fields are there depends on its state, and how numbers are written on the day. */
export function taskBody(task: SimulatedTask, urlOf: (task: SimulatedTask) => string): Record<string, unknown> {
  const { id, order, status, createdSeconds, updatedSeconds, fate } = task;
  const failure = failureOf(task);
  const told = failure && { code: failure.code, message: failure.message };
  return {
    ...{
      id,
      model: order.model,
      status,
      created_at: Math.floor(createdSeconds),
      updated_at: Math.floor(updatedSeconds),
    },
    ...{ service_tier: 'default', execution_expires_after: order.expiresAfterSeconds },
    ...(order.safetyIdentifier !== undefined && { safety_identifier: order.safetyIdentifier }),
    // the vendor's Go client knows the error by another name
    ...(status === 'failed' && (fate === 'go-words' ? { failure_reason: told } : { error: told })),
    ...(status === 'running' && { error: null }),
    ...(status === 'succeeded' && succeeded(task, urlOf)),
  };
}

function succeeded(task: SimulatedTask, urlOf: (task: SimulatedTask) => string): Record<string, unknown> {
  const { order, fate } = task;
  const count = (value: number): number | string => (fate === 'words-for-numbers' ? String(value) : value);
  const tokens = count(tokensOf(task));
  return {
    content: fate === 'no-url' ? {} : { video_url: urlOf(task) },
    usage: { completion_tokens: tokens, total_tokens: tokens },
    ...{ seed: order.seed, resolution: '720p', ratio: order.ratio, framespersecond: 24 },
    ...{ duration: count(order.seconds), generate_audio: order.generateAudio, draft: false },
  };
}
