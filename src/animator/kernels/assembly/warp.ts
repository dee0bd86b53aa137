// AssemblyScript, compiled with SIMD to warp.wasm: the inner loops of drawing a frame. `kernels/warp-reference.ts` says the
// same in plain TypeScript and is what the tests hold this against.
//
// Frames are drawn as the encoder wants them, in I420: brightness at full size, colour at half of it. Cells that show nothing
// of the figure are copied; cells inside the figure are not blended. Against warping RGBA and
// converting afterwards this takes a third of the time.

/** Sub-pixel phases of the weight tables. */
const PHASE_BITS: i32 = 8;
const CELL: i32 = 8;

/** What a cell shows: the picture at rest, the figure alone, the figure over the plate, the plate alone. */
const AT_REST: u8 = 0;
const FIGURE: u8 = 1;
const BLENDED: u8 = 2;
const PLATE: u8 = 3;
/** What lies in a block of the figure layer (bits of `opacity`). */
const HAS_FIGURE: u8 = 1;
const HAS_GAPS: u8 = 2;
/** Pixels around a sample that its taps may reach, in colour, which is half as large. */
const REACH: f32 = 5.0;

/**
 * Decides for every moving cell what it shows, by the blocks of the figure layer that it may be drawn from.
 *
 * @param map     rows x columns x 2 floats: source minus destination at each node
 * @param opacity (rows - 1) x (columns - 1) bytes: what lies in each block of the figure layer
 * @param cells   (rows - 1) x (columns - 1) bytes: 0 stands still, anything else moves; becomes what the cell shows
 */
export function sortCells(columns: i32, rows: i32, map: usize, opacity: usize, cells: usize): void {
  const across = columns - 1;
  const down = rows - 1;
  for (let row: i32 = 0; row < down; row++) {
    for (let column: i32 = 0; column < across; column++) {
      const cell = cells + usize(row * across + column);
      if (load<u8>(cell) == AT_REST) continue;
      const a = map + usize((row * columns + column) * 8);
      const b = a + usize(columns * 8);
      const lowX = min(min(load<f32>(a), load<f32>(a, 8)), min(load<f32>(b), load<f32>(b, 8)));
      const highX = max(max(load<f32>(a), load<f32>(a, 8)), max(load<f32>(b), load<f32>(b, 8)));
      const lowY = min(min(load<f32>(a, 4), load<f32>(a, 12)), min(load<f32>(b, 4), load<f32>(b, 12)));
      const highY = max(max(load<f32>(a, 4), load<f32>(a, 12)), max(load<f32>(b, 4), load<f32>(b, 12)));
      const left = blockAt(f32(column * CELL) + lowX - REACH, across);
      const right = blockAt(f32(column * CELL + CELL) + highX + REACH, across);
      const top = blockAt(f32(row * CELL) + lowY - REACH, down);
      const bottom = blockAt(f32(row * CELL + CELL) + highY + REACH, down);
      let found: u8 = 0;
      for (let y = top; y <= bottom; y++) {
        for (let x = left; x <= right; x++) found |= load<u8>(opacity + usize(y * across + x));
      }
      store<u8>(cell, (found & HAS_FIGURE) == 0 ? PLATE : (found & HAS_GAPS) == 0 ? FIGURE : BLENDED);
    }
  }
}

// @ts-ignore: decorator
@inline
function blockAt(position: f32, blocks: i32): i32 {
  return min(max(i32(floor(position)) >> 3, 0), blocks - 1);
}

/**
 * Draws one plane of a frame, four samples at a time: 4x4 bicubic taps as four 4-byte loads, integer dot products along the
 * rows, then down the columns. What is written beyond the end of a row is drawn over with the next row, and beyond the last
 * one with the next plane.
 *
 * @param width, height  of the plane: the picture's, or half of it for colour
 * @param pad     samples around the figure's planes that repeat their edge
 * @param side    samples along a cell: 8, or 4 for colour
 * @param columns nodes along the picture
 * @param levels, alpha  (height + 2 pad) x (width + 2 pad): the figure layer's plane and how opaque it is
 * @param plate, rest, out  height x width: what lies behind, what a cell at rest shows, what is drawn (8 bytes longer)
 * @param cells   from `sortCells`
 * @param across  256 x 8 x i16: the weights of the four taps, twice
 * @param down    256 x 8 x i16: each of the four weights twice
 */
