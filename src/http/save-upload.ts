import { open, rm } from 'node:fs/promises';

/** Largest picture that is taken in; a 6000 x 4000 photo from a camera has about 15 MB. */
export const LARGEST_UPLOAD_BYTES = 20 * 1024 * 1024;

/**
 * Streams a request's body into a new file that only we may read, counting as it goes: what a client says about the
 * length is not trusted. Answers how it went; when it is not `saved`, no file is left.
 */
export async function saveUpload(
  body: ReadableStream<Uint8Array> | null,
  path: string,
): Promise<'saved' | 'too-many-bytes' | 'empty'> {
  if (body === null) return 'empty';
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > LARGEST_UPLOAD_BYTES) break;
      await file.writeFile(chunk);
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  if (bytes > 0 && bytes <= LARGEST_UPLOAD_BYTES) return 'saved';
  await rm(path, { force: true });
  return bytes === 0 ? 'empty' : 'too-many-bytes';
}
