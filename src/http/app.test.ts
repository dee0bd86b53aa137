import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PictureReader } from '../app/ports/picture-reader.ts';
import { createHttpApp } from './app.ts';
import { type ClipOrder, ClipQueue } from './clip-queue.ts';
import { DemoGallery } from './demo-gallery.ts';
import { readPageFiles } from './page-files.ts';
import { PictureShelf } from './picture-shelf.ts';

const OWN = { host: '127.0.0.1:4600' };
const CLIP_BYTES = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const WISH = { demoCharacterId: 'mira', motion: 'smile-and-blink', seconds: 4, strength: 'normal' };

/** Takes what begins like a PNG; refuses the rest as the real reader does. */
const reader: PictureReader = {
  read: async (source) => {
    const bytes = 'path' in source ? await readFile(source.path) : Buffer.from(source.bytes);
    if (bytes.subarray(1, 4).toString('latin1') !== 'PNG') {
      return { ok: false, reason: 'not-a-picture', sentence: 'This is not a picture.' };
    }
    const canvas = { widthPixels: 720, heightPixels: 960, rgba: new Uint8Array() };
    return { ok: true, canvas, sourceWidthPixels: 300, sourceHeightPixels: 400 };
  },
};
const PNG = new Uint8Array([0x89, ...Buffer.from('PNG\r\n\x1a\n rest of it', 'latin1')]);

let folder: string;
let app: Hono;
let orders: ClipOrder[];
let broken: unknown[];
let finishDrawing: () => void;

afterEach(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'http-app-'));
  orders = [];
  broken = [];
  const onBroken = (error: unknown) => broken.push(error);
  const newId = () => crypto.randomUUID();
  const mayFinish = new Promise<void>((resolve) => {
    finishDrawing = resolve;
  });
  const clips = new ClipQueue({
    draw: async (order, files, { onProgress, signal }) => {
      orders.push(order);
      onProgress({ framesDone: 12, frameCount: 96, secondsLeft: 5.5 });
      await Promise.race([mayFinish, new Promise((_, reject) => signal.addEventListener('abort', reject))]);
      await Promise.all([writeFile(files.clipPath, CLIP_BYTES), writeFile(files.posterPath, 'jpeg')]);
      return { ok: true, ...files, sizeBytes: 1000, widthPixels: 720, heightPixels: 960, lengthSeconds: 4 };
    },
    folder,
    newId,
    onBroken,
  });
  const pictures = new PictureShelf({ folder, reader, newId, isNeeded: (path) => clips.needsPicture(path), mostKept: 2 });
  const characters = [{ id: 'mira', name: 'Mira', description: 'A keeper of lamps' }];
  const demoGallery = new DemoGallery({ folder, characters, render: async () => PNG });
  const pageFiles = await readPageFiles('web');
  const advise = async () => ({ level: 'good', notes: [] }) as const;
  app = createHttpApp({
    ...{ host: '127.0.0.1', port: 4600, pageFiles, pictures, clips, demoGallery, advise, onBroken },
    newSeed: () => 42,
  });
});

