import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepsFiles } from '../../test/contracts/file-storage.ts';
import { openS3Storage, type S3StorageOptions } from './s3-storage.ts';

/** Known to every such server. */
const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

describe('a bucket as storage', () => {
  let folder: string;
  let server: S3rver;
  let options: S3StorageOptions;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reverie-bucket-'));
    const configureBuckets = [{ name: 'clips-of-reverie', configs: [] }];
    server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets });
    const { port } = await server.run();
    const endpoint = `http://127.0.0.1:${port}`;
    options = { name: 'clips-of-reverie', region: 'us-east-1', endpoint, credentials: CREDENTIALS };
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  keepsFiles(async () => openS3Storage(options));

  it('says so when the bucket is not there, instead of losing files', async () => {
    const storage = openS3Storage({ ...options, name: 'another-bucket' });
    await expect(storage.probe()).rejects.toThrow('another-bucket');
    await expect(storage.open('clips/a/clip.mp4')).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it('says so when nobody answers', async () => {
    const storage = openS3Storage({ ...options, endpoint: 'http://127.0.0.1:1' });
    await expect(storage.find('clips/a/clip.mp4')).rejects.toMatchObject({ code: 'storage-failed', retryable: true });
  });
});
