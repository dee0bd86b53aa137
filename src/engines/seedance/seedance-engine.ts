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
import { expectedTokens, tokensCost } from '../http/clip-tokens.ts';
import type { MotionPrompts } from '../http/prompts.ts';
import { resultAt } from '../http/result-address.ts';
import { isGood, startOf, wordsOf } from '../http/start-answer.ts';
import { createVendorApi, type Fetch, type VendorAnswer, type VendorApi } from '../http/vendor-api.ts';
import { VendorError } from '../http/vendor-error.ts';
import { vendorPicture } from '../http/vendor-picture.ts';
import { createBody } from './create-body.ts';
import type { NamedModel } from './models.ts';
import { CreatedBody, ListBody, type Task, TaskBody, TroubleBody } from './task.ts';
import { isSevere, troubleKind } from './trouble-codes.ts';

export interface SeedanceOptions {
  readonly fetch: Fetch;
  /** BytePlus: `https://ark.ap-southeast.bytepluses.com/api/v3`; Volcengine: `https://ark.cn-beijing.volces.com/api/v3`. */
  readonly baseUrl: string;
  readonly key: string;
  /** What is offered; the first one is the standard. */
  readonly models: readonly NamedModel[];
  readonly prompts: MotionPrompts;
  /** Where finished clips may be fetched, by the ends of their host names. */
  readonly resultHosts: readonly string[];
  /** Told of codes and states that nobody knows yet: somebody should look. */
  readonly onAlarm: (words: string) => void;
}

const TASKS = '/contents/generations/tasks';
/** The vendor's clock, and the way to it. */
const CLOCK_SKEW_SECONDS = 60;
/** Between the moment an order was sent and the one at which it counts as arrived, at the most. */
const ARRIVAL_SECONDS = 180;
/** The most that the list gives at once; more orders than that in four minutes are not looked through. */
const LIST_SIZE = 500;

interface Seedance extends SeedanceOptions {
  readonly call: VendorApi;
}

/** ByteDance's Seedance behind the port that all engines keep: one request per question, the clip service does the rest. */
export function createSeedanceEngine(options: SeedanceOptions): VideoEngine {
  const { baseUrl, fetch, key } = options;
  const headers = { authorization: `Bearer ${key}` };
  const seedance = { ...options, call: createVendorApi({ fetch, baseUrl, headers, key }) };
  return {
    id: 'seedance',
    title: 'Seedance',
    generative: true,
    models: options.models.map(({ name, shortestSeconds, longestSeconds }) => ({
      id: name,
      lengthsSeconds: wholeSeconds(Math.max(3, shortestSeconds), Math.min(10, longestSeconds)),
      quality: 'generated',
    })),
    start: (order, { signal }) => start(seedance, order, signal),
    check: (ticket, { signal }) => check(seedance, ticket, signal),
    cancel: (ticket, { signal }) => cancel(seedance, ticket, signal),
    reconcile: (doubt, { signal }) => reconcile(seedance, doubt, signal),
    close: async () => {},
  };
}

const wholeSeconds = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

async function start(seedance: Seedance, order: EngineOrder, signal: AbortSignal): Promise<EngineStart> {
  const model = seedance.models.find(({ name }) => name === order.modelId);
  if (model === undefined)
    return { kind: 'refused', trouble: { kind: 'configuration', vendorCode: 'model-not-set-up' } };
  const jpeg = await vendorPicture(order).catch((error: unknown) => String(error));
  if (typeof jpeg === 'string') return { kind: 'refused', trouble: { kind: 'broken', vendorMessage: jpeg } };
  const body = createBody(order, { model, prompts: seedance.prompts, jpeg });
  const answer = await seedance.call({ method: 'POST', path: TASKS, body, signal });
  return startOf(answer, {
    ticket: (json) => {
      const created = CreatedBody.safeParse(json);
      return created.success ? { taskId: created.data.id, model: model.name } : undefined;
    },
    trouble: (refusal) => {
      const trouble = troubleOf(seedance, refusal);
      // no such model or endpoint: there is no task yet that could be gone
      return trouble.kind === 'gone' ? { ...trouble, kind: 'configuration' } : trouble;
    },
  });
}

type Answered = Extract<VendorAnswer, { kind: 'answered' }>;

/** What an answer that is no good means; a code that nobody knows is told, and one without a code is a wrong address. */
function troubleOf(seedance: Seedance, answer: Answered): EngineTrouble {
  const told = TroubleBody.safeParse(answer.json);
  if (told.success) return namedTrouble(seedance, told.data.error, 'configuration');
  if (answer.status === 429) return { kind: 'overloaded', vendorMessage: wordsOf(answer) };
  seedance.onAlarm(`Seedance answered what is none of its errors (a wrong address, or a proxy): ${wordsOf(answer)}`);
  return { kind: 'configuration', vendorMessage: wordsOf(answer) };
}

function namedTrouble(
  { onAlarm }: Seedance,
  { code, message }: { readonly code: string; readonly message: string },
  otherwise: EngineTrouble['kind'],
): EngineTrouble {
  const kind = troubleKind(code, message);
  if (kind === undefined) onAlarm(`Seedance named an error that is not known here: ${code}: ${message}`);
  const trouble = { kind: kind ?? otherwise, vendorCode: code, vendorMessage: message };
  return isSevere(code) ? { ...trouble, isSevere: true } : trouble;
}

