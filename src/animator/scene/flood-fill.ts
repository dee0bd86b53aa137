/** Marks with 1 everything reachable from the seeds through four neighbours that `belongs`. Seeds always belong. */
export function floodFill(
  width: number,
  height: number,
  seeds: readonly number[],
  belongs: (index: number) => boolean,
): Uint8Array {
  const marked = new Uint8Array(width * height);
  const queue = new Int32Array(width * height);
  let [head, tail] = [0, 0];
  const offer = (index: number): void => {
    if (marked[index] === 1) return;
    marked[index] = 1;
    queue[tail++] = index;
  };
  for (const seed of seeds) offer(seed);
  while (head < tail) {
    const index = queue[head++]!;
    const x = index % width;
    if (x > 0 && belongs(index - 1)) offer(index - 1);
    if (x < width - 1 && belongs(index + 1)) offer(index + 1);
    if (index >= width && belongs(index - width)) offer(index - width);
    if (index < width * (height - 1) && belongs(index + width)) offer(index + width);
  }
  return marked;
}
