import { createHash } from 'node:crypto';
import { z } from 'zod';
import type {
  EngineCancel,
  EngineCheck,
  EngineOrder,
  EngineStart,
  JsonObject,
  VideoEngine,
} from '../../app/ports/video-engine.ts';
import type { ModelProbe } from '../http/model-probe.ts';
import type { MotionPrompts } from '../http/prompts.ts';
import { isGood, startOf, statusTrouble, wordsOf } from '../http/start-answer.ts';
import { createVendorApi, type Fetch, type VendorAnswer, type VendorApi } from '../http/vendor-api.ts';
import { VendorError } from '../http/vendor-error.ts';
import { vendorPicture } from '../http/vendor-picture.ts';
import { writePrompt } from '../http/write-prompt.ts';
import { type ComfyFile, entryIn, placeInQueue, troubleOf, videoOf } from './history.ts';
import { createProgressSocket } from './progress-socket.ts';
import { filledGraph, measuresOf, type Workflow } from './workflow.ts';

export interface ComfyuiOptions {
  readonly fetch: Fetch;
  /** `http://gpu.internal:8188`; ComfyUI knows no keys, so nobody else may reach it. */
  readonly baseUrl: string;
  readonly workflow: Workflow;
  readonly prompts: MotionPrompts;
  /** Names this process at ComfyUI, which tells progress only to who ordered. */
  readonly clientId: string;
}

interface Comfyui extends ComfyuiOptions {
  readonly call: VendorApi;
  readonly progress: ReturnType<typeof createProgressSocket>;
}

const NEGATIVE = 'talking, open mouth, camera movement, zoom, text, watermark, extra fingers, distorted face, flicker';
const LENGTHS_SECONDS = [3, 4, 5];

/** Open-weight models on a GPU of one's own, behind ComfyUI's own queue. */
export function createComfyuiEngine(options: ComfyuiOptions): VideoEngine {
  const { fetch, baseUrl, clientId, workflow } = options;
  const call = createVendorApi({ fetch, baseUrl, headers: {}, key: '' });
  const comfyui = { ...options, call, progress: createProgressSocket(baseUrl, clientId) };
  return {
    id: 'comfyui',
    title: `${workflow.title} on our own machines`,
    generative: true,
    models: [{ id: workflow.id, lengthsSeconds: LENGTHS_SECONDS, quality: 'generated' }],
    start: (order, { signal }) => start(comfyui, order, signal),
    check: (ticket, { signal }) => check(comfyui, promptOf(ticket), signal),
    cancel: (ticket, { signal }) => cancel(comfyui, promptOf(ticket), signal),
    reconcile: async ({ attemptId }, { signal }) => {
      const there = (await find(comfyui, attemptId, signal)) !== undefined;
      // what it does not remember it is not doing: queue and history live and die together
      return there ? { kind: 'found', ticket: { promptId: attemptId } } : { kind: 'absent' };
    },
    close: async () => comfyui.progress.close(),
  };
}

const promptOf = (ticket: JsonObject): string => String(ticket.promptId);

const Uploaded = z.object({ name: z.string(), subfolder: z.string().default('') });
const Queued = z.object({ prompt_id: z.string() });

async function start(comfyui: Comfyui, order: EngineOrder, signal: AbortSignal): Promise<EngineStart> {
  const jpeg = await vendorPicture(order).catch((error: unknown) => String(error));
  if (typeof jpeg === 'string') return { kind: 'refused', trouble: { kind: 'broken', vendorMessage: jpeg } };
  const picture = await upload(comfyui, jpeg, signal);
  if (typeof picture !== 'string') return picture;
  comfyui.progress.listen();
  const body = { prompt: graphOf(comfyui, order, picture), client_id: comfyui.clientId, prompt_id: order.attemptId };
  const answer = await comfyui.call({ method: 'POST', path: '/prompt', body, signal });
  const ticket = (json: unknown): JsonObject | undefined => {
    const queued = Queued.safeParse(json);
    return queued.success ? { promptId: queued.data.prompt_id } : undefined;
  };
  return startOf(answer, { ticket, trouble: statusTrouble });
}

/** The picture's name at ComfyUI. Nothing is ordered yet: whatever goes wrong here is no doubt. */
async function upload({ call }: Comfyui, jpeg: Uint8Array, signal: AbortSignal): Promise<string | EngineStart> {
  const form = new FormData();
  const name = `${createHash('sha256').update(jpeg).digest('hex')}.jpg`;
  form.set('image', new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }), name);
  form.set('type', 'input');
  form.set('subfolder', 'reverie');
  form.set('overwrite', 'true');
  const answer = await call({ method: 'POST', path: '/upload/image', form, signal });
  const uploaded = answer.kind === 'answered' ? Uploaded.safeParse(answer.json).data : undefined;
  if (uploaded !== undefined)
    return uploaded.subfolder === '' ? uploaded.name : `${uploaded.subfolder}/${uploaded.name}`;
  if (answer.kind === 'answered' && answer.status < 500) return { kind: 'refused', trouble: statusTrouble(answer) };
  const because = answer.kind === 'answered' ? wordsOf(answer) : answer.because;
  return { kind: 'retry-later', afterSeconds: 15, trouble: { kind: 'overloaded', vendorMessage: because } };
}

