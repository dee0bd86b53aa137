import type { Layers } from '../scene/layers.ts';
import { CELL_PIXELS, type RigGrid, rigGridOf } from '../scene/rig-grid.ts';
import { acrossTable, downTable, PHASES } from './bicubic-weights.ts';

/** Pixels around the figure layer that repeat its edge, so that a tap beside the picture finds something. */
export const PADDING_PIXELS = 8;

/** What `warp.wasm` exports; see `assembly/warp.ts`. */
interface WarpExports {
  readonly memory: WebAssembly.Memory;
  heapStart(): number;
  sortCells(columns: number, rows: number, map: number, opacity: number, cells: number): void;
  drawPlanes(
    ...places: readonly [
      width: number,
      height: number,
      pad: number,
      side: number,
      columns: number,
      levels: number,
      alpha: number,
      plate: number,
      rest: number,
      map: number,
      cells: number,
      across: number,
      down: number,
      out: number,
      levelsTwin: number,
      twin: number,
    ]
  ): void;
  takeFigure(
    ...places: readonly [
      paddedWidth: number,
      left: number,
      top: number,
      right: number,
      bottom: number,
      figure: number,
      luma: number,
      alpha: number,
      blue: number,
      red: number,
      halfAlpha: number,
    ]
  ): void;
  toI420(width: number, height: number, rgba: number, out: number): void;
}

/** A part of the canvas; `right` and `bottom` lie outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Draws frames of one picture inside WebAssembly memory. */
export interface FrameKernel {
  readonly grid: RigGrid;
  /** The figure layer, `(height + 16) x (width + 16) x 4`, padded. Eyes are drawn into it, then told of with `figureChanged`. */
  readonly figure: Uint8Array;
  readonly figureStrideBytes: number;
  figureChanged(box: PixelBox): void;
  /** Source minus destination of every node, interleaved right, down: write before `draw`. */
  readonly map: Float32Array;
  /** One byte a cell: 0 shows the picture at rest. Write before every `draw`, which uses it up. */
  readonly moving: Uint8Array;
  /** What lies behind the figure, as I420: may be overwritten before `draw`. */
  readonly plate: Uint8Array;
  /** Draws a frame from `figure`, `map` and `moving`: I420 (BT.709, limited range), valid until the next call. */
  draw(): Uint8Array;
}

/**
 * Lays the layers out in a fresh WebAssembly memory: about 18 bytes a pixel (12 MB at 720 x 960).
 *
 * @param sharpness how sharply the figure is sampled, see `samplingSharpness`; as usual when left out
 */
