import { z } from 'zod';
import type { EngineTrouble } from '../../app/ports/video-engine.ts';

const File = z.object({ filename: z.string(), subfolder: z.string().default(''), type: z.string().default('output') });
export type ComfyFile = z.infer<typeof File>;

/** What ComfyUI remembers of a prompt that is over. */
const Entry = z.object({
  outputs: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  status: z.object({ status_str: z.string(), messages: z.array(z.tuple([z.string(), z.looseObject({})])).default([]) }),
});
export type HistoryEntry = z.infer<typeof Entry>;

const History = z.record(z.string(), Entry);
export const entryIn = (json: unknown, id: string): HistoryEntry | undefined => History.safeParse(json).data?.[id];

const Queue = z.object({ queue_running: z.array(z.array(z.unknown())), queue_pending: z.array(z.array(z.unknown())) });

/** Where in the queue a prompt is; entries are `[number, prompt id, ...]`. */
export function placeInQueue(json: unknown, id: string): 'running' | 'pending' | undefined {
  const queue = Queue.safeParse(json).data;
  if (queue?.queue_running.some(([, prompt]) => prompt === id)) return 'running';
  return queue?.queue_pending.some(([, prompt]) => prompt === id) ? 'pending' : undefined;
}

/** The MP4 of a prompt: SaveVideo lists it under `images`, older nodes under `gifs` or `videos`. */
export function videoOf({ outputs }: HistoryEntry): ComfyFile | undefined {
  const lists = Object.values(outputs).flatMap((node) => Object.values(node));
  const files = lists.flatMap((list) => (Array.isArray(list) ? list : [])).map((file) => File.safeParse(file).data);
  return files.find((file) => file !== undefined && /\.mp4$/i.test(file.filename) && file.type === 'output');
}

/** Why a prompt ended without a clip. */
export function troubleOf({ status }: HistoryEntry): EngineTrouble {
  const [, detail] = status.messages.find(([kind]) => kind === 'execution_error') ?? [];
  // stopped by somebody at the machine
  if (status.messages.some(([kind]) => kind === 'execution_interrupted'))
    return { kind: 'gone', vendorCode: 'interrupted' };
  const message = typeof detail?.exception_message === 'string' ? detail.exception_message : status.status_str;
  return { kind: 'broken', vendorCode: String(detail?.exception_type ?? 'error'), vendorMessage: message };
}
