import { readByteRange } from './byte-range.ts';

/** A file and how it is to be sent. */
export interface FileToSend {
  readonly sizeBytes: number;
  /** Lower-case hexadecimal; the entity tag. */
  readonly sha256: string;
  readonly contentType: string;
  readonly cacheControl: string;
  /** Set, the browser saves the file under this name instead of showing it. ASCII letters, digits, `-` and `.` only. */
  readonly downloadName: string | undefined;
  /** The bytes from `first` to `last`, both included; `undefined` when the file is gone. */
  readonly open: (first: number, last: number) => Promise<ReadableStream<Uint8Array> | undefined>;
}

/**
 * Answers with a file as players expect it (RFC 9110): 200, 206 for one byte range, 304 for a known tag, 416 beyond the end, no
 * body for HEAD. `undefined` when the file is gone.
 */
export async function fileAnswer(request: Request, file: FileToSend): Promise<Response | undefined> {
  const { sizeBytes } = file;
  const etag = `"${file.sha256}"`;
  const headers = headersOf(file, etag);
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const range = readByteRange(rangeHeader(request, etag), sizeBytes);
  if (range === 'not-satisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${sizeBytes}` } });
  }
  const { first, last } = range === 'whole' ? { first: 0, last: sizeBytes - 1 } : range;
  headers['content-length'] = String(last - first + 1);
  if (range !== 'whole') headers['content-range'] = `bytes ${first}-${last}/${sizeBytes}`;
  const status = range === 'whole' ? 200 : 206;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const body = await file.open(first, last);
  return body && new Response(body, { status, headers });
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const known = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return known.includes(etag) || known.includes('*');
}

/** `If-Range` with another tag means: the part I have is of an older file, send all of it. */
function rangeHeader({ headers }: Request, etag: string): string | undefined {
  const ifRange = headers.get('if-range');
  return ifRange === null || ifRange === etag ? (headers.get('range') ?? undefined) : undefined;
}

function headersOf({ contentType, cacheControl, downloadName }: FileToSend, etag: string): Record<string, string> {
  return {
    etag,
    'content-type': contentType,
    'accept-ranges': 'bytes',
    'cache-control': cacheControl,
    'x-content-type-options': 'nosniff',
    ...(downloadName !== undefined && { 'content-disposition': `attachment; filename="${downloadName}"` }),
  };
}
