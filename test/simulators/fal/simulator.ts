import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen, parsed, readBody, send } from '../http-server.ts';
import { movingClip } from '../moving-clip.ts';

interface Request {
  readonly id: string;
  readonly model: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly webhook: string | undefined;
  readonly takenSeconds: number;
  /** What comes of it: a clip, or this error as its result. */
  readonly error: { readonly status: number; readonly detail: object } | undefined;
  cancelled: boolean;
}

/** What happens to the next order, or to its result. */
export type FalScenario =
  | 401
  | 402
  | 404
  | 429
  | 500
  | 503
  | 'reset-after'
  | 'garbage-after'
  | { readonly type: string; readonly loc: string[]; readonly msg: string };

export interface FalSimulatorOptions {
  readonly key?: string;
  readonly port?: number;
  readonly nowSeconds?: () => number;
  readonly queueSeconds?: number;
  readonly renderSeconds?: number;
  /** The address that its answers name, where one reaches it by another. */
  readonly namedAddress?: string;
}

const MODELS = /^\/((?:fal-ai\/bytedance\/seedance|bytedance\/seedance-2\.[05])[\w./-]*\/image-to-video)$/;
/** fal's addresses name the app, not the path below it. */
const appOf = (model: string): string => model.split('/').slice(0, 2).join('/');