/** `undefined`: the vendor knows no such task (any more). */
async function findTask({ call }: Seedance, ticket: JsonObject, signal: AbortSignal): Promise<Task | undefined> {
  const answer = await call({ method: 'GET', path: `${TASKS}/${encodeURIComponent(String(ticket.taskId))}`, signal });
  if (answer.kind !== 'answered') throw new VendorError('engine-unreachable', `Seedance: ${answer.because}`);
  if (answer.status === 404 && TroubleBody.safeParse(answer.json).success) return undefined;
  if (!isGood(answer.status)) throw notGood(answer);
  const task = TaskBody.safeParse(answer.json);
  if (!task.success) throw new VendorError('engine-answers-nonsense', `Seedance: no task in ${wordsOf(answer)}`);
  return task.data;
}

/** An empty 404 is a wrong address, not a task that is gone. */
function notGood(answer: Answered): VendorError {
  const isTheirs = answer.status >= 500 || answer.status === 429;
  return new VendorError(isTheirs ? 'engine-unreachable' : 'engine-refuses-us', `Seedance: ${wordsOf(answer)}`);
}

async function check(seedance: Seedance, ticket: JsonObject, signal: AbortSignal): Promise<EngineCheck> {
  const task = await findTask(seedance, ticket, signal);
  if (task === undefined) return { kind: 'failed', trouble: { kind: 'gone' } };
  const read = STATUSES[task.status];
  if (read !== undefined) return read(seedance, task, ticket);
  seedance.onAlarm(`Seedance named a state that is not known here: ${task.status} (task ${task.id})`);
  return { kind: 'working' };
}

type ReadTask = (seedance: Seedance, task: Task, ticket: JsonObject) => EngineCheck;

const STATUSES: Readonly<Record<string, ReadTask>> = {
  queued: () => ({ kind: 'working' }),
  running: () => ({ kind: 'working' }),
  succeeded: finished,
  failed: (seedance, { error, failure_reason }) => {
    const told = error ?? failure_reason ?? { code: '', message: 'failed without a word' };
    return { kind: 'failed', trouble: namedTrouble(seedance, told, 'broken') };
  },
  // stopped by somebody in the vendor's console; ours are not asked for any more
  cancelled: () => ({ kind: 'failed', trouble: { kind: 'gone', vendorCode: 'cancelled' } }),
  // it waited for an hour and was never begun
  expired: () => ({ kind: 'failed', trouble: { kind: 'overloaded', vendorCode: 'expired' } }),
};

function finished(seedance: Seedance, task: Task, ticket: JsonObject): EngineCheck {
  const { models, onAlarm } = seedance;
  const url = task.content?.video_url;
  if (typeof url !== 'string') {
    onAlarm(`Seedance finished task ${task.id} without an address of the clip`);
    return { kind: 'failed', trouble: { kind: 'broken', vendorCode: 'no-video-url' } };
  }
  const result = resultAt(url, seedance, 'REVERIE_SEEDANCE_HOSTS');
  const model = models.find(({ name }) => name === ticket.model);
  if (model === undefined) return { kind: 'finished', result };
  const tokens = task.usage?.completion_tokens ?? expectedTokens(model.sizes, task.ratio ?? '', task.duration ?? 0);
  return { kind: 'finished', result, costMicroDollars: tokensCost(model.dollarsPerMillionTokens, tokens) };
}

/**
 * Only a task that waits can be stopped. It is looked at first: deleting one that is finished would take away a clip that is
 * paid for.
 */
async function cancel(seedance: Seedance, ticket: JsonObject, signal: AbortSignal): Promise<EngineCancel> {
  const task = await findTask(seedance, ticket, signal);
  if (task?.status === 'cancelled') return 'cancelled';
  if (task?.status !== 'queued') return 'too-late';
  const answer = await seedance.call({ method: 'DELETE', path: `${TASKS}/${encodeURIComponent(task.id)}`, signal });
  return answer.kind === 'answered' && isGood(answer.status) ? 'cancelled' : 'too-late';
}

/**
 * Looks through the tasks that were made around the time an order was sent, for its seed. The list carries no reference of
 * ours, and running tasks may not tell their seed yet: then the answer comes later.
 */
async function reconcile(
  seedance: Seedance,
  { seed, modelId, sentAt }: Parameters<VideoEngine['reconcile']>[0],
  signal: AbortSignal,
): Promise<EngineReconciliation> {
  const answer = await seedance.call({ method: 'GET', path: `${TASKS}?page_num=1&page_size=${LIST_SIZE}`, signal });
  if (answer.kind !== 'answered') throw new VendorError('engine-unreachable', `Seedance: ${answer.because}`);
  if (!isGood(answer.status)) throw notGood(answer);
  const list = ListBody.safeParse(answer.json);
  if (!list.success) throw new VendorError('engine-answers-nonsense', `Seedance: no list in ${wordsOf(answer)}`);
  const { items } = list.data;
  const around = items.filter((task) => isFrom(task, sentAt));
  // a model that takes no seed draws its own: any task of that time may be ours, and none can be told to be
  const takesSeed = seedance.models.find(({ name }) => name === modelId)?.takesSeed ?? false;
  const ours = takesSeed ? around.find((task) => task.seed === seed) : undefined;
  if (ours !== undefined) return { kind: 'found', ticket: { taskId: ours.id, model: modelId } };
  const unclear = takesSeed ? around.filter((task) => typeof task.seed !== 'number') : around;
  if (takesSeed && unclear.some(({ status }) => status === 'queued' || status === 'running'))
    return { kind: 'not-yet' };
  // an empty list has been seen where there were tasks; one that is full may go on
  const proves = items.length > 0 && items.length < LIST_SIZE && unclear.length === 0;
  return { kind: proves ? 'absent' : 'unknown' };
}

function isFrom({ created_at }: Task, sentAt: Date): boolean {
  const secondsLater = (created_at ?? Number.NaN) - sentAt.getTime() / 1000;
  return secondsLater >= -CLOCK_SKEW_SECONDS && secondsLater <= ARRIVAL_SECONDS;
}
