import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One file of the page, whole in memory: together they have some tens of kilobytes. */
export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly etag: string;
}

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads the built page (`dist/web`, flat) once, by file name. Only these names are ever served, so no request can reach
 * another file.
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const names = (await readdir(folder)).filter((name) => extname(name) in CONTENT_TYPES);
  const files = names.map(async (name): Promise<[string, PageFile]> => {
    const body = await readFile(join(folder, name));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    return [name, { body, contentType: CONTENT_TYPES[extname(name)] as string, etag }];
  });
  return new Map(await Promise.all(files));
}