export function createFrameKernel(
  warp: WebAssembly.Module,
  widthPixels: number,
  heightPixels: number,
  rest: Uint8Array,
  layers: Layers,
  sharpness?: number,
): FrameKernel {
  const exports = new WebAssembly.Instance(warp, {}).exports as unknown as WarpExports;
  const grid = rigGridOf(widthPixels, heightPixels);
  const pixels = widthPixels * heightPixels;
  const paddedWidth = widthPixels + 2 * PADDING_PIXELS;
  const paddedPixels = paddedWidth * (heightPixels + 2 * PADDING_PIXELS);
  const cells = (grid.columns - 1) * (grid.rows - 1);
  const frameBytes = (pixels * 3) / 2;
  const place = allocator(exports);
  const at = {
    figure: place(paddedPixels * 4),
    luma: place(paddedPixels + 16),
    alpha: place(paddedPixels + 16),
    blue: place(paddedPixels / 4 + 16),
    red: place(paddedPixels / 4 + 16),
    halfAlpha: place(paddedPixels / 4 + 16),
    plate: place(frameBytes + 16),
    rest: place(frameBytes + 16),
    out: place(frameBytes + 16),
    map: place(grid.columns * grid.rows * 8),
    opacity: place(cells),
    moving: place(cells),
    across: place(PHASES * 16),
    down: place(PHASES * 16),
  };
  const bytes = (from: number, length: number): Uint8Array => new Uint8Array(exports.memory.buffer, from, length);
  const integers = (from: number, values: Int16Array): void =>
    new Int16Array(exports.memory.buffer, from, values.length).set(values);
  integers(at.across, acrossTable(sharpness));
  integers(at.down, downTable(sharpness));
  // the figure's place serves for the two other pictures first: both are needed as I420 only
  for (const [picture, to] of [
    [layers.plate, at.plate],
    [rest, at.rest],
  ] as const) {
    bytes(at.figure, pixels * 4).set(picture);
    exports.toI420(widthPixels, heightPixels, at.figure, to);
  }
  const figure = bytes(at.figure, paddedPixels * 4);
  padInto(figure, layers.figure, widthPixels, heightPixels);
  bytes(at.opacity, cells).set(opacityOf(layers.figure, widthPixels, heightPixels, grid));
  const take = (left: number, top: number, right: number, bottom: number): void =>
    exports.takeFigure(
      ...([paddedWidth, left, top, right, bottom] as const),
      ...([at.figure, at.luma, at.alpha, at.blue, at.red, at.halfAlpha] as const),
    );
  take(0, 0, paddedWidth, heightPixels + 2 * PADDING_PIXELS);
  /** Draws the plane that begins at byte `offset` of a frame, and its twin; `scale` 2 is half the picture's size. */
  const drawPlanes = (
    { levels, alpha, levelsTwin, twin }: Readonly<Record<'levels' | 'alpha' | 'levelsTwin' | 'twin', number>>,
    offset: number,
    scale: 1 | 2,
  ): void =>
    exports.drawPlanes(
      ...([widthPixels / scale, heightPixels / scale] as const),
      ...([PADDING_PIXELS / scale, CELL_PIXELS / scale, grid.columns] as const),
      ...([levels, alpha, at.plate + offset, at.rest + offset, at.map, at.moving] as const),
      ...([at.across, at.down, at.out + offset, levelsTwin, twin] as const),
    );
  const brightness = { levels: at.luma, alpha: at.alpha, levelsTwin: 0, twin: 0 };
  const colour = { levels: at.blue, alpha: at.halfAlpha, levelsTwin: at.red - at.blue, twin: pixels / 4 };
  return {
    grid,
    figure,
    figureStrideBytes: paddedWidth * 4,
    figureChanged: ({ left, top, right, bottom }) =>
      take(
        PADDING_PIXELS + (left & ~1),
        PADDING_PIXELS + (top & ~1),
        PADDING_PIXELS + ((right + 1) & ~1),
        PADDING_PIXELS + ((bottom + 1) & ~1),
      ),
    map: new Float32Array(exports.memory.buffer, at.map, grid.columns * grid.rows * 2),
    moving: bytes(at.moving, cells),
    plate: bytes(at.plate, frameBytes),
    draw: () => {
      exports.sortCells(grid.columns, grid.rows, at.map, at.opacity, at.moving);
      drawPlanes(brightness, 0, 1);
      drawPlanes(colour, pixels, 2);
      return bytes(at.out, frameBytes);
    },
  };
}

/** Bits of `opacity`, as the kernel reads them. */
const HAS_FIGURE = 1;
const HAS_GAPS = 2;

/** What lies in each cell of the figure layer: something of the figure, something that is not wholly figure. */
function opacityOf(figure: Uint8Array, widthPixels: number, heightPixels: number, { columns }: RigGrid): Uint8Array {
  const opacity = new Uint8Array((columns - 1) * Math.ceil(heightPixels / CELL_PIXELS));
  for (let y = 0, at = 3; y < heightPixels; y++) {
    const row = Math.floor(y / CELL_PIXELS) * (columns - 1);
    for (let x = 0; x < widthPixels; x++, at += 4) {
      const alpha = figure[at]!;
      opacity[row + (x >> 3)]! |= (alpha > 0 ? HAS_FIGURE : 0) | (alpha < 255 ? HAS_GAPS : 0);
    }
  }
  return opacity;
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
