import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileStorage } from '../../src/app/ports/file-storage.ts';

const BYTES = Buffer.from('0123456789');
const KEY = 'clips/0190-a/clip.mp4';
const LARGE_BYTES = 96 * 1024 * 1024;

async function read(stream: ReadableStream<Uint8Array> | undefined): Promise<Buffer | undefined> {
  return stream && Buffer.from(await new Response(stream).arrayBuffer());
}

/** What every storage of files promises; called within a `describe`. */
export function keepsFiles(open: () => Promise<FileStorage>): void {
  let storage: FileStorage;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reverie-contract-'));
    storage = await open();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives back what was put, with its size, its hash and its type', async () => {
    const sha256 = createHash('sha256').update(BYTES).digest('hex');
    const known = { key: KEY, sizeBytes: 10, sha256, contentType: 'video/mp4' };
    expect(await storage.put(KEY, { bytes: BYTES }, 'video/mp4')).toEqual(known);
    expect(await storage.find(KEY)).toEqual(known);
    expect(await read(await storage.open(KEY))).toEqual(BYTES);
  });

  it('gives back parts, both ends included', async () => {
    await storage.put(KEY, { bytes: BYTES }, 'video/mp4');
    const part = async (firstByte: number, lastByte: number) =>
      (await read(await storage.open(KEY, { firstByte, lastByte })))?.toString();
    expect([await part(0, 1), await part(4, 6), await part(9, 9)]).toEqual(['01', '456', '9']);
  });

  it('replaces a file as a whole', async () => {
    await storage.put(KEY, { bytes: BYTES }, 'video/mp4');
    await storage.put(KEY, { bytes: Buffer.from('new') }, 'text/plain');
    expect(await storage.find(KEY)).toMatchObject({ sizeBytes: 3, contentType: 'text/plain' });
    expect((await read(await storage.open(KEY)))?.toString()).toBe('new');
  });

  it('knows nothing of what is not there, and deletes it all the same', async () => {
    await storage.put(KEY, { bytes: BYTES }, 'video/mp4');
    await storage.delete(KEY);
    await storage.delete(KEY);
    expect(await storage.find(KEY)).toBeUndefined();
    expect(await storage.open(KEY)).toBeUndefined();
  });

  it('keeps nothing of a file that could not be read to its end', async () => {
    await expect(
      storage.put('clips/broken/clip.mp4', { path: join(folder, 'missing') }, 'video/mp4'),
    ).rejects.toMatchObject({
      code: 'storage-failed',
      retryable: true,
    });
    expect(await storage.find('clips/broken/clip.mp4')).toBeUndefined();
  });

  it('takes no key that our own code would not make', async () => {
    for (const key of ['../secret', 'clips', '/etc/passwd', 'clips/../a', 'clips/A', `clips/${'a'.repeat(300)}`]) {
      const refused = { code: 'key-not-allowed', retryable: false };
      await expect(storage.put(key, { bytes: BYTES }, 'video/mp4')).rejects.toMatchObject(refused);
      await expect(storage.open(key)).rejects.toMatchObject(refused);
      await expect(storage.find(key)).rejects.toMatchObject(refused);
      await expect(storage.delete(key)).rejects.toMatchObject(refused);
    }
  });

  it('passes large files through without holding them, and lets go of one that is not wanted any more', async () => {
    const path = join(folder, 'large');
    await writeFile(path, Buffer.alloc(LARGE_BYTES, 'large'));
    const before = process.memoryUsage().arrayBuffers;
    await storage.put('clips/large/clip.mp4', { path }, 'video/mp4');
    let most = 0;
    let sizeBytes = 0;
    for await (const chunk of (await storage.open('clips/large/clip.mp4')) ?? []) {
      sizeBytes += chunk.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(sizeBytes).toBe(LARGE_BYTES);
    expect(most).toBeLessThan(LARGE_BYTES / 2);
    const unwanted = (await storage.open('clips/large/clip.mp4'))?.getReader();
    await unwanted?.read();
    await unwanted?.cancel();
  });

  it('says that it works', async () => {
    await storage.probe();
  });
}