export function drawPlane(
  width: i32,
  height: i32,
  pad: i32,
  side: i32,
  columns: i32,
  levels: usize,
  alpha: usize,
  plate: usize,
  rest: usize,
  map: usize,
  cells: usize,
  across: usize,
  down: usize,
  out: usize,
): void {
  const cellsAcross = columns - 1;
  const stride = width + 2 * pad;
  const lowest = f32x4.splat(f32(-pad + 1));
  const rightmost = f32x4.splat(f32(width + pad - 3));
  const bottommost = f32x4.splat(f32(height + pad - 3));
  const strides = i32x4.splat(stride);
  const margin = i32x4.splat(pad - 1);
  // the map counts in pixels of the picture; a sample at half size lies in the middle of four of them
  const size = f32(side) / f32(CELL);
  const inset: f32 = (1 - size) / 2;
  for (let y: i32 = 0; y < height; y++) {
    const row = y / side;
    const fy = (f32(y - row * side) + inset) / f32(side);
    for (let cell: i32 = 0; cell < cellsAcross; cell++) {
      const left = cell * side;
      const at = usize(y * width + left);
      const shows = load<u8>(cells + usize(row * cellsAcross + cell));
      if (shows == AT_REST || shows == PLATE) {
        const from = (shows == PLATE ? plate : rest) + at;
        if (side == CELL) store<u64>(out + at, load<u64>(from));
        else store<u32>(out + at, load<u32>(from));
        continue;
      }
      const node = map + usize((row * columns + cell) * 8);
      const below = node + usize(columns * 8);
      const x0 = mix(load<f32>(node), load<f32>(below), fy);
      const y0 = mix(load<f32>(node, 4), load<f32>(below, 4), fy);
      const stepX = f32x4.splat((mix(load<f32>(node, 8), load<f32>(below, 8), fy) - x0) / f32(side));
      const stepY = f32x4.splat((mix(load<f32>(node, 12), load<f32>(below, 12), fy) - y0) / f32(side));
      const right = min(side, width - left);
      for (let from: i32 = 0; from < right; from += 4) {
        const along = f32x4.add(f32x4(0, 1, 2, 3), f32x4.splat(f32(from)));
        const inCell = f32x4.add(along, f32x4.splat(inset));
        const shiftX = f32x4.mul(f32x4.add(f32x4.splat(x0), f32x4.mul(stepX, inCell)), f32x4.splat(size));
        const shiftY = f32x4.mul(f32x4.add(f32x4.splat(y0), f32x4.mul(stepY, inCell)), f32x4.splat(size));
        const x = phased(f32x4.add(f32x4.add(along, f32x4.splat(f32(left))), shiftX), lowest, rightmost);
        const v = phased(f32x4.add(f32x4.splat(f32(y)), shiftY), lowest, bottommost);
        const wholeX = i32x4.add(i32x4.shr_s(x, PHASE_BITS), margin);
        const wholeY = i32x4.add(i32x4.shr_s(v, PHASE_BITS), margin);
        const place = i32x4.add(i32x4.mul(wholeY, strides), wholeX);
        const acrossAt = i32x4.shl(v128.and(x, i32x4.splat(255)), 4);
        const downAt = i32x4.shl(v128.and(v, i32x4.splat(255)), 4);
        const sums = fourSums(levels, stride, place, across, acrossAt, down, downAt);
        const target = at + usize(from);
        if (shows == FIGURE) {
          store4(out + target, i32x4.shr_s(i32x4.add(sums, i32x4.splat(1 << 19)), 20));
          continue;
        }
        const opaque = fourSums(alpha, stride, place, across, acrossAt, down, downAt);
        const unit: f32 = 1.0 / f32(1 << 20);
        const share = f32x4.min(
          f32x4.max(f32x4.mul(f32x4.convert_i32x4_s(opaque), f32x4.splat(unit / 255.0)), f32x4.splat(0)),
          f32x4.splat(1),
        );
        const front = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.splat(unit));
        const behind = f32x4.convert_i32x4_s(
          i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(plate + target))),
        );
        const blended = f32x4.add(behind, f32x4.mul(share, f32x4.sub(front, behind)));
        store4(out + target, i32x4.trunc_sat_f32x4_s(f32x4.nearest(blended)));
      }
    }
  }
}

