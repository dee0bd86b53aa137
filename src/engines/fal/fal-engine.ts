import { z } from 'zod';
import type {
  EngineCancel,
  EngineCheck,
  EngineOrder,
  EngineStart,
  JsonObject,
  VideoEngine,
} from '../../app/ports/video-engine.ts';
import { expectedTokens, ratioOf, tokensCost } from '../http/clip-tokens.ts';
import type { MotionPrompts } from '../http/prompts.ts';
import { resultAt } from '../http/result-address.ts';
import { isGood, startOf, statusTrouble, wordsOf } from '../http/start-answer.ts';
import { createVendorApi, type Fetch, parsedJson, type VendorAnswer, type VendorApi } from '../http/vendor-api.ts';
import { VendorError } from '../http/vendor-error.ts';
import { asDataUrl, vendorPicture } from '../http/vendor-picture.ts';
import { writePrompt } from '../http/write-prompt.ts';
import { falTrouble } from './fal-trouble.ts';
import type { FalModel } from './models.ts';
import { requestAddress } from './request-address.ts';

export interface FalOptions {
  readonly fetch: Fetch;
  /** `https://queue.fal.run` */
  readonly baseUrl: string;
  readonly key: string;
  readonly models: readonly FalModel[];
  readonly prompts: MotionPrompts;
  readonly resultHosts: readonly string[];
  readonly onAlarm: (words: string) => void;
}

interface Fal extends FalOptions {
  readonly call: VendorApi;
}

/** A task that has not begun after an hour is dropped. */
const BEGIN_WITHIN_SECONDS = 3600;

/**
 * The same models at fal.ai: a queue that answers with the addresses to ask at. It cannot be asked for orders in doubt, but its
 * signed message, when the clip is done, names them.
 */
export function createFalEngine(options: FalOptions): VideoEngine {
  const { fetch, baseUrl, key } = options;
  const headers = { authorization: `Key ${key}`, 'x-fal-request-timeout': String(BEGIN_WITHIN_SECONDS) };
  const fal = { ...options, call: createVendorApi({ fetch, baseUrl, key, headers }) };
  return {
    id: 'fal',
    title: 'Seedance at fal',
    generative: true,
    models: options.models.map(({ id, lengthsSeconds }) => ({ id, lengthsSeconds, quality: 'generated' })),
    start: (order, { signal }) => start(fal, order, signal),
    check: (ticket, { signal }) => check(fal, ticket, signal),
    cancel: (ticket, { signal }) => cancel(fal, ticket, signal),
    ticketIn: (message, modelId) => ticketOfMessage(baseUrl, message, modelId),
    reconcile: async () => ({ kind: 'unknown' }),
    close: async () => {},
  };
}

const Taken = z.object({ request_id: z.string(), status_url: z.url(), response_url: z.url(), cancel_url: z.url() });

async function start(fal: Fal, order: EngineOrder, signal: AbortSignal): Promise<EngineStart> {
  const model = fal.models.find(({ id }) => id === order.modelId);
  if (model === undefined)
    return { kind: 'refused', trouble: { kind: 'configuration', vendorCode: 'model-not-set-up' } };
  const jpeg = await vendorPicture(order).catch((error: unknown) => String(error));
  if (typeof jpeg === 'string') return { kind: 'refused', trouble: { kind: 'broken', vendorMessage: jpeg } };
  const query = order.callbackUrl === undefined ? '' : `?fal_webhook=${encodeURIComponent(order.callbackUrl)}`;
  const body = inputOf(order, model, fal.prompts, jpeg);
  const answer = await fal.call({ method: 'POST', path: `/${model.id}${query}`, body, signal });
  return startOf(answer, { ticket: (json) => ticketOf(json, costOf(model, order)), trouble: statusTrouble });
}

/** fal tells no usage: what a clip costs by its own price for this size and length, in millionths of a dollar. */
function costOf({ sizes, dollarsPerMillionTokens }: FalModel, { picture, lengthSeconds }: EngineOrder): number | null {
  if (dollarsPerMillionTokens === undefined) return null;
  return tokensCost(dollarsPerMillionTokens, expectedTokens(sizes, ratioOf(sizes, picture), lengthSeconds));
}

