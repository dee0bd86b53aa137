import type { Layers } from '../scene/layers.ts';
import { type RigGrid, rigGridOf } from '../scene/rig-grid.ts';
import { horizontalTable, PHASES, verticalTable } from './bicubic-weights.ts';

/** Pixels around the figure layer that repeat its edge, so that a tap beside the picture finds something. */
export const PADDING_PIXELS = 4;

/** What `warp.wasm` exports; see `assembly/warp.ts`. */
interface WarpExports {
  readonly memory: WebAssembly.Memory;
  heapStart(): number;
  drawFrame(
    width: number,
    height: number,
    pad: number,
    columns: number,
    figure: number,
    plate: number,
    rest: number,
    map: number,
    moving: number,
    horizontal: number,
    vertical: number,
    out: number,
  ): void;
  toI420(width: number, height: number, rgba: number, out: number): void;
}

/** Draws frames of one picture inside WebAssembly memory. */
export interface FrameKernel {
  readonly grid: RigGrid;
  /** The figure layer, `(height + 8) x (width + 8) x 4`, padded; eyes are drawn into it before a frame. */
  readonly figure: Uint8Array;
  readonly figureStrideBytes: number;
  /** Source minus destination of every node, interleaved right, down: write before `draw`. */
  readonly map: Float32Array;
  /** One byte a cell: 0 shows the picture at rest. Write before `draw`. */
  readonly moving: Uint8Array;
  /** Draws a frame from `figure`, `map` and `moving`; returns it as `height x width x 4`, valid until the next call. */
  draw(): Uint8Array;
  /** The last frame as I420 (BT.709, limited range), valid until the next call. */
  i420(): Uint8Array;
}

/** Lays the layers out in a fresh WebAssembly memory: about 16 bytes a pixel (11 MB at 720 x 960). */
export function createFrameKernel(
  warp: WebAssembly.Module,
  widthPixels: number,
  heightPixels: number,
  rest: Uint8Array,
  layers: Layers,
): FrameKernel {
  const exports = new WebAssembly.Instance(warp, {}).exports as unknown as WarpExports;
  const grid = rigGridOf(widthPixels, heightPixels);
  const pixels = widthPixels * heightPixels;
  const paddedWidth = widthPixels + 2 * PADDING_PIXELS;
  const place = allocator(exports);
  const at = {
    figure: place(paddedWidth * (heightPixels + 2 * PADDING_PIXELS) * 4 + 16),
    plate: place(pixels * 4),
    rest: place(pixels * 4),
    map: place(grid.columns * grid.rows * 8),
    moving: place((grid.columns - 1) * (grid.rows - 1)),
    horizontal: place(PHASES * 32),
    vertical: place(PHASES * 16),
    out: place(pixels * 4),
    i420: place((pixels * 3) / 2),
  };
  const bytes = (from: number, length: number): Uint8Array => new Uint8Array(exports.memory.buffer, from, length);
  bytes(at.plate, pixels * 4).set(layers.plate);
  bytes(at.rest, pixels * 4).set(rest);
  new Int16Array(exports.memory.buffer, at.horizontal, PHASES * 16).set(horizontalTable());
  new Float32Array(exports.memory.buffer, at.vertical, PHASES * 4).set(verticalTable());
  const figure = bytes(at.figure, paddedWidth * (heightPixels + 2 * PADDING_PIXELS) * 4);
  padInto(figure, layers.figure, widthPixels, heightPixels);
  return {
    grid,
    figure,
    figureStrideBytes: paddedWidth * 4,
    map: new Float32Array(exports.memory.buffer, at.map, grid.columns * grid.rows * 2),
    moving: bytes(at.moving, (grid.columns - 1) * (grid.rows - 1)),
    draw: () => {
      exports.drawFrame(
        widthPixels,
        heightPixels,
        PADDING_PIXELS,
        grid.columns,
        at.figure,
        at.plate,
        at.rest,
        at.map,
        at.moving,
        at.horizontal,
        at.vertical,
        at.out,
      );
      return bytes(at.out, pixels * 4);
    },
    i420: () => {
      exports.toI420(widthPixels, heightPixels, at.out, at.i420);
      return bytes(at.i420, (pixels * 3) / 2);
    },
  };
}

/** Hands out 16-byte aligned places one after the other and grows the memory as needed. Nothing is ever given back. */
function allocator(exports: WarpExports): (sizeBytes: number) => number {
  let end = exports.heapStart();
  return (sizeBytes) => {
    const start = (end + 15) & ~15;
    end = start + sizeBytes;
    const missing = end - exports.memory.buffer.byteLength;
    if (missing > 0) exports.memory.grow(Math.ceil(missing / 65536));
    return start;
  };
}

function padInto(padded: Uint8Array, picture: Uint8Array, width: number, height: number): void {
  const from = new Uint32Array(picture.buffer, picture.byteOffset, width * height);
  const paddedWidth = width + 2 * PADDING_PIXELS;
  const to = new Uint32Array(padded.buffer, padded.byteOffset, paddedWidth * (height + 2 * PADDING_PIXELS));
  for (let y = 0; y < height + 2 * PADDING_PIXELS; y++) {
    const row = Math.min(height - 1, Math.max(0, y - PADDING_PIXELS)) * width;
    for (let x = 0; x < paddedWidth; x++) {
      to[y * paddedWidth + x] = from[row + Math.min(width - 1, Math.max(0, x - PADDING_PIXELS))]!;
    }
  }
}
