import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import { shareRoutes } from '../../src/http/share/share-routes.ts';
import { createClipWriter } from '../../src/media/write-clip.ts';
import { axeViolations, launchBrowser } from '../support/browser.ts';
import { openTestService, type TestService } from '../support/test-service.ts';

const [WIDTH, HEIGHT, FRAMES] = [720, 960, 72];
/** For people who look at what changed. */
const SCREENS = join(import.meta.dirname, '..', '..', '.cache', 'screens');

let service: TestService;
let server: RunningServer;
let browser: Browser;
let slug: string;

beforeAll(async () => {
  service = await openTestService();
  slug = await shareOneClip(service);
  const app = new Hono().route('/', shareRoutes({ ...service.parts, publicOrigin: undefined }));
  app.get('/icon.svg', ({ body }) => body('<svg xmlns="http://www.w3.org/2000/svg"/>', 200, { 'content-type': 'image/svg+xml' }));
  server = await startServer(app, { host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
  await mkdir(SCREENS, { recursive: true });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop(1);
  await service?.close();
});

/** A real clip in the storage, shared by its owner. */
async function shareOneClip({ world, parts, signIn, fetch }: TestService): Promise<string> {
  const owner = await world.addPerson();
  const character = await world.addCharacter(owner, { name: 'Mira' });
  const picture = await world.addPicture(character, { description: 'Mira at her desk under the lamp.' });
  const id = world.newId();
  const folder = join(SCREENS, '..', 'share-page');
  await mkdir(folder, { recursive: true });
  const [clipPath, posterPath] = [join(folder, 'clip.mp4'), join(folder, 'poster.jpg')];
  const clip = { widthPixels: WIDTH, heightPixels: HEIGHT, framesPerSecond: 24, frameCount: FRAMES };
  await createClipWriter({}).write({ ...clip, clipPath, posterPath }, dusk());
  const [clipKey, posterKey] = [`clips/${id}/clip.mp4`, `clips/${id}/poster.jpg`];
  const { sizeBytes, sha256 } = await parts.storage.put(clipKey, { path: clipPath }, 'video/mp4');
  await parts.storage.put(posterKey, { path: posterPath }, 'image/jpeg');
  const about = { id, ownerId: owner.id, idempotencyKey: id, characterId: character.id, pictureId: picture.id };
  const wish = {
    motion: 'turn-to-camera',
    customText: '',
    lengthSeconds: 3,
    strength: 'normal',
    frame: 'as-is',
    visibility: 'public',
  } as const;
  const order = { engine: 'local', model: 'draft', priceCredits: 0, priority: 0 };
  await world.stores.clips.add({ ...about, ...wish, ...order }, { now: world.now(), deadlineAt: world.now(), fairTurn: 0 });
  const file = { clipKey, posterKey, widthPixels: WIDTH, heightPixels: HEIGHT, sizeBytes, sha256 };
  await world.stores.clips.move(id, ['queued'], { state: 'ready', endedAt: world.now(), file });
  const headers = { authorization: `Bearer ${signIn(owner)}`, 'content-type': 'application/json' };
  const answer = await fetch(`http://reverie.test/v1/clips/${id}/share`, { method: 'POST', headers, body: '{}' });
  return ((await answer.json()) as { slug: string }).slug;
}

/** A slow change of light. */
async function* dusk(): AsyncGenerator<Uint8Array> {
  const frame = new Uint8Array((WIDTH * HEIGHT * 3) / 2);
  for (let index = 0; index < FRAMES; index++) {
    for (let y = 0; y < HEIGHT; y++) frame.fill(60 + ((y * 120) / HEIGHT) * (1 - index / FRAMES), y * WIDTH, (y + 1) * WIDTH);
    frame.fill(118, WIDTH * HEIGHT, (WIDTH * HEIGHT * 5) / 4).fill(146, (WIDTH * HEIGHT * 5) / 4);
    yield frame;
  }
}

describe.each([
  ['phone', 390, 844, 'light'],
  ['phone', 320, 568, 'dark'],
  ['desktop', 1440, 900, 'dark'],
] as const)('the page of a shared clip on a %s of %d x %d, %s', (device, width, height, colorScheme) => {
  it.each([
    ['with scripts turned off', false],
    ['with scripts allowed', true],
  ])('plays for a stranger, %s, with nothing against it', async (_, javaScriptEnabled) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => void complaints.push(error.message));
    await page.goto(`${server.address}/v/${slug}`);
    const video = page.locator('video');
    expect(await video.getAttribute('controls')).toBe('');
    const box = await video.boundingBox();
    expect(Math.abs(box!.width / box!.height - WIDTH / HEIGHT)).toBeLessThan(0.02);
    expect(box!.y + box!.height).toBeLessThan(height);
    await page.screenshot({ path: join(SCREENS, `share-${device}-${width}-${colorScheme}.png`) });
    if (javaScriptEnabled) {
      const played = await page.evaluate(`(async () => {
        const video = document.querySelector('video');
        await video.play();
        await new Promise((resolve) => video.addEventListener('timeupdate', () => video.currentTime > 0.2 && resolve()));
        return [video.videoWidth, video.videoHeight, video.loop];
      })()`);
      expect(played).toEqual([WIDTH, HEIGHT, true]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      // axe is a script, which the page's policy rightly refuses to be given by anybody but the test
      expect(await axeViolations(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
