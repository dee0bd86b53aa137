import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FINISHED } from '../../../test/support/scripted-engine.ts';
import { openTestService, TEST_ORIGIN, type TestService } from '../../../test/support/test-service.ts';
import { ClipEndedError, createReverieClient, NetworkError, NotSignedInError, RateLimitedError, type ReverieClient } from './index.ts';

let service: TestService;
let reverie: ReverieClient;
let order: { pictureId: string; motion: 'breathing'; seconds: number };
/** How long the client waited each time; waiting takes no time here, and the service works meanwhile. */
let waits: number[];
let clientOf: (options?: { fetch?: typeof fetch; token?: string }) => ReverieClient;

beforeAll(async () => {
  service = await openTestService({ script: { checks: [{ kind: 'working' }, FINISHED] } });
});
afterAll(() => service.close());
beforeEach(async () => {
  const person = await service.world.addPerson();
  const picture = await service.world.addPicture(await service.world.addCharacter(person));
  order = { pictureId: picture.id, motion: 'breathing', seconds: 5 };
  const token = service.signIn(person);
  waits = [];
  const sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    waits.push(milliseconds);
    await service.workLater(milliseconds / 1000);
  };
  clientOf = (options) => createReverieClient({ baseUrl: TEST_ORIGIN, token, fetch: service.fetch, sleep, random: () => 0.5, ...options });
  reverie = clientOf();
});

/** The service behind a line that fails: each word is what happens to one request, and then all is well. */
function lineThat(...faults: ('breaks-before' | 'breaks-after' | Response)[]): typeof fetch {
  return async (input, init) => {
    const fault = faults.shift();
    if (fault instanceof Response) return fault;
    if (fault === 'breaks-before') throw new TypeError('fetch failed');
    const response = await service.fetch(input as string, init);
    if (fault === 'breaks-after') throw new TypeError('fetch failed');
    return response;
  };
}

describe('a clip', () => {
  it('is ordered, awaited and there', async () => {
    const clip = await reverie.clips.create(order);
    expect(clip.view).toMatchObject({ state: 'queued', priceCredits: 120_000 });
    const states: string[] = [];
    const ready = await clip.done({ onProgress: ({ state }) => states.push(state) });
    expect(states).toEqual(['queued', 'rendering', 'ready']);
    expect(ready.file.sizeBytes).toBe(1000);
    expect(await reverie.wallet.get()).toMatchObject({ credits: 880_000, heldCredits: 0 });
  });

  it('is one clip, paid once, whatever breaks on the way of the order', async () => {
    const shaky = clientOf({ fetch: lineThat('breaks-after', new Response('bad gateway', { status: 502 }), 'breaks-before') });
    const clip = await shaky.clips.create(order);
    expect((await reverie.clips.list().page()).items.map(({ id }) => id)).toEqual([clip.id]);
    expect(await reverie.wallet.get()).toMatchObject({ credits: 880_000, heldCredits: 120_000 });
    expect(waits).toEqual([400, 800, 1600]);
  });

  it('is the same clip when the program itself asks again with the same key', async () => {
    const idempotencyKey = 'order 4711'.replace(' ', '-');
    const [first, second] = [await reverie.clips.create(order, { idempotencyKey }), await reverie.clips.create(order, { idempotencyKey })];
    expect(second.id).toBe(first.id);
    await expect(reverie.clips.create({ ...order, seconds: 4 }, { idempotencyKey })).rejects.toMatchObject({
      code: 'key-used-for-another-request',
    });
  });

  it('that ends without a file says why, what to do, and what came back', async () => {
    const clip = await reverie.clips.create(order);
    expect((await clip.cancel()).outcome).toBe('cancelled');
    const error = await clip.done().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ClipEndedError);
    expect(error).toMatchObject({ code: 'cancelled-by-owner', creditsReturned: 120_000, nextStep: 'Make it again whenever you like.' });
    await expect(clip.download()).rejects.toBeInstanceOf(ClipEndedError);
  });

  it('is awaited no longer than its caller wants', async () => {
    const clip = await reverie.clips.create(order);
    const given = new AbortController();
    const awaited = clip.done({ signal: given.signal, onProgress: () => given.abort(new Error('enough')) });
    await expect(awaited).rejects.toThrow('enough');
  });
});

