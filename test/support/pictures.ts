import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_CHARACTERS } from '../../src/demo/characters.ts';
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

/** The demo characters as files. */
export async function demoPictures(): Promise<TestPicture[]> {
  const folder = cacheFolder('demo-characters');
  return Promise.all(
    DEMO_CHARACTERS.map(async ({ id }) => {
      const path = join(folder, `${id}.png`);
      writeFileSync(path, await renderCharacter(id));
      return { name: id, path };
    }),
  );
}

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
