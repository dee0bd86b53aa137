import type { DecodedFrame } from '../support/decode-clip.ts';

/** Luma of a frame, 0..255. */
export function lumaOf({ rgb, widthPixels, heightPixels }: DecodedFrame): Float32Array {
  const luma = new Float32Array(widthPixels * heightPixels);
  for (let i = 0, at = 0; i < luma.length; i++, at += 3) {
    luma[i] = 0.2126 * rgb[at]! + 0.7152 * rgb[at + 1]! + 0.0722 * rgb[at + 2]!;
  }
  return luma;
}

export interface Block {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * Where the block of `from` went in `to`, in pixels, and by how many levels the two still differ there; `undefined` when it has too little texture to tell.
 */
export function motionOf(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  { x, y, size }: Block,
  reach: number,
): { readonly right: number; readonly down: number; readonly leftLevels: number } | undefined {
  if (x - reach < 0 || y - reach < 0 || x + size + reach > width || y + size + reach > height) return undefined;
  if (textureOf(from, width, { x, y, size }) < LEAST_TEXTURE) return undefined;
  /** Stops counting where it is worse than `most` already. */
  const error = (dx: number, dy: number, most = Number.POSITIVE_INFINITY): number => {
    let sum = 0;
    for (let j = 0; j < size && sum < most; j += 2) {
      for (let i = 0; i < size; i += 2) {
        const difference = from[(y + j) * width + x + i]! - to[(y + dy + j) * width + x + dx + i]!;
        sum += difference * difference;
      }
    }
    return sum;
  };
  let best = { dx: 0, dy: 0, sum: error(0, 0) };
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const sum = error(dx, dy, best.sum);
      if (sum < best.sum) best = { dx, dy, sum };
    }
  }
  const { dx, dy, sum } = best;
  const inside = Math.abs(dx) < reach && Math.abs(dy) < reach;
  return {
    right: dx + (inside ? vertexOf(error(dx - 1, dy), sum, error(dx + 1, dy)) : 0),
    leftLevels: Math.sqrt(sum / Math.ceil(size / 2) ** 2),
    down: dy + (inside ? vertexOf(error(dx, dy - 1), sum, error(dx, dy + 1)) : 0),
  };
}

/** Mean squared change from pixel to pixel, both ways, below which a block cannot be followed. */
const LEAST_TEXTURE = 6;

function textureOf(luma: Float32Array, width: number, { x, y, size }: Block): number {
  let [across, down] = [0, 0];
  for (let j = 0; j < size - 1; j++) {
    for (let i = 0; i < size - 1; i++) {
      const at = (y + j) * width + x + i;
      across += (luma[at + 1]! - luma[at]!) ** 2;
      down += (luma[at + width]! - luma[at]!) ** 2;
    }
  }
  return Math.min(across, down) / (size - 1) ** 2;
}

/** Place of the lowest point of the parabola through three errors at -1, 0, 1. */
function vertexOf(before: number, at: number, after: number): number {
  const bend = before - 2 * at + after;
  return bend <= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
}
