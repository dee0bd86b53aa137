/** Composition root of the page: settings -> adapters -> use cases -> server, and an orderly stop. */
import { randomInt, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { animatePicture } from './app/animate-picture.ts';
import { lookAtPicture } from './app/look-at-picture.ts';
import type { PictureRefusal } from './app/ports/picture-reader.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { DEMO_CHARACTERS, type DemoCharacter } from './demo/characters.ts';
import { renderCharacter } from './demo/render-character.ts';
import { adviseOn, overallAdvice } from './domain/picture/advice.ts';
import { createLocalAnimator } from './engines/local/local-animator.ts';
import { createHttpApp } from './http/app.ts';
import { ClipQueue, type DrawClip } from './http/clip-queue.ts';
import { DemoGallery } from './http/demo-gallery.ts';
import type { AdviceView } from './http/http-parts.ts';
import { readPageFiles } from './http/page-files.ts';
import { PictureShelf } from './http/picture-shelf.ts';
import type { Problem } from './http/problem.ts';
import { CannotListen, startServer } from './http/server.ts';
import { createPictureReader } from './media/read-picture.ts';
import { createClipWriter } from './media/write-clip.ts';

/** Running requests have this long to end once the program is asked to stop. */
const STOP_GRACE_SECONDS = 3;
const PAGE_FOLDER = fileURLToPath(new URL('../dist/web', import.meta.url));

/** Starts the page and resolves when it is being served. */
async function main(config: Config): Promise<void> {
  const onBroken = (error: unknown): void => console.error(error instanceof Error ? error.stack : error);
  const folders = await makeFolders(config.dataFolder);
  const ports = {
    pictures: createPictureReader(),
    animator: createLocalAnimator(),
    clips: createClipWriter({ ffmpegCommand: config.ffmpegCommand }),
  };
  const clips = new ClipQueue({ draw: drawWith(ports), folder: folders.clips, newId: randomUUID, onBroken });
  const pictures = new PictureShelf({
    folder: folders.pictures,
    reader: ports.pictures,
    newId: randomUUID,
    isNeeded: (path) => clips.needsPicture(path),
  });
  const demoGallery = new DemoGallery({
    characters: DEMO_CHARACTERS.map(inWords),
    render: renderDemoCharacter,
    folder: folders.demo,
  });
  const app = createHttpApp({
    ...config,
    pageFiles: await readPageFiles(PAGE_FOLDER),
    demoGallery,
    pictures,
    clips,
    advise: (path, signal) => adviceFor(ports, path, signal),
    newSeed: () => randomInt(2 ** 32),
    onBroken,
  });
  const server = await startServer(app, config);
  console.log(`Reverie Motion is ready: ${server.address}  (Ctrl-C stops it)`);

  const stop = async (): Promise<void> => {
    await clips.close();
    await server.stop(STOP_GRACE_SECONDS);
    await ports.animator.close();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

/** The page gives the description to people who do not see the picture: it has to say that it is a portrait, and whose. */
function inWords({ id, name, description }: DemoCharacter): DemoCharacter {
  return { id, name, description: `Portrait of ${name}. ${description}` };
}

/** The gallery asks only for characters of its list. */
async function renderDemoCharacter(id: string): Promise<Uint8Array> {
  const character = DEMO_CHARACTERS.find((known) => known.id === id);
  if (character === undefined) throw new Error(`there is no demo character '${id}'`);
  return renderCharacter(character.id);
}

type Ports = Parameters<typeof animatePicture>[0];

async function makeFolders(dataFolder: string) {
  const folders = {
    clips: join(dataFolder, 'clips'),
    pictures: join(dataFolder, 'pictures'),
    demo: join(dataFolder, 'demo'),
  };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: 0o700 });
  return folders;
}

/** Draws an order of the page and tells how many seconds are left from how fast the frames came so far. */
function drawWith(ports: Ports): DrawClip {
  return async ({ picturePath, motion, lengthSeconds, strength, seed }, files, { signal, onProgress }) => {
    const request = { picture: { path: picturePath }, motion, lengthSeconds, strength, seed, ...files };
    let startedMilliseconds: number | undefined;
    const outcome = await animatePicture(ports, request, {
      signal,
      onProgress: (progress) => {
        if (progress.stage !== 'drawing') return;
        startedMilliseconds ??= performance.now();
        const { framesDone, frameCount } = progress;
        const secondsPerFrame = (performance.now() - startedMilliseconds) / 1000 / framesDone;
        const secondsLeft = framesDone < 8 ? undefined : secondsPerFrame * (frameCount - framesDone);
        onProgress({ framesDone, frameCount, secondsLeft });
      },
    });
    if (!outcome.ok) return { ok: false, problem: problemOf(outcome) };
    const { sizeBytes, widthPixels, heightPixels } = outcome;
    return { ok: true, ...files, sizeBytes, lengthSeconds, widthPixels, heightPixels };
  };
}

function problemOf({ reason, sentence }: PictureRefusal): Problem {
  return { code: reason, detail: sentence, nextStep: 'Choose another picture, or one of the characters.' };
}

const LEVELS = { great: 'good', fine: 'fair', weak: 'poor' } as const;

async function adviceFor(ports: Ports, path: string, signal: AbortSignal): Promise<AdviceView> {
  const outcome = await lookAtPicture(ports, { path }, { signal });
  if (!outcome.ok) return { level: 'poor', notes: [{ sentence: outcome.sentence }] };
  const advice = adviseOn(outcome.facts, outcome);
  const notes = advice.map(({ sentence, whatToDo }) => ({ sentence, ...(whatToDo && { nextStep: whatToDo }) }));
  return { level: LEVELS[overallAdvice(advice)], notes };
}

try {
  await main(readConfig(process.env));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof CannotListen)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
