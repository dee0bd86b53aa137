import { basename, dirname, extname, resolve } from 'node:path';
import { UsageError } from './command.ts';
import { isFolder } from './pictures-of.ts';

/** Where the clip of a picture is put: beside it, into a folder, or under the name that was asked for. */
export function clipPathFor(
  picturePath: string,
  out: string | undefined,
  motionName: string,
  severalPictures: boolean,
): string {
  const name = `${basename(picturePath, extname(picturePath))}_${motionName}.mp4`;
  if (out === undefined) return resolve(dirname(picturePath), name);
  if (isFolder(out)) return resolve(out, name);
  if (severalPictures)
    throw new UsageError(`'${out}' is not a folder, and several pictures need one: create it or choose another.`);
  if (!/\.mp4$/i.test(out)) throw new UsageError(`'${out}' must end in .mp4 or be a folder that exists.`);
  return resolve(out);
}