describe('a moment', () => {
  it('shows pictures and clips to everybody, and a message brings a clip to a chat', async () => {
    const own = await reverie.characters.create({ name: 'Nell', declaredAge: 'adult' });
    const clip = await reverie.clips.create(order);
    await clip.done();
    const moment = await reverie.moments.post({ characterId: own.id, pictureIds: [order.pictureId] });
    await reverie.clips.attach(clip.id, { momentId: moment.id });
    const seen = await createReverieClient({ baseUrl: TEST_ORIGIN, fetch: service.fetch }).moments.get(moment.id);
    expect(seen.attachments.map((one) => one.clip?.id ?? one.picture?.id)).toEqual([order.pictureId, clip.id]);

    const chat = await reverie.chats.open(own.id);
    await reverie.chats.say(chat.id, 'Look at this.');
    await reverie.clips.attach(clip.id, { chatId: chat.id, body: 'Here.' });
    const said = (await reverie.chats.messages(chat.id).page()).items.filter(({ author }) => author === 'person');
    expect(said.map(({ body, attachments }) => [body, attachments[0]?.clip?.id])).toEqual([
      ['Here.', clip.id],
      ['Look at this.', undefined],
    ]);
    const { items } = await reverie.clips.places(clip.id);
    expect(items.map(({ momentId, chatId }) => momentId ?? chatId)).toEqual(expect.arrayContaining([moment.id, chat.id]));
  });
});

describe('what goes wrong', () => {
  it('is told with a code, a sentence and a next step', async () => {
    const poor = await service.world.addPerson({ creditsGiven: 1000 });
    const refused = clientOf({ token: service.signIn(poor) }).clips.create(order);
    await expect(refused).rejects.toMatchObject({
      code: 'not-enough-credits',
      status: 402,
      members: { missingCredits: 119_000 },
      retryable: false,
    });
  });

  it('is of a kind of its own when nobody is signed in', async () => {
    await expect(clientOf({ token: 'nonsense' }).me.get()).rejects.toBeInstanceOf(NotSignedInError);
  });

  it('is told after four attempts when nobody answers', async () => {
    const dead = clientOf({ fetch: lineThat('breaks-before', 'breaks-before', 'breaks-before', 'breaks-before') });
    const error = await dead.me.get().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: 'network', status: 0, retryable: true });
    expect(waits).toHaveLength(3);
  });

  it('is waited for when the service says how long, unless that is too long', async () => {
    const slowDown = (seconds: string) =>
      Response.json({ code: 'too-many-requests', detail: 'Too often.' }, { status: 429, headers: { 'retry-after': seconds } });
    await clientOf({ fetch: lineThat(slowDown('3')) }).me.get();
    expect(waits).toEqual([3000]);
    const error = await clientOf({ fetch: lineThat(slowDown('600')) })
      .me.get()
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error.retryAfterSeconds).toBe(600);
  });

  it('makes one API key although its answer got lost, and says that the key itself is lost', async () => {
    const shaky = clientOf({ fetch: lineThat('breaks-after') });
    expect(await shaky.apiKeys.create({ name: 'mine', scopes: ['read'] })).toMatchObject({ name: 'mine', key: null });
    expect((await reverie.apiKeys.list()).items).toHaveLength(1);
    expect(await reverie.apiKeys.create({ name: 'mine', scopes: ['read'] })).toMatchObject({ key: expect.stringMatching(/^rvk_/) });
  });

  it('is not repeated when repeating could do it twice', async () => {
    const shaky = clientOf({ fetch: lineThat('breaks-after') });
    await expect(shaky.notifications.readAll()).rejects.toBeInstanceOf(NetworkError);
    expect(waits).toEqual([]);
  });

  it('does not take a picture in twice: it is sent again under the same key, or, as a stream, not at all', async () => {
    const { characterId } = await reverie.pictures.get(order.pictureId);
    const file = new Uint8Array(
      await sharp({ create: { width: 300, height: 400, channels: 3, background: 'teal' } })
        .png()
        .toBuffer(),
    );
    const news = { characterId, origin: 'ai_generated' } as const;
    const shaky = () => clientOf({ fetch: lineThat('breaks-after') });
    const picture = await shaky().pictures.upload(file, news);
    const stream = new Blob([file]).stream();
    await expect(shaky().pictures.upload(stream, news)).rejects.toBeInstanceOf(NetworkError);
    const { items } = await reverie.characters.gallery(characterId, { show: 'pictures' }).page();
    expect(items.map((item) => item.picture?.id)).toEqual([expect.any(String), picture.id, order.pictureId]);
  });
});

describe('a list', () => {
  it('is gone through page by page', async () => {
    const clips = [await reverie.clips.create(order), await reverie.clips.create(order), await reverie.clips.create(order)];
    const found: string[] = [];
    for await (const { id } of reverie.clips.list({ limit: 2 })) found.push(id);
    expect(found).toEqual(clips.map(({ id }) => id).reverse());
    const { items, nextCursor } = await reverie.clips.list({ limit: 1 }).page();
    expect([items.length, nextCursor]).toEqual([1, found[0]]);
  });
});
