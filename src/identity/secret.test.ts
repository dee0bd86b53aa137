import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOrMakeSecret } from './secret.ts';

it('is made once, by whichever program starts first, and for its owner alone', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'reverie-secret-')), 'data');
  const secrets = await Promise.all([1, 2, 3, 4, 5, 6].map(() => readOrMakeSecret(folder)));
  expect(new Set(secrets).size).toBe(1);
  expect(await readOrMakeSecret(folder)).toBe(secrets[0]);
  expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(await readdir(folder)).toEqual(['secret']);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  await writeFile(join(folder, 'secret'), '');
  await expect(readOrMakeSecret(folder)).rejects.toThrow('holds no secret');
  await rm(folder, { recursive: true });
});
