import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSigningIdentity, readIdentity, writeIdentity } from './signing-identity.ts';

/**
 * The signing identity of this machine: made when it is first needed and kept in the data folder as `provenance.pem`, for the
 * owner's eyes only. An operator may put a key and certificates there that others trust.
 */
export function keptIdentity(folder: string, now: () => Date): () => Promise<string> {
  let known: Promise<string> | undefined;
  return () => {
    known ??= readOrMake(folder, now()).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

async function readOrMake(folder: string, now: Date): Promise<string> {
  const path = join(folder, 'provenance.pem');
  const found = await readFile(path, 'utf8').catch(absent);
  if (found === undefined) await putInPlace(folder, path, writeIdentity(makeSigningIdentity(now)));
  const pem = found ?? (await readFile(path, 'utf8'));
  readIdentity(pem);
  return pem;
}

/** Of several programs that start at once, one puts its own in place, whole; the others read it. */
async function putInPlace(folder: string, path: string, pem: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(fresh, pem, { mode: 0o600, flag: 'wx' });
  try {
    await link(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(fresh, { force: true });
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