function inputOf(order: EngineOrder, model: FalModel, prompts: MotionPrompts, jpeg: Uint8Array): JsonObject {
  const { text, cameraFixed } = writePrompt(order, prompts);
  return {
    ...{ prompt: text, image_url: asDataUrl(jpeg), aspect_ratio: 'auto', resolution: '720p' },
    // seconds are words at fal
    ...{ duration: String(order.lengthSeconds), seed: order.seed % MOST_SEEDS, enable_safety_checker: true },
    ...(model.takesCameraFixed && { camera_fixed: cameraFixed }),
    ...(model.hasSound && { generate_audio: false }),
  };
}

/** Seeds are signed 32-bit numbers at fal. */
const MOST_SEEDS = 2 ** 31;

function ticketOf(json: unknown, costMicroDollars: number | null): JsonObject | undefined {
  const taken = Taken.safeParse(json);
  if (!taken.success) return undefined;
  const { request_id, status_url, response_url, cancel_url } = taken.data;
  const addresses = { statusUrl: status_url, responseUrl: response_url, cancelUrl: cancel_url };
  return { requestId: request_id, ...addresses, costMicroDollars };
}

const Message = z.object({ request_id: z.string().regex(/^[\w-]{1,100}$/) });

/** The message names only the request: its addresses are made as fal's own client makes them. */
function ticketOfMessage(baseUrl: string, message: string, modelId: string): JsonObject | undefined {
  const told = Message.safeParse(parsedJson(message));
  if (!told.success) return undefined;
  const { request_id: requestId } = told.data;
  const address = requestAddress(baseUrl, modelId, requestId);
  return { requestId, statusUrl: `${address}/status`, responseUrl: address, cancelUrl: `${address}/cancel` };
}

type Answered = Extract<VendorAnswer, { kind: 'answered' }>;

async function ask({ call }: Fal, method: 'GET' | 'PUT', path: string, signal: AbortSignal): Promise<Answered> {
  const answer = await call({ method, path, signal });
  if (answer.kind !== 'answered') throw new VendorError('engine-unreachable', `fal: ${answer.because}`);
  if (answer.status === 429) throw new VendorError('engine-unreachable', `fal: ${wordsOf(answer)}`);
  if (answer.status === 401 || answer.status === 403)
    throw new VendorError('engine-refuses-us', `fal: ${wordsOf(answer)}`);
  return answer;
}

const Status = z.object({ status: z.string() });
const Result = z.object({ video: z.object({ url: z.string() }) });

async function check(fal: Fal, ticket: JsonObject, signal: AbortSignal): Promise<EngineCheck> {
  const answer = await ask(fal, 'GET', String(ticket.statusUrl), signal);
  if (answer.status === 404) return { kind: 'failed', trouble: { kind: 'gone' } };
  const told = Status.safeParse(answer.json);
  if (!isGood(answer.status) || !told.success) {
    throw new VendorError('engine-answers-nonsense', `fal: no status in ${wordsOf(answer)}`);
  }
  const { status } = told.data;
  if (status === 'COMPLETED') return fetchResult(fal, ticket, signal);
  if (status !== 'IN_QUEUE' && status !== 'IN_PROGRESS')
    fal.onAlarm(`fal named a state that is not known here: ${status}`);
  return { kind: 'working' };
}

/** A request that failed is completed too: its result is then an error that says why. */
async function fetchResult(fal: Fal, ticket: JsonObject, signal: AbortSignal): Promise<EngineCheck> {
  const answer = await ask(fal, 'GET', String(ticket.responseUrl), signal);
  const result = Result.safeParse(answer.json);
  if (isGood(answer.status) && result.success) {
    const { costMicroDollars } = ticket;
    return {
      ...{ kind: 'finished', result: resultAt(result.data.video.url, fal, 'REVERIE_FAL_HOSTS') },
      ...(typeof costMicroDollars === 'number' && { costMicroDollars }),
    };
  }
  return { kind: 'failed', trouble: falTrouble(answer, fal.onAlarm) };
}

/** What waits can be taken out of the queue; what runs may or may not stop, and counts as running. */
async function cancel(fal: Fal, ticket: JsonObject, signal: AbortSignal): Promise<EngineCancel> {
  const before = await ask(fal, 'GET', String(ticket.statusUrl), signal);
  const waits = Status.safeParse(before.json).data?.status === 'IN_QUEUE';
  if (!waits) return 'too-late';
  const answer = await ask(fal, 'PUT', String(ticket.cancelUrl), signal);
  return Status.safeParse(answer.json).data?.status === 'CANCELLATION_REQUESTED' ? 'cancelled' : 'too-late';
}
