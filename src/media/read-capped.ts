/** All that a stream brings, or `undefined` as soon as it is more than it may. */
export async function readCapped(
  stream: ReadableStream<Uint8Array>,
  largestBytes: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of stream) {
    sizeBytes += part.length;
    if (sizeBytes > largestBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
