/** Which bytes of a file a `Range` header asks for: inclusive ends, as HTTP counts. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` header (RFC 9110, 14.2) against a file of `sizeBytes`. Only a single range of bytes is served: players
 * ask for nothing else. Anything not understood counts as no range at all (`whole`), as the standard wants it.
 */
export function readByteRange(header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'not-satisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return 'whole';
  if (match[1] === '') return lastBytes(Number(match[2]), sizeBytes);
  const first = Number(match[1]);
  const last = match[2] === '' ? sizeBytes - 1 : Math.min(Number(match[2]), sizeBytes - 1);
  if (match[2] !== '' && Number(match[2]) < first) return 'whole';
  return first < sizeBytes ? { first, last } : 'not-satisfiable';
}

function lastBytes(count: number, sizeBytes: number): ByteRange | 'not-satisfiable' {
  if (count === 0 || sizeBytes === 0) return 'not-satisfiable';
  return { first: Math.max(0, sizeBytes - count), last: sizeBytes - 1 };
}