/** Four levels as bytes, held within 0 to 255. */
// @ts-ignore: decorator
@inline
function store4(to: usize, levels: v128): void {
  const narrow = i16x8.narrow_i32x4_s(levels, levels);
  v128.store32_lane(to, i8x16.narrow_i16x8_u(narrow, narrow), 0);
}

/** Positions in 1/256 pixels, held inside the padded layer. */
// @ts-ignore: decorator
@inline
function phased(position: v128, low: v128, high: v128): v128 {
  const held = f32x4.min(f32x4.max(position, low), high);
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(held, f32x4.splat(256))));
}

/** Bicubic samples of one plane at four places, in units of 2^-20. */
// @ts-ignore: decorator
@inline
function fourSums(
  plane: usize,
  stride: i32,
  place: v128,
  across: usize,
  acrossAt: v128,
  down: usize,
  downAt: v128,
): v128 {
  const a = rowSums(plane + usize(i32x4.extract_lane(place, 0)), stride, across + usize(i32x4.extract_lane(acrossAt, 0)), down + usize(i32x4.extract_lane(downAt, 0)));
  const b = rowSums(plane + usize(i32x4.extract_lane(place, 1)), stride, across + usize(i32x4.extract_lane(acrossAt, 1)), down + usize(i32x4.extract_lane(downAt, 1)));
  const c = rowSums(plane + usize(i32x4.extract_lane(place, 2)), stride, across + usize(i32x4.extract_lane(acrossAt, 2)), down + usize(i32x4.extract_lane(downAt, 2)));
  const d = rowSums(plane + usize(i32x4.extract_lane(place, 3)), stride, across + usize(i32x4.extract_lane(acrossAt, 3)), down + usize(i32x4.extract_lane(downAt, 3)));
  const ab = i32x4.add(i32x4.shuffle(a, b, 0, 1, 4, 5), i32x4.shuffle(a, b, 2, 3, 6, 7));
  const cd = i32x4.add(i32x4.shuffle(c, d, 0, 1, 4, 5), i32x4.shuffle(c, d, 2, 3, 6, 7));
  return i32x4.add(i32x4.shuffle(ab, cd, 0, 2, 4, 6), i32x4.shuffle(ab, cd, 1, 3, 5, 7));
}

/** The four rows of a sample, each weighted along and down, in units of 2^-20; their sum is the sample. */
// @ts-ignore: decorator
@inline
function rowSums(tap: usize, stride: i32, across: usize, down: usize): v128 {
  const second = tap + usize(stride);
  const third = second + usize(stride);
  const fourth = third + usize(stride);
  let taps = v128.load32_zero(tap);
  taps = v128.load32_lane(second, taps, 1);
  taps = v128.load32_lane(third, taps, 2);
  taps = v128.load32_lane(fourth, taps, 3);
  const weights = v128.load(across);
  // half rows in units of 2^-14, then of 2^-6 so that they fit 16 bits
  const half = i32x4.splat(128);
  const upper = i32x4.add(i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(taps), weights), half);
  const lower = i32x4.add(i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(taps), weights), half);
  const rows = i16x8.narrow_i32x4_s(i32x4.shr_s(upper, 8), i32x4.shr_s(lower, 8));
  return i32x4.dot_i16x8_s(rows, v128.load(down));
}

// @ts-ignore: decorator
@inline
function mix(a: f32, b: f32, share: f32): f32 {
  return a + (b - a) * share;
}

/**
 * Takes a rectangle of the figure layer (RGBA) over into its planes: brightness and opacity, then colour and opacity at half
 * size. All sides are even.
 *
 * @param width of the padded layer
 */
