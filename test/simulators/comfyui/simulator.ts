import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { listen, parsed, readBody, send } from '../http-server.ts';
import { movingClip } from '../moving-clip.ts';

interface Prompt {
  readonly id: string;
  readonly graph: Readonly<
    Record<string, { readonly class_type: string; readonly inputs: Readonly<Record<string, unknown>> }>
  >;
  readonly clientId: string | undefined;
  state: 'pending' | 'running' | 'success' | 'error' | 'interrupted';
}

/** What happens to the next prompt. */
export type ComfyuiScenario = 'reset-after' | 'error-after' | 'missing-model' | 'out-of-memory' | 'upload-fails';

export interface ComfyuiSimulatorOptions {
  readonly port?: number;
  /** Nodes that this installation does not have. */
  readonly lacks?: readonly string[];
}

/** ComfyUI on this machine: uploads, a queue in memory, history, files, progress over a WebSocket. Runs one prompt at a time. */
export async function startComfyuiSimulator({ port = 0, lacks = [] }: ComfyuiSimulatorOptions = {}) {
  const prompts = new Map<string, Prompt>();
  const uploads = new Set<string>();
  const wanted: ComfyuiScenario[] = [];
  const failing = new Set<string>();
  const { server, address } = await listen(answer, port);
  const sockets = new WebSocketServer({ server, path: '/ws' });
  const clients = new Map<string, Parameters<Parameters<typeof sockets.on>[1]>[0]>();
  sockets.on('connection', (socket, request) => {
    clients.set(new URL(request.url ?? '', address).searchParams.get('clientId') ?? '', socket);
    socket.send(JSON.stringify({ type: 'status', data: { status: { exec_info: { queue_remaining: 0 } }, sid: 'x' } }));
  });

  const tell = (prompt: Prompt, type: string, data: object): void =>
    clients.get(prompt.clientId ?? '')?.send(JSON.stringify({ type, data: { prompt_id: prompt.id, ...data } }));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', address);
    const body = await readBody(request);
    const [, what = '', id = ''] = pathname.split('/');
    if (request.method === 'POST' && pathname === '/upload/image') return upload(request, body, response);
    if (request.method === 'POST' && what === 'prompt') return queue(parsed(body), response);
    if (request.method === 'POST' && what === 'queue') return remove(parsed(body), response);
    if (request.method === 'POST' && what === 'interrupt') return interrupt(parsed(body), response);
    if (what === 'queue')
      return send(response, 200, { queue_running: listOf('running'), queue_pending: listOf('pending') });
    if (what === 'history') return send(response, 200, historyOf(id));
    if (what === 'object_info')
      return send(response, 200, lacks.includes(id) ? {} : { [id]: { input: {}, output: [] } });
    if (what === 'view' && searchParams.get('type') === 'output')
      return send(response, 200, await movingClip(160, 208, 24), 'video/mp4');
    return send(response, 404, '');
  }

  function upload(request: IncomingMessage, body: string, response: ServerResponse): void {
    if (wanted[0] === 'upload-fails' && wanted.shift()) return send(response, 500, '');
    const name = /filename="([^"]+)"/.exec(body)?.[1];
    const isForm = /^multipart\/form-data/.test(request.headers['content-type'] ?? '');
    if (name === undefined || !isForm) return send(response, 400, '');
    const subfolder = /name="subfolder"\r\n\r\n(\w*)/.exec(body)?.[1] ?? '';
    uploads.add(`${subfolder}/${name}`);
    return send(response, 200, { name, subfolder, type: 'input' });
  }

  function queue(body: unknown, response: ServerResponse): void {
    const {
      prompt: graph,
      client_id,
      prompt_id,
    } = body as { prompt: Prompt['graph']; client_id?: string; prompt_id?: string };
    const scenario = wanted.shift();
    const wrong =
      wrongNode(graph) ?? (scenario === 'missing-model' ? ['model', 'Value not in list: unet_name'] : undefined);
    if (wrong !== undefined) {
      const error = {
        type: 'prompt_outputs_failed_validation',
        message: 'Prompt outputs failed validation',
        details: '',
        extra_info: {},
      };
      return send(response, 400, { error, node_errors: { [wrong[0] ?? '']: { errors: [{ message: wrong[1] }] } } });
    }
    const id = prompt_id ?? createHash('md5').update(String(prompts.size)).digest('hex');
    prompts.set(id, { id, graph, clientId: client_id, state: 'pending' });
    if (scenario === 'out-of-memory') failing.add(id);
    if (scenario === 'reset-after') return void response.destroy();
    if (scenario === 'error-after') return send(response, 500, '500 Internal Server Error', 'text/plain');
    return send(response, 200, { prompt_id: id, number: prompts.size, node_errors: {} });
  }

  function wrongNode(graph: Prompt['graph']): [string, string] | undefined {
    for (const [node, { class_type, inputs }] of Object.entries(graph)) {
      if (lacks.includes(class_type)) return [node, `Node '${class_type}' not found`];
      for (const [name, value] of Object.entries(inputs)) {
        if (typeof value === 'string' && value.includes('{{')) return [node, `${name} is ${value}`];
        if (Array.isArray(value) && !(String(value[0]) in graph)) return [node, `${name} leads nowhere`];
        if (['width', 'height', 'length', 'seed', 'fps'].includes(name) && typeof value !== 'number')
          return [node, `${name} is no number`];
      }
      if (class_type === 'LoadImage' && !uploads.has(String(inputs.image)))
        return [node, `Invalid image file: ${inputs.image}`];
    }
    return undefined;
  }

  const listOf = (state: Prompt['state']): unknown[] =>
    [...prompts.values()]
      .filter((prompt) => prompt.state === state)
      .map(({ id, graph }, number) => [number, id, graph, {}, []]);

  function historyOf(id: string): object {
    const prompt = prompts.get(id);
    if (prompt === undefined || prompt.state === 'pending' || prompt.state === 'running') return {};
    const isGood = prompt.state === 'success';
    // SaveVideo tells its MP4 as an image
    const images = [{ filename: `${id}_00001_.mp4`, subfolder: 'reverie', type: 'output' }];
    const detail = {
      exception_type: 'torch.OutOfMemoryError',
      exception_message: 'Allocation on device 0 would exceed allowed memory.',
    };
    const messages = {
      success: [],
      error: [['execution_error', detail]],
      interrupted: [['execution_interrupted', { node_id: '3' }]],
    };
    const status = { status_str: isGood ? 'success' : 'error', completed: isGood, messages: messages[prompt.state] };
    return { [id]: { prompt: [], outputs: isGood ? { file: { images, animated: [true] } } : {}, status } };
  }

  function remove(body: unknown, response: ServerResponse): void {
    for (const id of (body as { delete?: string[] }).delete ?? [])
      if (prompts.get(id)?.state === 'pending') prompts.delete(id);
    send(response, 200, '');
  }

  /** Without an id it stops whatever runs, as the real one does. */
  function interrupt(body: unknown, response: ServerResponse): void {
    const { prompt_id } = (body ?? {}) as { prompt_id?: string };
    for (const prompt of prompts.values()) {
      if (prompt.state === 'running' && (prompt_id ?? prompt.id) === prompt.id) prompt.state = 'interrupted';
    }
    send(response, 200, '');
  }

  return {
    ...{ address, prompts },
    next: (...scenarios: ComfyuiScenario[]) => wanted.push(...scenarios),
    /** Begins what waits first and tells that it is so far. */
    run: (percent: number): void => {
      const prompt = [...prompts.values()].find(({ state }) => state === 'running' || state === 'pending');
      if (prompt === undefined) return;
      prompt.state = 'running';
      tell(prompt, 'progress', { value: percent / 5, max: 20, node: 'sampled' });
    },
    /** Ends everything that runs or waits. */
    finish: (): void => {
      for (const prompt of prompts.values()) {
        if (prompt.state === 'pending' || prompt.state === 'running')
          prompt.state = failing.delete(prompt.id) ? 'error' : 'success';
      }
    },
    /** Queue and history are in memory. */
    restart: (): void => {
      prompts.clear();
      for (const socket of clients.values()) socket.terminate();
    },
    close: async () => {
      for (const socket of clients.values()) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
