import { WebSocket } from 'undici';
import { z } from 'zod';

const Step = z.object({ value: z.number(), max: z.number().positive() });
const Message = z.union([
  z.object({ type: z.literal('progress'), data: Step.extend({ prompt_id: z.string() }) }),
  z.object({
    type: z.literal('progress_state'),
    data: z.object({ prompt_id: z.string(), nodes: z.record(z.string(), Step) }),
  }),
]);

/** Prompts whose progress is remembered; older ones are over. */
const MOST_PROMPTS = 200;

/**
 * Listens how far prompts of one client are. Only for the eye: what is true is asked for. A connection that breaks is opened
 * again when somebody asks.
 */
export function createProgressSocket(baseUrl: string, clientId: string) {
  const url = `${baseUrl.replace(/^http/, 'ws')}/ws?clientId=${encodeURIComponent(clientId)}`;
  const percents = new Map<string, number>();
  let socket: WebSocket | undefined;

  function hear(text: string): void {
    const message = Message.safeParse(parsed(text)).data;
    if (message === undefined) return;
    const id = message.data.prompt_id;
    const steps = message.type === 'progress' ? [message.data] : Object.values(message.data.nodes);
    const [done, all] = [
      steps.reduce((sum, { value }) => sum + value, 0),
      steps.reduce((sum, { max }) => sum + max, 0),
    ];
    // work that only shows itself later would let it go back
    const percent = Math.max(percents.get(id) ?? 0, Math.min(99, Math.floor((100 * done) / Math.max(1, all))));
    percents.delete(id);
    percents.set(id, percent);
    const [oldest] = percents.keys();
    if (percents.size > MOST_PROMPTS && oldest !== undefined) percents.delete(oldest);
  }

  return {
    listen: (): void => {
      if (socket !== undefined) return;
      const opened = new WebSocket(url);
      socket = opened;
      const forget = (): void => {
        if (socket === opened) socket = undefined;
      };
      opened.addEventListener('message', ({ data }) => typeof data === 'string' && hear(data));
      opened.addEventListener('close', forget);
      opened.addEventListener('error', forget);
    },
    percentOf: (promptId: string): number | undefined => percents.get(promptId),
    close: (): void => socket?.close(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
