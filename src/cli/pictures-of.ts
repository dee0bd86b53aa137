import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UsageError } from './command.ts';

const PICTURE_ENDINGS = new Set(['.jpg', '.jpeg', '.png', '.webp', '.avif']);

/** The pictures that paths stand for: files as they are, whether they exist or not, and the pictures in folders, sorted by name. */
export async function picturesOf(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => (isFolder(path) ? picturesIn(path) : [path])));
  return found.flat();
}

/** Whether there is a folder at this path. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

async function picturesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => PICTURE_ENDINGS.has(extname(name).toLowerCase()));
  if (names.length === 0) throw new UsageError(`There are no pictures in the folder '${folder}'.`);
  return names.sort().map((name) => join(folder, name));
}
