import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../domain/seeded-random.ts';
import { createFrameKernel, PADDING_PIXELS } from './frame-kernel.ts';
import { i420Reference, warpReference } from './warp-reference.ts';

const warp = new WebAssembly.Module(readFileSync(new URL('../../../dist/animator/kernels/warp.wasm', import.meta.url)));
const WIDTH = 52;
const HEIGHT = 38;

function noise(seed: number, alpha: () => number): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, index) => (index % 4 === 3 ? alpha() : Math.floor(random() * 256)));
}

function largestDifference(a: Uint8Array, b: Uint8Array): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return largest;
}

describe('the warp kernel', () => {
  const random = seededRandom(7);
  const figure = noise(1, () => Math.floor(random() * 256));
  const plate = noise(2, () => 255);
  const rest = noise(3, () => 255);

  it('draws what the plain reference draws, within one grey level', () => {
    const kernel = createFrameKernel(warp, WIDTH, HEIGHT, rest, { figure, plate });
    kernel.moving.fill(1);
    for (let i = 0; i < kernel.map.length; i++) kernel.map[i] = 6 * (random() - 0.5);
    // beyond four pixels outside the picture the padding ends, the reference goes on: keep the borders inside
    const { columns, rows } = kernel.grid;
    for (let node = 0; node < columns * rows; node++) {
      const column = node % columns;
      const row = Math.floor(node / columns);
      if (column === 0 || column >= columns - 2) kernel.map[node * 2] = 0;
      if (row === 0 || row >= rows - 2) kernel.map[node * 2 + 1] = 0;
    }
    const reference = warpReference({
      widthPixels: WIDTH,
      heightPixels: HEIGHT,
      grid: kernel.grid,
      figure,
      plate,
      map: kernel.map,
    });
    expect(largestDifference(kernel.draw(), reference)).toBeLessThanOrEqual(1);
  });

  it('draws the figure alone and the plate alone as the reference does', () => {
    const split = figure.slice();
    for (let i = 3; i < split.length; i += 4) split[i] = (i >> 2) % WIDTH > 26 ? 255 : 0;
    const kernel = createFrameKernel(warp, WIDTH, HEIGHT, rest, { figure: split, plate });
    kernel.moving.fill(1);
    kernel.map.fill(0);
    const { columns } = kernel.grid;
    for (let node = 0; node < kernel.map.length / 2; node++) {
      const column = node % columns;
      if (column > 0 && column < columns - 2) kernel.map[node * 2] = column === 4 ? 1.7 : 0.4;
    }
    const parts = { widthPixels: WIDTH, heightPixels: HEIGHT, grid: kernel.grid, map: kernel.map };
    const reference = warpReference({ ...parts, figure: split, plate });
    expect(largestDifference(kernel.draw(), reference)).toBeLessThanOrEqual(1);
  });

  it('lets four neighbours share a shift where it hardly changes, as the reference does', () => {
    const kernel = createFrameKernel(warp, WIDTH, HEIGHT, rest, { figure, plate });
    kernel.moving.fill(1);
    const { columns, rows } = kernel.grid;
    // the borders stand still, as above
    for (let row = 1; row < rows - 2; row++) {
      for (let column = 1; column < columns - 2; column++) {
        kernel.map.set([1.4 + 0.1 * random(), -0.7 + 0.1 * random()], (row * columns + column) * 2);
      }
    }
    const reference = warpReference({ widthPixels: WIDTH, heightPixels: HEIGHT, grid: kernel.grid, figure, plate, map: kernel.map });
    expect(largestDifference(kernel.draw(), reference)).toBeLessThanOrEqual(1);
  });

  it('shows the picture at rest, bit for bit, where nothing moves', () => {
    const kernel = createFrameKernel(warp, WIDTH, HEIGHT, rest, { figure, plate });
    kernel.moving.fill(0);
    expect(largestDifference(kernel.draw(), i420Reference(rest, WIDTH, HEIGHT))).toBeLessThanOrEqual(1);
  });

  it('shows an opaque figure unchanged when cells are drawn but stand still', () => {
    const opaque = figure.slice();
    for (let i = 3; i < opaque.length; i += 4) opaque[i] = 255;
    const kernel = createFrameKernel(warp, WIDTH, HEIGHT, rest, { figure: opaque, plate });
    kernel.moving.fill(1);
    const drawn = kernel.draw().slice();
    const still = createFrameKernel(warp, WIDTH, HEIGHT, opaque, { figure: opaque, plate });
    still.moving.fill(0);
    expect(largestDifference(drawn, still.draw())).toBe(0);
  });

  it('shows what was drawn into the figure once it is told', () => {
    const kernel = createFrameKernel(warp, WIDTH, HEIGHT, rest, { figure: rest, plate });
    const frameOf = (): Uint8Array => {
      kernel.moving.fill(1);
      return kernel.draw().slice();
    };
    const before = frameOf();
    const at = (PADDING_PIXELS + 10) * kernel.figureStrideBytes + (PADDING_PIXELS + 21) * 4;
    for (let channel = 0; channel < 3; channel++) kernel.figure[at + channel] = 255 - rest[(10 * WIDTH + 21) * 4 + channel]!;
    expect(largestDifference(frameOf(), before)).toBe(0);
    kernel.figureChanged({ left: 21, top: 10, right: 22, bottom: 11 });
    const changed = frameOf().findIndex((level, index) => level !== before[index]);
    expect(changed).toBe(10 * WIDTH + 21);
  });

  it('converts to BT.709 limited range: black, white, grey and the primaries', () => {
    const colours: readonly (readonly [rgb: readonly [number, number, number], yuv: readonly [number, number, number]])[] = [
      [
        [0, 0, 0],
        [16, 128, 128],
      ],
      [
        [255, 255, 255],
        [235, 128, 128],
      ],
      [
        [128, 128, 128],
        [126, 128, 128],
      ],
      [
        [255, 0, 0],
        [63, 102, 240],
      ],
      [
        [0, 255, 0],
        [173, 42, 26],
      ],
      [
        [0, 0, 255],
        [32, 240, 118],
      ],
    ];
    for (const [[red, green, blue], [luma, cb, cr]] of colours) {
      const plain = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, i) => [red, green, blue, 255][i % 4]!);
      const kernel = createFrameKernel(warp, WIDTH, HEIGHT, plain, { figure: plain, plate: plain });
      kernel.moving.fill(0);
      const frame = kernel.draw();
      const chroma = (WIDTH / 2) * (HEIGHT / 2);
      expect([frame[0], frame[WIDTH * HEIGHT], frame[WIDTH * HEIGHT + chroma]]).toEqual([luma, cb, cr]);
    }
  });
});