export function takeFigure(
  width: i32,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
  figure: usize,
  luma: usize,
  alpha: usize,
  blue: usize,
  red: usize,
  halfAlpha: usize,
): void {
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const at = y * width + x;
      const a = load<u32>(figure + usize(at * 4));
      const b = load<u32>(figure + usize(at * 4), 4);
      const c = load<u32>(figure + usize((at + width) * 4));
      const d = load<u32>(figure + usize((at + width) * 4), 4);
      store<u8>(luma + usize(at), lumaOf(a));
      store<u8>(luma + usize(at), lumaOf(b), 1);
      store<u8>(luma + usize(at + width), lumaOf(c));
      store<u8>(luma + usize(at + width), lumaOf(d), 1);
      store<u8>(alpha + usize(at), u8(a >> 24));
      store<u8>(alpha + usize(at), u8(b >> 24), 1);
      store<u8>(alpha + usize(at + width), u8(c >> 24));
      store<u8>(alpha + usize(at + width), u8(d >> 24), 1);
      const half = usize((y / 2) * (width / 2) + x / 2);
      store<u8>(blue + half, blueOf(a, b, c, d));
      store<u8>(red + half, redOf(a, b, c, d));
      store<u8>(halfAlpha + half, u8(((a >> 24) + (b >> 24) + (c >> 24) + (d >> 24) + 2) / 4));
    }
  }
}

/** RGBA to planar YUV 4:2:0, BT.709, limited range, chroma the mean of 2x2 pixels. Width and height are even. */
export function toI420(width: i32, height: i32, rgba: usize, out: usize): void {
  const blue = out + usize(width * height);
  const red = blue + usize((width * height) / 4);
  for (let y: i32 = 0; y < height; y += 2) {
    for (let x: i32 = 0; x < width; x += 2) {
      const at = y * width + x;
      const a = load<u32>(rgba + usize(at * 4));
      const b = load<u32>(rgba + usize(at * 4), 4);
      const c = load<u32>(rgba + usize((at + width) * 4));
      const d = load<u32>(rgba + usize((at + width) * 4), 4);
      store<u8>(out + usize(at), lumaOf(a));
      store<u8>(out + usize(at), lumaOf(b), 1);
      store<u8>(out + usize(at + width), lumaOf(c));
      store<u8>(out + usize(at + width), lumaOf(d), 1);
      const chroma = usize((y / 2) * (width / 2) + x / 2);
      store<u8>(blue + chroma, blueOf(a, b, c, d));
      store<u8>(red + chroma, redOf(a, b, c, d));
    }
  }
}

// 16-bit fixed point of ITU-R BT.709: Y = 16 + 219 (0.2126 R + 0.7152 G + 0.0722 B) / 255 and so on

// @ts-ignore: decorator
@inline
function lumaOf(pixel: u32): u8 {
  const r = i32(pixel & 255);
  const g = i32((pixel >> 8) & 255);
  const b = i32((pixel >> 16) & 255);
  return u8((11966 * r + 40254 * g + 4064 * b + (16 << 16) + (1 << 15)) >> 16);
}

// @ts-ignore: decorator
@inline
function sumOf(a: u32, b: u32, c: u32, d: u32, shift: u32): i32 {
  return i32(((a >> shift) & 255) + ((b >> shift) & 255) + ((c >> shift) & 255) + ((d >> shift) & 255));
}

// @ts-ignore: decorator
@inline
function blueOf(a: u32, b: u32, c: u32, d: u32): u8 {
  const sum = -6596 * sumOf(a, b, c, d, 0) - 22189 * sumOf(a, b, c, d, 8) + 28784 * sumOf(a, b, c, d, 16);
  return u8((sum + (128 << 18) + (1 << 17)) >> 18);
}

// @ts-ignore: decorator
@inline
function redOf(a: u32, b: u32, c: u32, d: u32): u8 {
  const sum = 28784 * sumOf(a, b, c, d, 0) - 26145 * sumOf(a, b, c, d, 8) - 2639 * sumOf(a, b, c, d, 16);
  return u8((sum + (128 << 18) + (1 << 17)) >> 18);
}

/** First byte of memory that the module does not use itself. */
export function heapStart(): usize {
  return __heap_base;
}
