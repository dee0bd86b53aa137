import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SECRET_BYTES = 32;

/**
 * The secret that signs sessions and addresses of private files: made on the first start and kept in the data folder, for
 * the owner's eyes only. Machines that share a database have to be given one and the same by their settings instead.
 *
 * @returns 64 hexadecimal digits
 */
export async function readOrMakeSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = join(folder, `secret.${randomBytes(6).toString('hex')}`);
  await writeFile(fresh, randomBytes(SECRET_BYTES).toString('hex'), { mode: 0o600, flag: 'wx' });
  try {
    // of several programs that start at once, one puts its secret in place, whole; the others read it
    await link(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(fresh, { force: true });
  }
  return checked(path, (await readFile(path, 'utf8')).trim());
}

function checked(path: string, secret: string): string {
  if (/^[0-9a-f]{64}$/.test(secret)) return secret;
  throw new Error(`${path} holds no secret: remove it, and a new one is made; everybody has to sign in again.`);
}
