import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { readByteRange } from './byte-range.ts';

/** A file and how it is to be sent. */
export interface FileToSend {
  readonly path: string;
  readonly contentType: string;
  /** Quoted entity tag of a file that never changes under its address; left out, browsers ask each time. */
  readonly etag?: string;
  /** Set, the browser saves the file under this name instead of showing it. ASCII letters, digits, `-` and `.` only. */
  readonly downloadName?: string;
}

/**
 * Answers with a file as players expect it: 200, 206 for one byte range, 304 for a known tag, 416 beyond the end, no
 * body for HEAD. `undefined` when the file is gone.
 */
export async function sendFile(request: Request, file: FileToSend): Promise<Response | undefined> {
  const facts = await stat(file.path).catch(() => undefined);
  if (facts === undefined) return undefined;
  const { size: sizeBytes, mtimeMs } = facts;
  const etag = file.etag ?? `"${sizeBytes}-${Math.round(mtimeMs)}"`;
  const headers: Record<string, string> = { ...headersOf(file), etag };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const range = readByteRange(rangeHeader(request, etag), sizeBytes);
  if (range === 'not-satisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${sizeBytes}` } });
  }
  const { first, last } = range === 'whole' ? { first: 0, last: sizeBytes - 1 } : range;
  headers['content-length'] = String(last - first + 1);
  if (range !== 'whole') headers['content-range'] = `bytes ${first}-${last}/${sizeBytes}`;
  const body = request.method === 'HEAD' ? null : streamOf(file.path, first, last);
  return new Response(body, { status: range === 'whole' ? 200 : 206, headers });
}

/** `If-Range` with another tag means: the part I have is of an older file, send all of it. */
function rangeHeader(request: Request, etag: string): string | undefined {
  const ifRange = request.headers.get('if-range');
  return ifRange === null || ifRange === etag ? (request.headers.get('range') ?? undefined) : undefined;
}

function headersOf(file: FileToSend): Record<string, string> {
  return {
    'content-type': file.contentType,
    'accept-ranges': 'bytes',
    'cache-control': file.etag === undefined ? 'no-cache' : 'private, max-age=31536000, immutable',
    ...(file.downloadName !== undefined && { 'content-disposition': `attachment; filename="${file.downloadName}"` }),
  };
}

function streamOf(path: string, first: number, last: number): ReadableStream {
  return Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream;
}