/** fal's queue on this machine: orders, states, results, cancelling, callbacks that it signs. */
export async function startFalSimulator(options: FalSimulatorOptions = {}) {
  const { key = 'simulated-key', port = 0, queueSeconds = 2, renderSeconds = 20 } = options;
  const nowSeconds = options.nowSeconds ?? (() => Date.now() / 1000);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const requests = new Map<string, Request>();
  const wanted: FalScenario[] = [];
  const { server, address } = await listen(answer, port);
  const named = options.namedAddress ?? address;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', address);
    const body = await readBody(request);
    if (pathname === '/.well-known/jwks.json')
      return send(response, 200, { keys: [publicKey.export({ format: 'jwk' })] });
    if (pathname.startsWith('/files/')) return send(response, 200, await movingClip(160, 208, 24), 'video/mp4');
    if (request.headers.authorization !== `Key ${key}`)
      return send(response, 401, { detail: 'Cannot access application' });
    const [, model] = MODELS.exec(pathname) ?? [];
    if (request.method === 'POST') {
      if (model === undefined) return send(response, 404, { detail: 'Application not found' });
      return take(model, parsed(body), searchParams.get('fal_webhook') ?? undefined, response);
    }
    const [, id = '', what] = /\/requests\/([\w-]+)(?:\/(status|cancel))?$/.exec(pathname) ?? [];
    const found = requests.get(id);
    if (found === undefined) return send(response, 404, { detail: 'Request not found' });
    if (what === 'status') return tellStatus(found, response);
    return what === 'cancel' ? cancel(found, response) : tellResult(found, response);
  }

  function take(model: string, input: unknown, webhook: string | undefined, response: ServerResponse): void {
    const scenario = wanted.shift();
    if (typeof scenario === 'number') return send(response, scenario, { detail: 'No.' });
    const wrong = wrongInput(model, input);
    if (wrong !== undefined) return send(response, 422, { detail: [wrong] });
    const error = typeof scenario === 'object' ? { status: 422, detail: [scenario] } : undefined;
    const taken = {
      id: randomUUID(),
      model,
      input: input as Request['input'],
      webhook,
      takenSeconds: nowSeconds(),
      error,
      cancelled: false,
    };
    requests.set(taken.id, taken);
    if (scenario === 'reset-after') return void response.destroy();
    if (scenario === 'garbage-after') return send(response, 200, '<html>');
    const base = `${named}/${appOf(model)}/requests/${taken.id}`;
    const urls = { response_url: base, status_url: `${base}/status`, cancel_url: `${base}/cancel` };
    return send(response, 200, { request_id: taken.id, status: 'IN_QUEUE', queue_position: 0, ...urls });
  }

  function stateOf({ takenSeconds, cancelled }: Request): 'IN_QUEUE' | 'IN_PROGRESS' | 'COMPLETED' {
    const passed = nowSeconds() - takenSeconds;
    if (cancelled || passed >= queueSeconds + renderSeconds) return 'COMPLETED';
    return passed < queueSeconds ? 'IN_QUEUE' : 'IN_PROGRESS';
  }

  function tellStatus(request: Request, response: ServerResponse): void {
    const status = stateOf(request);
    send(response, status === 'COMPLETED' ? 200 : 202, {
      status,
      request_id: request.id,
      response_url: '',
      queue_position: 0,
    });
  }

  function tellResult(request: Request, response: ServerResponse): void {
    if (stateOf(request) !== 'COMPLETED') return send(response, 400, { detail: 'Request is still in progress' });
    if (request.cancelled) return send(response, 499, { detail: 'Request was cancelled' });
    if (request.error !== undefined) return send(response, request.error.status, { detail: request.error.detail });
    return send(response, 200, payloadOf(request));
  }

  const payloadOf = ({ id, input }: Request) => ({
    video: { url: `${address}/files/${id}.mp4`, content_type: 'video/mp4', file_name: 'output.mp4', file_size: 1000 },
    seed: input.seed,
  });

  function cancel(request: Request, response: ServerResponse): void {
    if (stateOf(request) === 'COMPLETED') return send(response, 400, { status: 'ALREADY_COMPLETED' });
    request.cancelled = stateOf(request) === 'IN_QUEUE';
    return send(response, 202, { status: 'CANCELLATION_REQUESTED' });
  }

  return {
    ...{ address, key, requests },
    ids: () => [...requests.keys()],
    next: (...scenarios: FalScenario[]) => wanted.push(...scenarios),
    billed: () =>
      [...requests.values()].filter((one) => stateOf(one) === 'COMPLETED' && !one.cancelled && one.error === undefined),
    /** A callback as fal sends it when a request is done. */
    signedCallback: (id: string) => {
      const request = requests.get(id);
      const body = JSON.stringify({
        request_id: id,
        gateway_request_id: id,
        status: 'OK',
        payload: request && payloadOf(request),
      });
      const [user, timestamp] = ['user-1', String(Math.floor(nowSeconds()))];
      const message = [id, user, timestamp, createHash('sha256').update(body).digest('hex')].join('\n');
      const signature = sign(null, Buffer.from(message), privateKey).toString('hex');
      const headers = { 'request-id': id, 'user-id': user, timestamp, signature };
      return {
        body,
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [`x-fal-webhook-${name}`, value])),
      };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** fal's validation: the first thing that is wrong, in its words. */
function wrongInput(model: string, input: unknown): object | undefined {
  const { prompt, image_url, duration, resolution, seed, camera_fixed } = (input ?? {}) as Record<string, unknown>;
  const wrong = (field: string, msg: string) => ({ loc: ['body', field], msg, type: 'value_error' });
  if (typeof prompt !== 'string') return { loc: ['body', 'prompt'], msg: 'Field required', type: 'missing' };
  if (typeof image_url !== 'string') return { loc: ['body', 'image_url'], msg: 'Field required', type: 'missing' };
  const from = model.includes('/v1/') ? 2 : 4;
  const isWord = duration === undefined || typeof duration === 'string';
  if (!isWord || (duration !== undefined && !(Number(duration) >= from && Number(duration) <= 12))) {
    return wrong('duration', `Input should be '${from}' to '12'`);
  }
  if (resolution !== undefined && !['480p', '720p', '1080p'].includes(String(resolution)))
    return wrong('resolution', 'no such resolution');
  if (seed !== undefined && !(Number.isInteger(seed) && (seed as number) < 2 ** 31))
    return wrong('seed', 'Input should be an int32');
  if (camera_fixed !== undefined && model.includes('seedance-2'))
    return wrong('camera_fixed', 'Extra inputs are not permitted');
  return undefined;
}
