/** A picture of one number per pixel, row by row. */
export interface Plane {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly values: Float32Array;
}

/** A plane filled with `value`. */
export function createPlane(widthPixels: number, heightPixels: number, value = 0): Plane {
  const values = new Float32Array(widthPixels * heightPixels);
  if (value !== 0) values.fill(value);
  return { widthPixels, heightPixels, values };
}

/** 0 below `from`, 1 above `to`, smooth in between (3t² − 2t³); `from` may be larger than `to`. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** `value` held between `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The plane's value at a fractional position, bilinear, edges held. */
export function sampleBilinear(plane: Plane, x: number, y: number): number {
  const { widthPixels: width, heightPixels: height, values } = plane;
  const cx = clamp(x, 0, width - 1);
  const cy = clamp(y, 0, height - 1);
  const x0 = Math.min(width - 2, cx | 0);
  const y0 = Math.min(height - 2, cy | 0);
  const fx = cx - x0;
  const fy = cy - y0;
  const at = y0 * width + x0;
  const top = values[at]! + (values[at + 1]! - values[at]!) * fx;
  const bottom = values[at + width]! + (values[at + width + 1]! - values[at + width]!) * fx;
  return top + (bottom - top) * fy;
}

/** Mean over a square of `2 * radius + 1` pixels, edges counted with the pixels that exist. Cost does not depend on the radius. */
export function boxMean(plane: Plane, radiusPixels: number): Plane {
  const rows = boxMeanRows(plane, Math.max(1, Math.round(radiusPixels)));
  return boxMeanColumns(rows, Math.max(1, Math.round(radiusPixels)));
}

function boxMeanRows({ widthPixels, heightPixels, values }: Plane, radius: number): Plane {
  const out = createPlane(widthPixels, heightPixels);
  const reach = Math.min(radius, widthPixels - 1);
  for (let y = 0; y < heightPixels; y++) {
    const row = y * widthPixels;
    let sum = 0;
    for (let x = 0; x < reach; x++) sum += values[row + x]!;
    let count = reach;
    for (let x = 0; x < widthPixels; x++) {
      if (x + reach < widthPixels) {
        sum += values[row + x + reach]!;
        count++;
      }
      if (x - reach - 1 >= 0) {
        sum -= values[row + x - reach - 1]!;
        count--;
      }
      out.values[row + x] = sum / count;
    }
  }
  return out;
}

function boxMeanColumns({ widthPixels, heightPixels, values }: Plane, radius: number): Plane {
  const out = createPlane(widthPixels, heightPixels);
  const reach = Math.min(radius, heightPixels - 1);
  const sums = new Float64Array(widthPixels);
  for (let y = 0; y < reach; y++) for (let x = 0; x < widthPixels; x++) sums[x]! += values[y * widthPixels + x]!;
  let count = reach;
  for (let y = 0; y < heightPixels; y++) {
    const enters = y + reach < heightPixels ? (y + reach) * widthPixels : -1;
    const leaves = y - reach - 1 >= 0 ? (y - reach - 1) * widthPixels : -1;
    count += (enters >= 0 ? 1 : 0) - (leaves >= 0 ? 1 : 0);
    const scale = 1 / count;
    const row = y * widthPixels;
    for (let x = 0; x < widthPixels; x++) {
      let sum = sums[x]!;
      if (enters >= 0) sum += values[enters + x]!;
      if (leaves >= 0) sum -= values[leaves + x]!;
      sums[x] = sum;
      out.values[row + x] = sum * scale;
    }
  }
  return out;
}

/** Gaussian blur with standard deviation `sigmaPixels`, as three box means (within 3 % of the real kernel). */
export function blur(plane: Plane, sigmaPixels: number): Plane {
  if (sigmaPixels < 0.5) return plane;
  const radius = (Math.sqrt(4 * sigmaPixels * sigmaPixels + 1) - 1) / 2;
  return boxMean(boxMean(boxMean(plane, radius), radius), radius);
}

/** Shrinks by a whole factor, each pixel the mean of its block; a last partial block counts with what it has. */
export function shrink(plane: Plane, factor: number): Plane {
  const width = Math.ceil(plane.widthPixels / factor);
  const height = Math.ceil(plane.heightPixels / factor);
  const out = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out.values[y * width + x] = blockMean(plane, x * factor, y * factor, factor);
  }
  return out;
}

function blockMean({ widthPixels, heightPixels, values }: Plane, left: number, top: number, size: number): number {
  const right = Math.min(widthPixels, left + size);
  const bottom = Math.min(heightPixels, top + size);
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += values[y * widthPixels + x]!;
  return sum / ((right - left) * (bottom - top));
}

/** Enlarges to a given size, bilinear, pixel centres aligned. */
export function enlarge(plane: Plane, widthPixels: number, heightPixels: number): Plane {
  const out = createPlane(widthPixels, heightPixels);
  const { widthPixels: width, heightPixels: height, values } = plane;
  const columns = steps(width, widthPixels);
  const rows = steps(height, heightPixels);
  const mixed = new Float32Array(width);
  for (let y = 0; y < heightPixels; y++) {
    const top = rows.index[y]! * width;
    const bottom = Math.min(height - 1, rows.index[y]! + 1) * width;
    const down = rows.share[y]!;
    for (let x = 0; x < width; x++) mixed[x] = values[top + x]! + (values[bottom + x]! - values[top + x]!) * down;
    for (let x = 0, at = y * widthPixels; x < widthPixels; x++, at++) {
      const left = columns.index[x]!;
      const right = Math.min(width - 1, left + 1);
      out.values[at] = mixed[left]! + (mixed[right]! - mixed[left]!) * columns.share[x]!;
    }
  }
  return out;
}

/** Where each of `to` places lies among `from` ones: the one before it, and how far on to the next. */
function steps(from: number, to: number) {
  const index = new Int32Array(to);
  const share = new Float32Array(to);
  for (let i = 0; i < to; i++) {
    const at = clamp(((i + 0.5) * from) / to - 0.5, 0, from - 1);
    index[i] = at;
    share[i] = at - index[i]!;
  }
  return { index, share };
}

/** The value that a `share` of them, 0..1, do not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
