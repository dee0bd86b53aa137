import { z } from 'zod';
import type {
  EngineCancel,
  EngineCheck,
  EngineOrder,
  EngineReconciliation,
  EngineStart,
  EngineTrouble,
  JsonObject,
  VideoEngine,
} from '../../app/ports/video-engine.ts';
import type { EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';
import type { MotionPrompts } from '../http/prompts.ts';
import { resultAt } from '../http/result-address.ts';
import { isGood, startOf, statusTrouble, wordsOf } from '../http/start-answer.ts';
import { createVendorApi, type Fetch, parsedJson, type VendorApi } from '../http/vendor-api.ts';
import { VendorError } from '../http/vendor-error.ts';
import { asDataUrl, vendorPicture } from '../http/vendor-picture.ts';
import { writePrompt } from '../http/write-prompt.ts';
import type { ReplicateModel } from './models.ts';

export interface ReplicateOptions {
  readonly fetch: Fetch;
  /** `https://api.replicate.com` */
  readonly baseUrl: string;
  readonly key: string;
  readonly models: readonly ReplicateModel[];
  readonly prompts: MotionPrompts;
  readonly resultHosts: readonly string[];
  readonly onAlarm: (words: string) => void;
}

interface Replicate extends ReplicateOptions {
  readonly call: VendorApi;
}

/**
 * The same models at Replicate, which forgets results after an hour. What a clip costs it does not tell. Orders in doubt are found in
 * its list, or by its signed message.
 */
export function createReplicateEngine(options: ReplicateOptions): VideoEngine {
  const { fetch, baseUrl, key } = options;
  const call = createVendorApi({ fetch, baseUrl, key, headers: { authorization: `Bearer ${key}` } });
  const replicate = { ...options, call };
  return {
    id: 'replicate',
    title: 'Seedance at Replicate',
    generative: true,
    models: options.models.map(({ id, lengthsSeconds }) => ({ id, lengthsSeconds, quality: 'generated' })),
    start: (order, { signal }) => start(replicate, order, signal),
    check: (ticket, { signal }) => check(replicate, ticket, signal),
    cancel: (ticket, { signal }) => cancel(replicate, ticket, signal),
    ticketIn: (message) => ticketOf(parsedJson(message)),
    reconcile: (doubt, { signal }) => reconcile(replicate, doubt, signal),
    close: async () => {},
  };
}

const Prediction = z.object({
  id: z.string().min(1),
  status: z.string(),
  output: z.union([z.string(), z.array(z.string())]).nullish(),
  error: z.unknown(),
});

async function start(replicate: Replicate, order: EngineOrder, signal: AbortSignal): Promise<EngineStart> {
  const model = replicate.models.find(({ id }) => id === order.modelId);
  if (model === undefined)
    return { kind: 'refused', trouble: { kind: 'configuration', vendorCode: 'model-not-set-up' } };
  const jpeg = await vendorPicture(order).catch((error: unknown) => String(error));
  if (typeof jpeg === 'string') return { kind: 'refused', trouble: { kind: 'broken', vendorMessage: jpeg } };
  const hook = order.callbackUrl && { webhook: order.callbackUrl, webhook_events_filter: ['completed'] };
  const body = { input: inputOf(order, model, replicate.prompts, jpeg), ...hook };
  const answer = await replicate.call({ method: 'POST', path: `/v1/models/${model.id}/predictions`, body, signal });
  return startOf(answer, { ticket: ticketOf, trouble: statusTrouble });
}

function ticketOf(json: unknown): JsonObject | undefined {
  const made = Prediction.safeParse(json);
  return made.success ? { predictionId: made.data.id } : undefined;
}

function inputOf(order: EngineOrder, model: ReplicateModel, prompts: MotionPrompts, jpeg: Uint8Array): JsonObject {
  const { text, cameraFixed } = writePrompt(order, prompts);
  return {
    ...{ prompt: text, image: asDataUrl(jpeg), resolution: '720p', duration: order.lengthSeconds },
    seed: seedOf(order),
    ...(model.takesCameraFixed && { camera_fixed: cameraFixed }),
    ...(model.hasSound && { generate_audio: false }),
  };
}

/** Seeds are signed 32-bit numbers at Replicate. */
const MOST_SEEDS = 2 ** 31;
const seedOf = ({ seed }: { readonly seed: number }): number => seed % MOST_SEEDS;

const pathOf = (ticket: JsonObject): string => `/v1/predictions/${encodeURIComponent(String(ticket.predictionId))}`;

async function ask({ call }: Replicate, path: string, signal: AbortSignal) {
  const answer = await call({ method: 'GET', path, signal });
  if (answer.kind !== 'answered') throw new VendorError('engine-unreachable', `Replicate: ${answer.because}`);
  return answer;
}

async function check(replicate: Replicate, ticket: JsonObject, signal: AbortSignal): Promise<EngineCheck> {
  const answer = await ask(replicate, pathOf(ticket), signal);
  if (answer.status === 404) return { kind: 'failed', trouble: { kind: 'gone' } };
  const told = Prediction.safeParse(answer.json);
  if (!isGood(answer.status) || !told.success) {
    throw new VendorError('engine-answers-nonsense', `Replicate: no prediction in ${wordsOf(answer)}`);
  }
  const prediction = told.data;
  const read = STATUSES[prediction.status];
  if (read !== undefined) return read(replicate, prediction);
  replicate.onAlarm(`Replicate named a state that is not known here: ${prediction.status}`);
  return { kind: 'working' };
}

type ReadPrediction = (replicate: Replicate, prediction: z.infer<typeof Prediction>) => EngineCheck;

const STATUSES: Readonly<Record<string, ReadPrediction>> = {
  starting: () => ({ kind: 'working' }),
  processing: () => ({ kind: 'working' }),
  succeeded: (replicate, { id, output }) => {
    const url = Array.isArray(output) ? output[0] : output;
    if (typeof url === 'string')
      return { kind: 'finished', result: resultAt(url, replicate, 'REVERIE_REPLICATE_HOSTS') };
    replicate.onAlarm(`Replicate finished ${id} without a clip, or has deleted it`);
    return { kind: 'failed', trouble: { kind: 'broken', vendorCode: 'no-output' } };
  },
  failed: (_, { error }) => ({ kind: 'failed', trouble: failureOf(String(error ?? '')) }),
  // stopped by somebody in the vendor's console; ours are not asked for any more
  canceled: () => ({ kind: 'failed', trouble: { kind: 'gone', vendorCode: 'canceled' } }),
  aborted: () => ({ kind: 'failed', trouble: { kind: 'gone', vendorCode: 'aborted' } }),
};

/** Failures are sentences at Replicate; the first that fits counts. */
const FAILURES: readonly (readonly [words: RegExp, kind: EngineTroubleKind])[] = [
  [/real person|privacy/i, 'moderation-face'],
  [/input or output/i, 'moderation-output'],
  [/(?:input|prompt|text).*(?:sensitive|flagged|policy)/i, 'moderation-text'],
  [/image.*(?:sensitive|flagged|policy)/i, 'moderation-image'],
  [/sensitive|flagged|nsfw|policy|\bE005\b/i, 'moderation-output'],
  [/queue|capacity|overload|rate limit/i, 'overloaded'],
];

function failureOf(words: string): EngineTrouble {
  const [, kind] = FAILURES.find(([pattern]) => pattern.test(words)) ?? [];
  return { kind: kind ?? 'broken', vendorMessage: words };
}

async function cancel({ call }: Replicate, ticket: JsonObject, signal: AbortSignal): Promise<EngineCancel> {
  const answer = await call({ method: 'POST', path: `${pathOf(ticket)}/cancel`, body: {}, signal });
  const status = answer.kind === 'answered' ? Prediction.safeParse(answer.json).data?.status : undefined;
  return status === 'canceled' || status === 'aborted' ? 'cancelled' : 'too-late';
}

/** The first page of the list, newest first. */
const List = z.object({
  results: z.array(z.object({ id: z.string().min(1), created_at: z.string(), input: z.looseObject({}).nullish() })),
});
/** The vendor's clock, and the way to it. */
const CLOCK_SKEW_MILLISECONDS = 60_000;

/**
 * Looks for the seed of an order among the newest predictions. That it is not there proves nothing: nobody says how soon, and for
 * how long, the list is whole.
 */
async function reconcile(
  replicate: Replicate,
  doubt: { readonly seed: number; readonly sentAt: Date },
  signal: AbortSignal,
): Promise<EngineReconciliation> {
  const answer = await ask(replicate, '/v1/predictions', signal);
  const list = List.safeParse(answer.json);
  if (!isGood(answer.status) || !list.success)
    throw new VendorError('engine-answers-nonsense', `Replicate: no list in ${wordsOf(answer)}`);
  const earliest = doubt.sentAt.getTime() - CLOCK_SKEW_MILLISECONDS;
  const ours = list.data.results.find(
    ({ input, created_at }) => input?.seed === seedOf(doubt) && Date.parse(created_at) >= earliest,
  );
  return ours === undefined ? { kind: 'unknown' } : { kind: 'found', ticket: { predictionId: ours.id } };
}
