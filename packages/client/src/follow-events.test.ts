import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/app/ports/stores/person-store.ts';
import { openTestService, TEST_ORIGIN, type TestService } from '../../../test/support/test-service.ts';
import { createReverieClient, type FollowOptions, type LiveEvent, NotSignedInError } from './index.ts';

/** The wait that means: nothing was said for too long. */
const SILENCE_MILLISECONDS = 45_000;

let service: TestService;
let person: Person;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());
beforeEach(async () => {
  person = await service.world.addPerson();
});

const tell = (count = 1): Promise<void> =>
  service.world.transaction(async (stores) => {
    for (let event = 0; event < count; event++) await stores.events.tell(person.id, 'wallet', {}, service.world.now());
  });

interface Stage extends Partial<FollowOptions> {
  /** Answers that come in place of the service's, one after the other. */
  readonly faults?: Response[];
  readonly token?: string;
  /** Waits that are not over until somebody says so; the others take no time. */
  readonly waitsForEver?: (milliseconds: number) => boolean;
}

/** Follows the person's events through connections that a test can break or silence. */
function follow({
  faults = [],
  token = service.signIn(person),
  waitsForEver = (wait) => wait === SILENCE_MILLISECONDS,
  ...given
}: Stage = {}) {
  const [heard, states, waits]: [number[], string[], number[]] = [[], [], []];
  const lines: ReadableStreamDefaultController<Uint8Array>[] = [];
  let check = (): void => undefined;
  let beSilent = (): void => undefined;
  const stop = new AbortController();
  const reverie = createReverieClient({
    ...{ baseUrl: TEST_ORIGIN, token, random: () => 1 },
    fetch: async (input, init) => {
      const fault = faults.shift();
      if (fault !== undefined) return fault;
      const response = await service.fetch(input as string, init);
      return response.ok ? new Response(breakable(response.body as ReadableStream<Uint8Array>, lines), response) : response;
    },
    sleep: async (milliseconds, signal) => {
      if (!waitsForEver(milliseconds)) return void waits.push(milliseconds);
      await new Promise<void>((resolve, reject) => {
        beSilent = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    },
  });
  const ended = reverie.events.follow({
    signal: stop.signal,
    onEvent: ({ id }: LiveEvent) => {
      heard.push(id);
      check();
    },
    onState: (state, lastEventId) => {
      states.push(state === 'open' ? `open at ${lastEventId}` : state);
      check();
    },
    ...given,
  });
  const until = (isTrue: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      check = () => isTrue() && resolve();
      check();
    });
  return {
    ...{ heard, states, waits, stop, ended, until, reverie },
    isOpen: (times = 1) => until(() => states.filter((state) => state.startsWith('open')).length === times),
    breakLine: () => lines.at(-1)?.error(new TypeError('terminated')),
    beSilent: () => beSilent(),
  };
}

/** The same bytes, until a test lets the line break. */
function breakable(body: ReadableStream<Uint8Array>, lines: ReadableStreamDefaultController<Uint8Array>[]): ReadableStream<Uint8Array> {
  const chunks = body.getReader();
  return new ReadableStream({
    start: (controller) => {
      lines.push(controller);
    },
    pull: async (controller) => {
      const { value, done } = await chunks.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => chunks.cancel(),
  });
}

describe('following events', () => {
  it('hears each once and in order, across a line that breaks and one that falls silent, and ends when told to', async () => {
    const on = follow();
    await on.isOpen();
    await tell();
    await on.until(() => on.heard.length === 1);
    on.breakLine();
    await tell(2);
    await on.until(() => on.heard.length === 3);
    on.beSilent();
    await tell();
    await on.until(() => on.heard.length === 4);
    const [first = 0] = on.heard;
    expect(on.heard).toEqual([first, first + 1, first + 2, first + 3]);
    expect(on.states).toEqual([
      ...['connecting', `open at ${first - 1}`, 'waiting'],
      ...['connecting', `open at ${first}`, 'waiting'],
      ...['connecting', `open at ${first + 2}`],
    ]);
    on.stop.abort();
    await on.ended;
    await tell();
    expect(on.heard).toHaveLength(4);
  });

  it('goes on where somebody stood who was away for days', async () => {
    const before = follow();
    await before.isOpen();
    await tell();
    await before.until(() => before.heard.length === 1);
    before.stop.abort();
    await tell(2);
    const after = follow({ lastEventId: before.heard[0] });
    await after.until(() => after.heard.length === 2);
    after.stop.abort();
    expect(after.heard[0]).toBe((before.heard[0] ?? 0) + 1);
  });

  it('comes back later and later to a service that is away, and as soon as usual once it was heard', async () => {
    const away = (): Response => new Response('away', { status: 502 });
    const busy = Response.json({ code: 'stopping' }, { status: 503, headers: { 'retry-after': '7' } });
    const on = follow({ faults: [away(), away(), away(), away(), away(), busy] });
    await on.isOpen();
    expect(on.waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 7000]);
    on.breakLine();
    await on.isOpen(2);
    expect(on.waits.at(-1)).toBe(2000);
    on.stop.abort();
    await on.ended;
  });

  it('gives up when nobody is signed in any more', async () => {
    const on = follow({ token: 'nonsense' });
    await expect(on.ended).rejects.toBeInstanceOf(NotSignedInError);
  });

  it('wakes whoever waits for a clip, without asking again and again', async () => {
    const on = follow({ waitsForEver: () => true });
    await on.isOpen();
    const picture = await service.world.addPicture(await service.world.addCharacter(person));
    const clip = await on.reverie.clips.create({ pictureId: picture.id, motion: 'breathing', seconds: 3 });
    const done = clip.done();
    await service.work();
    await service.workLater(5);
    expect((await done).state).toBe('ready');
    on.stop.abort();
    await on.ended;
  });
});
