import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { DEMO_CHARACTERS, type DemoCharacterId } from '../../src/demo/characters.ts';
import { renderCharacter } from '../../src/demo/render-character.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PORTRAITS = join(root, '..', 'shared', 'portraits');

/** A picture to try things on. */
export interface TestPicture {
  readonly name: string;
  readonly path: string;
}

/** A folder for what tests make; ignored by git, kept between runs. */
export function cacheFolder(name: string): string {
  const folder = join(root, '.cache', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A demo character as a PNG: drawn, which takes 1.8 s, by whoever needs it first after the drawing changed. */
export async function demoPicture(id: DemoCharacterId): Promise<TestPicture> {
  const path = join(cacheFolder(`demo-characters/${DRAWING_CODE}`), `${id}.png`);
  if (!existsSync(path)) {
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, await renderCharacter(id));
    // whoever looks meanwhile finds it whole or not at all
    renameSync(unfinished, path);
  }
  return { name: id, path };
}

/** Changes with the code that draws the demo characters, and with the library that paints for it. */
const DRAWING_CODE = hashOf(join(root, 'src', 'demo'), /^(?!world).*(?<!\.test)\.ts$/);

function hashOf(folder: string, files: RegExp): string {
  const hash = createHash('sha256').update(JSON.stringify(sharp.versions));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => files.test(name))
    .sort())
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

/** All demo characters as files. */
export const demoPictures = (): Promise<TestPicture[]> => Promise.all(DEMO_CHARACTERS.map(({ id }) => demoPicture(id)));

/** Portraits that lie beside the project on some machines and are never part of it; says so loudly when they are not there. */
export function portraits(): TestPicture[] {
  if (!existsSync(PORTRAITS)) {
    console.warn(`\nLOUD: skipped everything on ../shared/portraits: there is no such folder on this machine.\n`);
    return [];
  }
  return readdirSync(PORTRAITS)
    .filter((name) => /\.(jpg|png)$/.test(name))
    .map((name) => ({ name: basename(name, extname(name)), path: join(PORTRAITS, name) }));
}