/** The members of all the answers that are looked at. */
interface Answer {
  readonly id: string;
  readonly url: string;
  readonly code: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly motions: readonly unknown[];
  readonly seconds: unknown;
  readonly strengths: unknown;
  readonly characters: readonly { readonly pictureUrl: string }[];
}
const json = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Answer;

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(path, { method, headers: { ...OWN, ...headers } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', body: JSON.stringify(body), headers: { ...OWN, ...headers } });
const upload = (body: Uint8Array<ArrayBuffer> | ReadableStream, name = 'portrait.png') =>
  app.request(`/v1/pictures?name=${encodeURIComponent(name)}`, {
    ...{ method: 'POST', body, duplex: 'half' },
    headers: { ...OWN, 'content-type': 'image/png' },
  } as RequestInit);

async function finishedClip(wish: Record<string, unknown> = WISH): Promise<string> {
  const { id } = await json(post('/v1/clips', wish));
  finishDrawing();
  await (await get(`/v1/clips/${id}/events`)).text();
  return id;
}

describe('the page', () => {
  it('is served with its files, and asked for again costs nothing', async () => {
    const page = await get('/');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('Built-in draft engine: free');
    const again = await get('/', { 'if-none-match': page.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it('allows nothing inline and nothing from elsewhere, on errors as well', async () => {
    for (const path of ['/', '/page.css', '/v1/motions', '/nothing-here']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/page.ts', '/tsconfig.json'])('does not serve %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('who may ask', () => {
  it.each(['evil.example', '127.0.0.1:9999', ''])('refuses requests under the name %j', async (host) => {
    expect((await get('/v1/motions', { host })).status).toBe(421);
  });

  it.each(['localhost:4600', '[::1]:4600'])('answers as %s too', async (host) => {
    expect((await get('/v1/motions', { host })).status).toBe(200);
  });

  it.each([
    ['origin', 'http://evil.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
  ])('takes no orders from another site, told by %s: %s', async (name, value) => {
    const answer = await post('/v1/clips', WISH, { [name]: value });
    expect(answer.status).toBe(403);
    expect(orders).toEqual([]);
  });

  it('takes orders from its own page', async () => {
    const headers = { origin: 'http://127.0.0.1:4600', 'sec-fetch-site': 'same-origin' };
    expect((await post('/v1/clips', WISH, headers)).status).toBe(202);
  });
});

describe('what can be chosen', () => {
  it('lists the eight motions as the product page names them', async () => {
    const { motions, seconds, strengths } = await json(get('/v1/motions'));
    expect(motions).toHaveLength(8);
    expect(motions[3]).toMatchObject({ id: 'smile-and-blink', title: 'Smile and blink' });
    expect({ seconds, strengths }).toEqual({
      seconds: { shortest: 3, longest: 10 },
      strengths: ['subtle', 'normal', 'lively'],
    });
  });

  it('lists the demo characters and shows their pictures', async () => {
    const { characters } = await json(get('/v1/demo-characters'));
    const picture = await get(characters[0]?.pictureUrl ?? '');
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PNG);
    expect((await get('/v1/demo-characters/nobody/picture')).status).toBe(404);
  });
});

describe('a motion in one’s own words', () => {
  it('is told before anything is drawn: what plays, and what is left out', async () => {
    const text = 'Tucks a strand of hair behind her ear, looks down.';
    const reading = await (await post('/v1/custom-motion-reading', { text })).json();
    expect(reading).toMatchObject({ ok: true, plays: 'looks down', cannot: [expect.stringContaining('hand')] });
  });

  it('goes to the engine as steps', async () => {
    await post('/v1/clips', { ...WISH, motion: 'custom', customText: 'nods slowly, then smiles' });
    expect(orders[0]?.motion).toMatchObject({
      kind: 'custom',
      motion: { steps: [[{ verb: 'nod', pace: 'slow' }], [{ verb: 'smile' }]] },
    });
  });

  it('is refused with a hint when there is nothing in it that can be played', async () => {
    const answer = await post('/v1/clips', { ...WISH, motion: 'custom', customText: 'drives a red car to Lisbon' });
    expect([answer.status, (await json(answer)).code]).toEqual([422, 'custom-motion-not-understood']);
    expect(orders).toEqual([]);
  });
});

describe('a picture of one’s own', () => {
  it('is taken in, shown again and advised about', async () => {
    const answer = await upload(PNG);
    const { id, url, widthPixels, heightPixels } = await json(answer);
    expect([answer.status, widthPixels, heightPixels]).toEqual([201, 720, 960]);
    expect((await get(url)).headers.get('content-type')).toBe('image/png');
    expect(await json(get(`/v1/pictures/${id}/advice`))).toEqual({ level: 'good', notes: [] });
  });

  it('is refused in the reader’s own words, and no file stays', async () => {
    const answer = await upload(new TextEncoder().encode('GIF? no, a poem'));
    expect(answer.status).toBe(415);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'not-a-picture', detail: 'This is not a picture.', status: 415 });
    expect((await readdir(folder)).filter((name) => name.endsWith('.picture'))).toEqual([]);
  });

  it('is refused above 20 MB even when the length was not told', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1024 * 1024));
        if (++sent > 40) controller.close();
      },
    });
    const answer = await upload(endless);
    expect([answer.status, (await json(answer)).code]).toEqual([413, 'too-many-bytes']);
    expect(sent).toBeLessThan(30);
  });

  it('goes when newer ones have come', async () => {
    const [first] = [await json(upload(PNG)), await upload(PNG), await upload(PNG)];
    const answer = await post('/v1/clips', { pictureId: first.id, motion: 'breathing', seconds: 3 });
    expect((await json(answer)).code).toBe('picture-gone');
  });
});

describe('a clip', () => {
  it('is ordered with everything that was picked', async () => {
    const { id } = await json(upload(PNG, 'My Portrait.png'));
    const answer = await post('/v1/clips', { pictureId: id, motion: 'breathing', seconds: 7, strength: 'lively', seed: 0 });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ state: 'drawing', motion: 'breathing', seconds: 7, seed: 0 });
    expect(orders[0]).toMatchObject({
      ...{ fileName: 'my-portrait-breathing', lengthSeconds: 7, strength: 'lively', seed: 0 },
      motion: { kind: 'preset', presetId: 'breathing' },
    });
  });

  it.each([
    ['a motion that does not exist', { ...WISH, motion: 'backflip' }],
    ['more than ten seconds', { ...WISH, seconds: 11 }],
    ['less than three seconds', { ...WISH, seconds: 2 }],
    ['no picture', { ...WISH, demoCharacterId: undefined }],
    ['two pictures', { ...WISH, pictureId: 'b' }],
    ['text for a preset', { ...WISH, customText: 'nods' }],
    ['custom without text', { ...WISH, motion: 'custom' }],
    ['something we do not know', { ...WISH, resolution: '4k' }],
    ['a seed that is not a whole number', { ...WISH, seed: 1.5 }],
  ])('cannot be ordered with %s', async (_, wish) => {
    const answer = await post('/v1/clips', wish);
    expect([answer.status, (await json(answer)).code]).toEqual([400, 'invalid-request']);
  });

  it('tells its life as events until it is ready', async () => {
    const { id } = await json(post('/v1/clips', WISH));
    const events = await get(`/v1/clips/${id}/events`);
    finishDrawing();
    const states = [...(await events.text()).matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? ''));
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    expect(states[0]).toMatchObject({ state: 'drawing', framesDone: 12, frameCount: 96, secondsLeft: 5.5 });
    expect(states.at(-1)).toMatchObject({ state: 'ready', sizeBytes: 1000, clipUrl: `/v1/clips/${id}/clip.mp4` });
  });

  it('is sent whole, in parts, and as headers only', async () => {
    const address = `/v1/clips/${await finishedClip()}/clip.mp4`;
    const whole = await get(address);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(CLIP_BYTES);
    expect(whole.headers.get('cache-control')).toContain('immutable');

    const part = await get(address, { range: 'bytes=10-19' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/1000']);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(CLIP_BYTES.subarray(10, 20));

    const beyond = await get(address, { range: 'bytes=1000-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */1000']);

    const stale = await get(address, { range: 'bytes=10-19', 'if-range': '"another"' });
    expect(stale.status).toBe(200);
    await stale.arrayBuffer();

    const head = await get(address, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([200, '1000', 0]);
  });

  it('is downloaded under a name that says what it is', async () => {
    const answer = await get(`/v1/clips/${await finishedClip()}/clip.mp4?download`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="mira-smile-and-blink.mp4"');
    expect(answer.headers.get('content-type')).toBe('video/mp4');
    await answer.arrayBuffer();
  });

  it('has no file before it is ready, and says so', async () => {
    const { id } = await json(post('/v1/clips', WISH));
    const answer = await get(`/v1/clips/${id}/clip.mp4`);
    expect([answer.status, (await json(answer)).code]).toEqual([409, 'clip-not-ready']);
  });

  it('can be cancelled while it is drawn', async () => {
    const { id } = await json(post('/v1/clips', WISH));
    expect(await json(post(`/v1/clips/${id}/cancel`, {}))).toMatchObject({ id, state: 'cancelled' });
    expect(broken).toEqual([]);
  });

  it('of which nobody knows is not found', async () => {
    for (const path of ['', '/events', '/clip.mp4', '/poster.jpg']) {
      expect((await get(`/v1/clips/00000000-0000-4000-8000-000000000000${path}`)).status).toBe(404);
    }
  });
});
