import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen, parsed, readBody, send } from '../http-server.ts';
import { movingClip } from '../moving-clip.ts';
import { readOrder } from './read-order.ts';
import { REFUSALS, type Refusal, type RefusalName, refusalBody } from './refusal.ts';
import { ALL_SCENARIOS, createScenarios, type FaultRates, type Scenario } from './scenario.ts';
import { taskBody } from './task-body.ts';
import { type BookOptions, isBilled, type SimulatedTask, TaskBook } from './task-book.ts';

export interface SimulatorOptions extends Partial<Omit<BookOptions, 'onChange'>> {
  readonly key?: string;
  readonly port?: number;
  readonly faults?: FaultRates;
  /** Clips of the size and length that were ordered; otherwise one small clip for all, which is made in no time. */
  readonly fullSize?: boolean;
  /** Answers a file that is slow at this pace. */
  readonly slowMilliseconds?: number;
}

const LARGEST_BODY_BYTES = 64 * 1024 * 1024;
const URL_SECONDS = 24 * 3600;
const TASKS = '/api/v3/contents/generations/tasks';
const CALLBACK_TRIES = 4;

/**
 * ByteDance's video API on this machine, written from what is known of it: what it takes, how it refuses, how tasks go on, what
 * it is known to do wrong. Knows nothing of the engine that is tested with it.
 */
