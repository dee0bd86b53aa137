import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen, parsed, readBody, send } from '../http-server.ts';
import { movingClip } from '../moving-clip.ts';

interface Prediction {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly madeSeconds: number;
  readonly error: string | undefined;
  stopped: 'canceled' | 'aborted' | undefined;
}

/** What happens to the next order: a status, a broken answer, or a failure in these words. */
export type ReplicateScenario =
  | 401
  | 402
  | 404
  | 422
  | 429
  | 500
  | 'reset-after'
  | 'garbage-after'
  | { readonly fails: string };

export interface ReplicateSimulatorOptions {
  readonly key?: string;
  readonly port?: number;
  readonly nowSeconds?: () => number;
  readonly startSeconds?: number;
  readonly renderSeconds?: number;
}

const MODELS = new Set(['bytedance/seedance-1-pro', 'bytedance/seedance-1-pro-fast', 'bytedance/seedance-2.0']);
const modelBody = (id: string) => {
  const [owner, name] = id.split('/');
  return { owner, name, url: `https://replicate.com/${id}`, visibility: 'public', run_count: 1, latest_version: {} };
};

/** Inputs and outputs are deleted after an hour. */
const KEPT_SECONDS = 3600;

/** Replicate's predictions on this machine. */
export async function startReplicateSimulator(options: ReplicateSimulatorOptions = {}) {
  const { key = 'simulated-key', port = 0, startSeconds = 2, renderSeconds = 20 } = options;
  const nowSeconds = options.nowSeconds ?? (() => Date.now() / 1000);
  const secret = randomBytes(24);
  const predictions = new Map<string, Prediction>();
  const wanted: ReplicateScenario[] = [];
  const { server, address } = await listen(answer, port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', address);
    const body = await readBody(request);
    if (pathname.startsWith('/files/')) return send(response, 200, await movingClip(160, 208, 24), 'video/mp4');
    if (request.headers.authorization !== `Bearer ${key}`) {
      return send(response, 401, {
        title: 'Unauthenticated',
        detail: 'You did not pass a valid authentication token',
        status: 401,
      });
    }
    if (pathname === '/v1/webhooks/default/secret')
      return send(response, 200, { key: `whsec_${secret.toString('base64')}` });
    if (request.method === 'GET' && pathname === '/v1/predictions')
      return send(response, 200, {
        results: [...predictions.values()].map(bodyOf).reverse(),
        next: null,
        previous: null,
      });
    const [, model, isOrder] = /^\/v1\/models\/(bytedance\/seedance-[\w.-]+?)(\/predictions)?$/.exec(pathname) ?? [];
    if (request.method === 'GET' && model !== undefined && MODELS.has(model))
      return send(response, 200, modelBody(model));
    if (request.method === 'POST' && model !== undefined && isOrder !== undefined)
      return make(model, parsed(body), response);
    const [, id = '', isCancel] = /^\/v1\/predictions\/(\w+)(\/cancel)?$/.exec(pathname) ?? [];
    const found = predictions.get(id);
    if (found === undefined)
      return send(response, 404, { detail: 'The requested resource could not be found.', status: 404 });
    if (isCancel !== undefined) stop(found);
    return send(response, 200, bodyOf(found));
  }

  function make(model: string, body: unknown, response: ServerResponse): void {
    const scenario = wanted.shift();
    if (typeof scenario === 'number') return send(response, scenario, { detail: 'No.', status: scenario });
    const { input } = (body ?? {}) as { input?: Record<string, unknown> };
    const wrong = wrongInput(model, input);
    if (wrong !== undefined)
      return send(response, 422, { title: 'Input validation failed', detail: wrong, status: 422 });
    const error = typeof scenario === 'object' ? scenario.fails : undefined;
    const made = {
      id: randomBytes(13).toString('hex'),
      input: input ?? {},
      madeSeconds: nowSeconds(),
      error,
      stopped: undefined,
    };
    predictions.set(made.id, made);
    if (scenario === 'reset-after') return void response.destroy();
    if (scenario === 'garbage-after') return send(response, 201, '{');
    return send(response, 201, bodyOf(made));
  }

  function statusOf({ madeSeconds, error, stopped }: Prediction): string {
    const passed = nowSeconds() - madeSeconds;
    if (stopped !== undefined) return stopped;
    if (passed < startSeconds) return 'starting';
    if (passed < startSeconds + renderSeconds) return 'processing';
    return error === undefined ? 'succeeded' : 'failed';
  }

  function stop(prediction: Prediction): void {
    const status = statusOf(prediction);
    if (status === 'starting') prediction.stopped = 'aborted';
    if (status === 'processing') prediction.stopped = 'canceled';
  }

  function bodyOf(prediction: Prediction) {
    const { id, input, error, madeSeconds } = prediction;
    const status = statusOf(prediction);
    const isDeleted = nowSeconds() - madeSeconds > KEPT_SECONDS;
    return {
      ...{ id, status, model: 'bytedance/seedance-1-pro-fast', version: 'hidden', data_removed: isDeleted, logs: '' },
      input: isDeleted ? {} : input,
      output: status === 'succeeded' && !isDeleted ? `${address}/files/${id}.mp4` : null,
      error: status === 'failed' ? error : null,
      created_at: new Date(madeSeconds * 1000).toISOString(),
      urls: { get: `${address}/v1/predictions/${id}`, cancel: `${address}/v1/predictions/${id}/cancel` },
    };
  }

  return {
    ...{ address, key, predictions },
    ids: () => [...predictions.keys()],
    next: (...scenarios: ReplicateScenario[]) => wanted.push(...scenarios),
    billed: () => [...predictions.values()].filter((one) => statusOf(one) === 'succeeded'),
    /** A callback as Replicate sends it when a prediction is done. */
    signedCallback: (id: string) => {
      const found = predictions.get(id);
      const body = JSON.stringify(found === undefined ? {} : bodyOf(found));
      const [messageId, timestamp] = [`msg_${id}`, String(Math.floor(nowSeconds()))];
      const signature = createHmac('sha256', secret).update(`${messageId}.${timestamp}.${body}`).digest('base64');
      return {
        body,
        headers: {
          'webhook-id': messageId,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,old v1,${signature}`,
        },
      };
    },
    secret: `whsec_${secret.toString('base64')}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function wrongInput(model: string, input: Record<string, unknown> | undefined): string | undefined {
  if (typeof input?.prompt !== 'string') return '- input: prompt is required';
  if (typeof input.image !== 'string' || !/^(?:data:|https?:)/.test(input.image))
    return '- input.image: Does not match format uri';
  const from = model.includes('-1-') ? 2 : 4;
  if (
    input.duration !== undefined &&
    !(Number.isInteger(input.duration) && (input.duration as number) >= from && (input.duration as number) <= 15)
  ) {
    return `- input.duration: Must be greater than or equal to ${from}`;
  }
  if (input.seed !== undefined && !(Number.isInteger(input.seed) && (input.seed as number) < 2 ** 31))
    return '- input.seed: Must be an integer';
  return undefined;
}