function graphOf({ workflow, prompts }: Comfyui, order: EngineOrder, picture: string) {
  const measures = measuresOf(workflow, order.picture, order.lengthSeconds);
  return filledGraph(workflow, {
    ...{ picture, prompt: writePrompt(order, prompts).text, negative: NEGATIVE, seed: order.seed },
    ...{ fps: workflow.framesPerSecond, name: `reverie/${order.attemptId}`, ...measures },
  });
}

async function ask({ call }: Comfyui, path: string, signal: AbortSignal): Promise<unknown> {
  const answer = await call({ method: 'GET', path, signal });
  if (answer.kind !== 'answered') throw new VendorError('engine-unreachable', `ComfyUI: ${answer.because}`);
  if (!isGood(answer.status) || answer.json === undefined) {
    throw new VendorError('engine-answers-nonsense', `ComfyUI: ${path} answered ${wordsOf(answer)}`);
  }
  return answer.json;
}

/** Where a prompt is. One that ends between the two questions is asked for once more. */
async function find(comfyui: Comfyui, id: string, signal: AbortSignal) {
  const remembered = async () => entryIn(await ask(comfyui, `/history/${encodeURIComponent(id)}`, signal), id);
  return (await remembered()) ?? placeInQueue(await ask(comfyui, '/queue', signal), id) ?? (await remembered());
}

async function check(comfyui: Comfyui, id: string, signal: AbortSignal): Promise<EngineCheck> {
  const found = await find(comfyui, id, signal);
  // it was started anew and has forgotten everything: ordering again costs nothing
  if (found === undefined) return { kind: 'failed', trouble: { kind: 'gone' } };
  if (typeof found === 'string') {
    comfyui.progress.listen();
    const progressPercent = comfyui.progress.percentOf(id);
    return { kind: 'working', ...(progressPercent !== undefined && { progressPercent }) };
  }
  const video = found.status.status_str === 'success' ? videoOf(found) : undefined;
  if (video !== undefined) return { kind: 'finished', result: { kind: 'own-address', url: addressOf(comfyui, video) } };
  return { kind: 'failed', trouble: troubleOf(found) };
}

function addressOf({ baseUrl }: Comfyui, { filename, subfolder, type }: ComfyFile): string {
  return `${baseUrl}/view?${new URLSearchParams({ filename, subfolder, type })}`;
}

/** Takes a prompt out of the queue, or interrupts it: only while it is ours that runs, since older versions stop whatever runs. */
async function cancel(comfyui: Comfyui, id: string, signal: AbortSignal): Promise<EngineCancel> {
  const place = placeInQueue(await ask(comfyui, '/queue', signal), id);
  if (place === undefined) return 'too-late';
  const [path, body] = place === 'pending' ? ['/queue', { delete: [id] }] : ['/interrupt', { prompt_id: id }];
  const answer = await comfyui.call({ method: 'POST', path: String(path), body, signal });
  return answer.kind === 'answered' && isGood(answer.status) ? 'cancelled' : 'too-late';
}

/** Whether this ComfyUI has every node of the workflow. */
export async function probeComfyui(
  { fetch, baseUrl, workflow }: Pick<ComfyuiOptions, 'fetch' | 'baseUrl' | 'workflow'>,
  signal: AbortSignal,
): Promise<ModelProbe> {
  const call = createVendorApi({ fetch, baseUrl, headers: {}, key: '' });
  const nodes = [...new Set(Object.values(workflow.graph).map(({ class_type }) => class_type))];
  const about = { engine: 'comfyui', model: workflow.id };
  const missing: string[] = [];
  for (const node of nodes) {
    const answer: VendorAnswer = await call({
      method: 'GET',
      path: `/object_info/${encodeURIComponent(node)}`,
      signal,
    });
    if (answer.kind !== 'answered') {
      return { ...about, state: 'unreachable', sentence: `ComfyUI cannot be reached at ${baseUrl}: ${answer.because}` };
    }
    if (!z.looseObject({ [node]: z.looseObject({}) }).safeParse(answer.json).success) missing.push(node);
  }
  if (missing.length === 0)
    return { ...about, state: 'usable', sentence: `ComfyUI has everything for ${workflow.title}.` };
  const sentence = `ComfyUI at ${baseUrl} lacks ${missing.join(', ')} for ${workflow.title}: update it, or choose another workflow.`;
  return { ...about, state: 'not-activated', sentence };
}
