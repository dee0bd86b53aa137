/** What only a fresh start on one's own machine has: a world to look at. */
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { makeDemoClips } from '../demo/world/demo-clips.ts';
import { seedDemoWorld } from '../demo/world/seed-demo-world.ts';
import { demoPerson } from '../identity/demo-people.ts';
import type { Service } from './open-service.ts';

/** The build paints them. */
const PICTURES_FOLDER = fileURLToPath(new URL('../../dist/demo/pictures', import.meta.url));
const LOOK_AGAIN_MILLISECONDS = 2000;

/**
 * Makes the demo world where the database is the embedded one and empty, and nobody else can reach the server. A service
 * whose demo could not be made starts without it.
 *
 * @returns whether there may be one
 */
export async function openDemoWorld({ config, database, parts, log }: Service): Promise<boolean> {
  if (config.demoWorld === 'none' || parts.demoPeople === undefined || database.kind !== 'embedded') return false;
  const { world, storage } = parts;
  const personAs = (as: 'subscriber' | 'free') => demoPerson(world, as);
  try {
    const isNew = await seedDemoWorld({ world, storage, personAs, picturesFolder: PICTURES_FOLDER });
    if (isNew) log.info('The demo world is made.');
    return true;
  } catch (error) {
    log.broken(error);
    return false;
  }
}

/** Lets the demo's clips be made behind everything else, by those who carry clips. */
export function startDemoClips({ config, parts, log }: Service): { stop(): Promise<void> } {
  if (config.demoWorld !== 'alive') return { stop: async () => {} };
  const stopped = new AbortController();
  const pause = () => sleep(LOOK_AGAIN_MILLISECONDS, undefined, { signal: stopped.signal });
  const make = async (): Promise<void> => {
    const person = await demoPerson(parts.world, 'subscriber');
    const outcomes = await makeDemoClips({ ...parts, person, pause, engine: { engine: 'local', model: 'draft' } });
    log.info('The demo clips are made.', { outcomes: outcomes.join(' ') });
  };
  const running = make().catch((error) => {
    if (!stopped.signal.aborted) log.broken(error);
  });
  return {
    stop: () => {
      stopped.abort();
      return running;
    },
  };
}