export async function startSeedanceSimulator(options: SimulatorOptions = {}) {
  const { key = 'simulated-key', port = 0, random = Math.random, slowMilliseconds = 50 } = options;
  const nowSeconds = options.nowSeconds ?? (() => Date.now() / 1000);
  const scenarios = createScenarios(options.faults ?? {}, random);
  const callbacks = new Set<Promise<void>>();
  const book = new TaskBook({
    ...{ queueSeconds: 2, renderSeconds: 30, mostRunning: 10, mostQueued: 120, mostCreatesPerMinute: 600 },
    ...options,
    ...{ nowSeconds, random },
    onChange: (task) => {
      const sent = callBack(task);
      callbacks.add(sent);
      sent.finally(() => callbacks.delete(sent));
    },
  });
  let requestCount = 0;
  let closing = false;

  /** Every change of state is told, unsigned, and told again while nobody says that it was heard. */
  async function callBack(task: SimulatedTask): Promise<void> {
    const { callbackUrl } = task.order;
    if (callbackUrl === undefined) return;
    const body = JSON.stringify(taskBody(task, urlOf));
    for (let tries = 0; tries < CALLBACK_TRIES && !closing; tries++) {
      const heard = await fetch(callbackUrl, { method: 'POST', body, signal: AbortSignal.timeout(5000) }).catch(
        () => undefined,
      );
      if (heard?.ok) return;
      await sleep(20);
    }
  }

  const urlOf = ({ id, updatedSeconds }: SimulatedTask): string =>
    `${address}/files/${id}.mp4?X-Tos-Date=${Math.floor(updatedSeconds)}&X-Tos-Expires=${URL_SECONDS}&X-Tos-Signature=simulated`;

  const { server, address } = await listen(answer, port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', address);
    const body = await readBody(request);
    if (url.pathname.startsWith('/files/')) return file(url, response);
    if (url.pathname.startsWith('/__sim/')) return control(url, body, response);
    if (!url.pathname.startsWith(TASKS)) return send(response, 404, '');
    if (request.headers.authorization !== `Bearer ${key}`) return refuse(response, REFUSALS.unauthorized);
    const id = decodeURIComponent(url.pathname.slice(TASKS.length + 1));
    if (request.method === 'POST') return create(body, response);
    if (request.method === 'DELETE') return remove(id, response);
    if (request.method === 'GET' && id === '') return list(url, response);
    return request.method === 'GET' ? get(id, response) : send(response, 405, '');
  }

  async function create(body: string, response: ServerResponse): Promise<void> {
    if (body.length > LARGEST_BODY_BYTES) return send(response, 413, '');
    const order = await readOrder(parsed(body));
    if ('code' in order) return refuse(response, order);
    const fault = scenarios.next('create', order.text);
    if (fault === 'empty-404') return send(response, 404, '');
    if (fault === 'reset-before') return void response.destroy();
    if (fault === 'html-502-before') return send(response, 502, '<html><h1>502 Bad Gateway</h1></html>', 'text/html');
    if (fault !== undefined && fault in REFUSALS) return refuse(response, REFUSALS[fault as RefusalName]);
    const task = book.create(order, scenarios.next('task', order.text));
    if ('code' in task) return refuse(response, task);
    if (fault === 'reset-after') return void response.destroy();
    if (fault === 'hang-after') return undefined;
    if (fault === 'error-after') return refuse(response, REFUSALS.internal);
    if (fault === 'html-502-after') return send(response, 502, '<html><h1>502 Bad Gateway</h1></html>', 'text/html');
    if (fault === 'garbage-after') return send(response, 200, '{"id": "cgt-2026');
    return send(response, 200, { id: task.id });
  }

  function get(id: string, response: ServerResponse): void {
    const task = book.find(id);
    const fault = scenarios.next('get', task?.order.text);
    if (fault === 'error-500') return refuse(response, REFUSALS.internal);
    if (fault === 'garbage') return send(response, 200, '<html>');
    if (fault === 'reset') return void response.destroy();
    if (fault === 'empty-404') return send(response, 404, '');
    if (fault === 'hang') return undefined;
    return task === undefined ? refuse(response, REFUSALS['no-such-task']) : send(response, 200, taskBody(task, urlOf));
  }

  function list(url: URL, response: ServerResponse): void {
    const fault = scenarios.next('list');
    if (fault === 'error-500') return refuse(response, REFUSALS.internal);
    const wanted = url.searchParams;
    const [page, size] = [Number(wanted.get('page_num') ?? 1), Number(wanted.get('page_size') ?? 10)];
    if (!(page >= 1 && page <= 500 && size >= 1 && size <= 500)) return refuse(response, REFUSALS['no-such-task']);
    const ids = wanted.getAll('filter.task_ids');
    const found = book
      .list()
      .filter(({ status }) => (wanted.get('filter.status') ?? status) === status)
      .filter(({ id }) => ids.length === 0 || ids.includes(id));
    if (fault === 'empty' || wanted.get('filter.service_tier') === 'flex')
      return send(response, 200, { items: [], total: 0 });
    const items = found.slice((page - 1) * size, page * size).map((task) => taskBody(task, urlOf));
    return send(response, 200, { items, total: found.length });
  }

  function remove(id: string, response: ServerResponse): void {
    const task = book.find(id);
    if (task === undefined) return refuse(response, REFUSALS['no-such-task']);
    const refusal = book.delete(task);
    return refusal === undefined ? send(response, 200, {}) : refuse(response, refusal);
  }

  async function file(url: URL, response: ServerResponse): Promise<void> {
    const task = book.find(url.pathname.slice('/files/'.length, -'.mp4'.length));
    const isExpired = nowSeconds() - Number(url.searchParams.get('X-Tos-Date')) > URL_SECONDS;
    const fault = scenarios.next('file', task?.order.text);
    if (task === undefined || isExpired || fault === 'expired') {
      return send(response, 403, '<Error><Code>AccessDenied</Code></Error>', 'application/xml');
    }
    if (fault === 'not-ready') return send(response, 400, { code: 'video_not_ready', message: 'video is not ready' });
    if (fault === 'page') return send(response, 200, '<html>Sign in</html>', 'text/html');
    if (fault === 'reset') return void response.destroy();
    const clip = await clipOf(task);
    const type = fault === 'wrong-type' ? 'image/png' : 'video/mp4';
    response.writeHead(200, { 'content-type': type, 'content-length': clip.length });
    if (fault === 'cut-off') {
      response.write(clip.subarray(0, clip.length / 2), () => response.destroy());
    } else if (fault === 'slow') {
      for (let at = 0; at < clip.length; at += 2048) {
        response.write(clip.subarray(at, at + 2048));
        await sleep(slowMilliseconds);
      }
      response.end();
    } else response.end(clip);
  }

  function clipOf({ order: { widthPixels, heightPixels, seconds } }: SimulatedTask): Promise<Buffer> {
    return options.fullSize
      ? movingClip(widthPixels, heightPixels, Math.round(24 * seconds + 1))
      : movingClip(160, 208, 24);
  }

  function control(url: URL, body: string, response: ServerResponse): void {
    if (url.pathname === '/__sim/tasks') {
      book.tick();
      return send(
        response,
        200,
        [...book.tasks.values()].map((task) => ({ ...task, isBilled: isBilled(task) })),
      );
    }
    const { next } = (parsed(body) ?? {}) as { next?: Scenario[] };
    const known = next?.filter((scenario) => ALL_SCENARIOS.includes(scenario)) ?? [];
    if (next === undefined || known.length !== next.length) return send(response, 400, { next: ALL_SCENARIOS });
    scenarios.wanted.push(...known);
    return send(response, 200, { next: scenarios.wanted });
  }

  function refuse(response: ServerResponse, refusal: Refusal): void {
    const requestId = `0217${String(++requestCount).padStart(12, '0')}`;
    send(response, refusal.status, refusalBody(refusal, requestId), 'application/json', { 'x-request-id': requestId });
  }

  return {
    address,
    baseUrl: `${address}/api/v3`,
    key,
    book,
    /** These happen next, each once, at its step. */
    next: (...wanted: Scenario[]) => scenarios.wanted.push(...wanted),
    /** Forgets what was asked for and did not happen. */
    calm: () => scenarios.wanted.splice(0),
    /** Waits until everything that was to be told was told. */
    toldAll: () => Promise.all(callbacks),
    billed: () => {
      book.tick();
      return [...book.tasks.values()].filter(isBilled);
    },
    close: async () => {
      closing = true;
      server.closeAllConnections();
      server.close();
      await Promise.all(callbacks);
    },
  };
}
export type SeedanceSimulator = Awaited<ReturnType<typeof startSeedanceSimulator>>;
