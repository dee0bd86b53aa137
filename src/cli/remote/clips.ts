import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Clip } from '#client';
import { type Command, UsageError } from '../command.ts';
import { readWords } from '../read-words.ts';
import { followClip } from './follow-clip.ts';
import { atService, openClient, SERVICE_HELP, splitServiceWords } from './open-client.ts';

const MOST_CLIPS = 30;

/** `reverie clips`: what one ordered, and fetching or cancelling one of it. */
export const clips: Command = {
  help: `Usage: reverie clips [options]
       reverie clips ID [--out clip.mp4] [--cancel] [options]

Lists your last ${MOST_CLIPS} clips at a service, newest first; or tells of one. With --out it waits for the clip, if it
is still being made, and fetches it.

Options:
  --out PATH         where to put the clip (.mp4); nothing is written over
  --cancel           cancel it: always and free while it waits, later only if the engine can
${SERVICE_HELP}
  --json             one JSON object per clip and line on standard output
  --help             this text

Example:
  reverie clips 0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b --out mira.mp4 --server https://clips.example.com`,

  run: async (parameters, parts) => {
    const { service, rest } = splitServiceWords(parameters);
    const { values, positionals } = readWords('clips', rest, {
      out: { type: 'string' },
      cancel: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const [id] = positionals;
    const out = readOut(values.out);
    if (positionals.length > 1) throw new UsageError('One clip at a time, please.');
    if (id === undefined && (out !== undefined || values.cancel))
      throw new UsageError('Which clip? reverie clips ID …');
    const { signal } = parts;
    const tell = (clip: Clip): void => parts.print(values.json ? JSON.stringify(clip) : lineOf(clip));
    return atService(parts, async () => {
      const reverie = await openClient(service, parts);
      if (id === undefined) {
        const { items } = await reverie.clips.list({ limit: MOST_CLIPS }, { signal }).page();
        items.forEach(tell);
        return 0;
      }
      const clip = await reverie.clips.get(id, { signal });
      if (values.cancel) parts.note((await clip.cancel({ signal })).detail);
      if (out !== undefined) await followClip(clip, out, parts);
      tell(clip.view);
      return 0;
    });
  },
};

function readOut(out: string | undefined): string | undefined {
  if (out === undefined) return undefined;
  if (!/\.mp4$/i.test(out)) throw new UsageError(`'${out}' must end in .mp4.`);
  if (existsSync(out)) throw new UsageError(`'${out}' is there already: choose another name.`);
  return resolve(out);
}

function lineOf({ id, state, motion, seconds, engine, createdAt, end }: Clip): string {
  const about = `${id}  ${createdAt.slice(0, 16).replace('T', ' ')}  ${motion}, ${seconds} s, ${engine.title}: ${state}`;
  return end === null ? about : `${about}. ${end.detail} ${end.nextStep}`;
}
