import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { keepMessage } from '../../src/app/chats/send-message.ts';
import { ownedCharacter, ownedChat } from '../../src/app/permissions.ts';
import { showPicture, takePicture } from '../../src/app/pictures/import-picture.ts';
import type { Character, Picture } from '../../src/app/ports/stores/character-store.ts';
import type { Clip } from '../../src/app/ports/stores/clip-store.ts';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import type { EngineCheck } from '../../src/app/ports/video-engine.ts';
import { credits } from '../../src/domain/credits/credits.ts';
import { mediaRoutes } from '../../src/http/media-routes.ts';
import { securityHeaders } from '../../src/http/security-headers.ts';
import { startServer } from '../../src/http/server.ts';
import { shareRoutes } from '../../src/http/share/share-routes.ts';
import { webAppRoutes } from '../../src/http/web-app-routes.ts';
import { cacheFolder, demoPicture } from './pictures.ts';
import { scriptedEngine } from './scripted-engine.ts';
import { openTestService, type TestService, type TestServiceOptions } from './test-service.ts';

/** The cookie that names a token of the test service. */
export const SESSION_COOKIE = 'test_session';

/** The whole app on a real database and a real port; what the engine does, and what time it is, is up to the test. */
export interface WebService {
  readonly address: string;
  readonly service: TestService;
  readonly mira: Character;
  readonly portrait: Picture;
  /** What the engine says from now on. */
  engineSays(check: EngineCheck): void;
  /** A clip that was really made of the portrait, and is in the storage. */
  readonly finished: EngineCheck;
  /** Closes every connection, as a machine that restarts does, and listens again at the same place after `whileAway`. */
  restart(whileAway: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

export interface WebServiceOptions {
  /** Whether there is an engine that draws drafts besides. What it says follows `engineSays`, too. */
  readonly drawsDrafts?: boolean;
  readonly parts?: TestServiceOptions['parts'];
  /** The app as another build left it. */
  readonly appFolder?: string;
}

/** Opens a service in which Mira has a portrait. */
export async function openWebService({
  drawsDrafts = false,
  parts: ownParts,
  appFolder = join('dist', 'web'),
}: WebServiceOptions = {}): Promise<WebService> {
  const checks: EngineCheck[] = [{ kind: 'working' }];
  const draftChecks: EngineCheck[] = [{ kind: 'working' }];
  const models = [{ id: 'draft', lengthsSeconds: [3, 4, 5], quality: 'draft' as const }];
  const drawing = { ...scriptedEngine({ checks: draftChecks }), title: 'Drawing engine', generative: false, models };
  const service = await openTestService({
    script: { checks },
    ...(drawsDrafts && { alsoEngines: [drawing] }),
    ...(ownParts && { parts: ownParts }),
  });
  const { world, parts } = service;
  const author = await world.addPerson();
  const mira = await world.addCharacter(author, {
    tagline: 'Keeper of the lighthouse lamp',
    greeting: 'You came back. I kept the lamp on for you.',
  });
  const { path: pngPath } = await demoPicture('mira');
  const png = readFileSync(pngPath);
  const owned = ownedCharacter(author, mira);
  if (owned === undefined) throw new Error('the author of a character owns it');
  const taken = await takePicture(parts, new Blob([Uint8Array.from(png)]).stream());
  if (!taken.ok) throw new Error(taken.sentence);
  const portrait = await world.transaction((stores) =>
    showPicture(world, stores, taken, owned, {
      ...{ origin: 'ai_generated', madeBy: 'Reverie demo artist', rating: 'general', visibility: 'public' },
      description: 'Portrait of Mira with copper curls before a night sky',
    }),
  );
  await world.stores.characters.change(mira.id, { avatarPictureId: portrait.id });
  const finished = await storedClip(service, pngPath);
  const app = new Hono();
  app.use(securityHeaders());
  app.all('/v1/*', ({ req }) => service.fetch(withToken(req.raw)));
  const media = mediaRoutes(parts);
  app.all('/media/*', ({ req }) => media.fetch(withToken(req.raw)));
  app.route('/', shareRoutes({ ...parts, publicOrigin: undefined }));
  app.route('/', await webAppRoutes(appFolder));
  let server = await startServer(app, { host: '127.0.0.1', port: 0 });
  const { port } = new URL(server.address);
  draftChecks.splice(0, 1, finished);
  if (drawsDrafts) await makeFree(service, drawing.id);
  return {
    ...{ address: server.address, service, mira, portrait, finished },
    engineSays: (check) => void checks.splice(0, checks.length, check),
    restart: async (whileAway) => {
      await server.stop(0.1);
      await whileAway();
      server = await startServer(app, { host: '127.0.0.1', port: Number(port) });
    },
    close: async () => {
      await server.stop(0.1);
      await service.close();
    },
  };
}

/** Drafts cost nothing. */
async function makeFree({ world }: TestService, engine: string): Promise<void> {
  for (const lengthSeconds of [3, 4, 5]) {
    const price = { engine, model: 'draft', lengthSeconds, priceCredits: credits(0), effectiveFrom: new Date(0) };
    await world.stores.prices.setPrice({ ...price, id: world.newId(), setBy: undefined });
  }
}

/** Lets Mira send a person her portrait in a chat that they have with her. */
export async function sendPortrait({ service: { world }, mira, portrait }: WebService, person: Person): Promise<void> {
  const chatId = world.newId();
  const opened = await world.stores.chats.open({ id: chatId, personId: person.id, characterId: mira.id });
  const chat = ownedChat(person, opened);
  if (chat === undefined) throw new Error('a chat belongs to the person who opened it');
  await world.transaction(async (stores) => {
    await keepMessage(world, stores, chat, 'I said I would. Did the light hold?');
    const said = { id: world.newId(), chatId: chat.id, author: 'character', createdAt: world.now() } as const;
    await stores.chats.addMessage({ ...said, body: 'All night. I painted myself for you while I waited.' });
    const attachment = { id: world.newId(), pictureId: portrait.id, clipId: undefined, messageId: said.id };
    await stores.attachments.add(attachment);
  });
}

/** A clip of the portrait that is ready, ordered and made as every other. */
export async function makeClip({ service, portrait, finished, ...web }: WebService, owner: Person): Promise<Clip> {
  web.engineSays(finished);
  const answer = await service.fetch('http://reverie.test/v1/clips', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${service.signIn(owner)}`,
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({ pictureId: portrait.id, motion: 'smile-and-blink', seconds: 4 }),
  });
  const { id } = (await answer.json()) as { id: string };
  await service.work();
  await service.workLater(6);
  return (await service.world.stores.clips.find(id)) as Clip;
}

/** Makes a clip of the portrait with the real program, once, and puts it where an engine would have. */
async function storedClip({ parts: { storage } }: TestService, pngPath: string): Promise<EngineCheck> {
  const name = createHash('sha256').update(readFileSync(pngPath)).digest('hex').slice(0, 12);
  const clip = join(cacheFolder('web-service'), `${name}.mp4`);
  if (!existsSync(clip)) {
    const unfinished = clip.replace(/\.mp4$/, `.${process.pid}.mp4`);
    const options = ['--motion', 'smile-and-blink', '--seconds', '3', '--seed', '1', '--out', unfinished, '--poster'];
    const made = spawnSync(process.execPath, ['bin/reverie.mjs', 'animate', pngPath, ...options]);
    if (made.status !== 0) throw new Error(`the clip was not made: ${made.stderr}`);
    // other tests run beside this: who finds the clip finds its poster, too
    renameSync(posterOf(unfinished), posterOf(clip));
    renameSync(unfinished, clip);
  }
  const { sizeBytes, sha256 } = await storage.put('clips/test/clip.mp4', { path: clip }, 'video/mp4');
  await storage.put('clips/test/poster.jpg', { path: posterOf(clip) }, 'image/jpeg');
  const keys = { clipKey: 'clips/test/clip.mp4', posterKey: 'clips/test/poster.jpg' };
  return {
    kind: 'finished',
    result: { kind: 'stored', file: { ...keys, widthPixels: 720, heightPixels: 960, sizeBytes, sha256 } },
  };
}

const posterOf = (clip: string): string => clip.replace(/\.mp4$/, '.jpg');

/** The session of a browser as the test service knows it. */
function withToken(request: Request): Request {
  const token = new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  const headers = new Headers(request.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  return new Request(request, { headers });
}
