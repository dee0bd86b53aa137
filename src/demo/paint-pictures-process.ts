import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { DEMO_CHARACTERS } from './characters.ts';
import { type DemoPicture, picturesOf } from './demo-pictures.ts';
import { renderLook } from './render-character.ts';

/**
 * Run by the build: `node dist/demo/paint-pictures-process.js FOLDER CACHE` paints every demo picture into FOLDER as WebP. One takes
 * 1.8 s of processor time, too long for a first start; what was painted by the same code before is taken from CACHE.
 */
const [, , folder, cache] = process.argv;
if (folder === undefined || cache === undefined)
  throw new Error('expected a folder for the pictures, and one for the cache');

const painted = join(cache, await nameOfThisCode());
await mkdir(painted, { recursive: true });
await mkdir(folder, { recursive: true });
await Promise.all((await readdir(cache)).map((name) => forgetOlder(join(cache, name))));
const waiting = DEMO_CHARACTERS.flatMap(({ id }) => picturesOf(id));
// drawing and encoding take turns on different threads: a few at a time keep all processors busy
await Promise.all(Array.from({ length: availableParallelism() + 1 }, paintWaiting));

async function paintWaiting(): Promise<void> {
  for (let picture = waiting.shift(); picture !== undefined; picture = waiting.shift()) await paint(picture);
}

async function paint({ id, look }: DemoPicture): Promise<void> {
  const file = `${id}.webp`;
  const kept = join(painted, file);
  try {
    await copyFile(kept, join(folder as string, file));
    return;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  const webp = await sharp(await renderLook(look))
    .webp({ quality: 90, smartSubsample: true })
    .toBuffer();
  await writeFile(`${kept}.new`, webp);
  await rename(`${kept}.new`, kept);
  await copyFile(kept, join(folder as string, file));
}

/** A hash of everything that decides how the pictures look: the code beside this file, without what happens in `world`. */
async function nameOfThisCode(): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url));
  const files = (await readdir(here, { recursive: true })).filter((name) => /^(?!world).*\.js$/.test(name)).sort();
  const hash = createHash('sha256').update(JSON.stringify(sharp.versions));
  for (const name of files) hash.update(name).update(await readFile(join(here, name)));
  return hash.digest('hex').slice(0, 16);
}

async function forgetOlder(path: string): Promise<void> {
  if (path !== painted) await rm(path, { recursive: true, force: true });
}
