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
/**
 * In a cell where shifts change by less than this from sample to sample, four neighbours are drawn with the shift in their
 * middle: at most 0.023 samples off, in six tenths of the time. More than half of what moves is that calm.
 */
const CALM: f32 = 1.0 / 64.0;
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

// What is being drawn, from `drawPlanes`.
let width: i32;
let height: i32;
let stride: i32;
let pad: i32;
let side: i32;
let levels: usize;
let alpha: usize;
let plate: usize;
let out: usize;
let across: usize;
let down: usize;
let levelsTwin: usize;
let twin: usize;

/**
 * Draws one plane of a frame, or two of the same size at once, cell by cell and four samples at a time.
 *
 * @param planeWidth, planeHeight  of the plane: the picture's, or half of it for colour
 * @param padding samples around the figure's planes that repeat their edge
 * @param cellSide samples along a cell: 8, or 4 for colour
 * @param columns nodes along the picture
 * @param figureLevels, figureAlpha  (height + 2 pad) x (width + 2 pad): the figure layer's plane and how opaque it is
 * @param behind, rest, drawn  height x width: what lies behind, what a cell at rest shows, what is drawn
 * @param cells   from `sortCells`
 * @param acrossTable  256 x 8 x i16: the weights of the four taps, twice
 * @param downTable    256 x 8 x i16: each of the four weights twice
 * @param figureTwin, drawnTwin  bytes to the same place in the second plane, of the figure and of the others; 0 for one plane
 */
export function drawPlanes(
  planeWidth: i32,
  planeHeight: i32,
  padding: i32,
  cellSide: i32,
  columns: i32,
  figureLevels: usize,
  figureAlpha: usize,
  behind: usize,
  rest: usize,
  map: usize,
  cells: usize,
  acrossTable: usize,
  downTable: usize,
  drawn: usize,
  figureTwin: usize,
  drawnTwin: usize,
): void {
  width = planeWidth;
  height = planeHeight;
  stride = planeWidth + 2 * padding;
  pad = padding;
  side = cellSide;
  levels = figureLevels;
  alpha = figureAlpha;
  plate = behind;
  out = drawn;
  across = acrossTable;
  down = downTable;
  levelsTwin = figureTwin;
  twin = drawnTwin;
  // the map counts in pixels of the picture
  const size = f32x4.splat(f32(side) / f32(CELL));
  for (let top: i32 = 0, row: i32 = 0; top < height; top += side, row++) {
    const bottom = min(top + side, height);
    for (let left: i32 = 0, cell: i32 = 0; left < width; left += side, cell++) {
      const right = min(left + side, width);
      const shows = load<u8>(cells + usize(row * (columns - 1) + cell));
      if (shows == AT_REST || shows == PLATE) {
        copyCell(shows == PLATE ? plate : rest, left, top, right, bottom);
        continue;
      }
      const node = map + usize((row * columns + cell) * 8);
      const above = f32x4.mul(v128.load(node), size);
      const below = f32x4.mul(v128.load(node + usize(columns * 8)), size);
      if (isCalm(above, below, left, top)) calmCell(shows, above, below, left, top, right, bottom);
      else steepCell(shows, above, below, left, top, right, bottom);
    }
  }
}

function copyCell(from: usize, left: i32, top: i32, right: i32, bottom: i32): void {
  for (let y = top; y < bottom; y++) {
    const at = usize(y * width + left);
    copyRow(out + at, from + at, right - left);
    if (twin != 0) copyRow(out + at + twin, from + at + twin, right - left);
  }
}

/** Whether neighbours in a cell may share a shift, and all that they are drawn from lies inside the padded layer. */
// @ts-ignore: decorator
@inline
function isCalm(above: v128, below: v128, left: i32, top: i32): bool {
  const slopes = f32x4.sub(i32x4.shuffle(above, below, 2, 3, 6, 7), i32x4.shuffle(above, below, 0, 1, 4, 5));
  if (v128.any_true(f32x4.gt(f32x4.abs(slopes), f32x4.splat(CALM * f32(side))))) return false;
  const place = f32x4(f32(left), f32(top), f32(left), f32(top));
  const firstX = f32(-pad + 2);
  const lastX = f32(width + pad - 3 - side);
  const lastY = f32(height + pad - 3 - side);
  const early = f32x4.lt(f32x4.add(place, f32x4.min(above, below)), f32x4.splat(firstX));
  const late = f32x4.gt(f32x4.add(place, f32x4.max(above, below)), f32x4(lastX, lastY, lastX, lastY));
  return !v128.any_true(v128.or(early, late));
}

/** Draws a cell whose neighbours share a shift. All in whole numbers: of shifts, 65536 are a sample. */
function calmCell(shows: u8, above: v128, below: v128, left: i32, top: i32, right: i32, bottom: i32): void {
  const upper = i32x4.trunc_sat_f32x4_s(f32x4.mul(above, f32x4.splat(65536)));
  const lower = i32x4.trunc_sat_f32x4_s(f32x4.mul(below, f32x4.splat(65536)));
  const fall = i32x4.sub(lower, upper);
  // where samples lie in a cell, in sixteenths of it; one at half size lies in the middle of four pixels
  const step = 16 / side;
  const firstRow = (step >> 1) - 1;
  const firstMiddle = firstRow + step + (step >> 1);
  for (let y = top; y < bottom; y++) {
    const row = i32x4.splat((y - top) * step + firstRow);
    const ends = i32x4.add(upper, i32x4.shr_s(i32x4.mul(fall, row), 4));
    const shiftX = i32x4.extract_lane(ends, 0);
    const shiftY = i32x4.extract_lane(ends, 1);
    const growthX = i32x4.extract_lane(ends, 2) - shiftX;
    const growthY = i32x4.extract_lane(ends, 3) - shiftY;
    for (let x = left; x < right; x += 4) {
      const middle = (x - left) * step + firstMiddle;
      const u = (x << PHASE_BITS) + ((shiftX + ((growthX * middle) >> 4) + 128) >> 8);
      const v = (y << PHASE_BITS) + ((shiftY + ((growthY * middle) >> 4) + 128) >> 8);
      const tap = usize(((v >> PHASE_BITS) + pad - 1) * stride + (u >> PHASE_BITS) + pad - 1);
      const acrossAt = across + usize((u & 255) << 4);
      const downAt = across + usize((v & 255) << 4);
      const at = usize(y * width + x);
      const share = shows == BLENDED ? shareOf(calmSums(alpha + tap, acrossAt, downAt)) : f32x4.splat(1);
      put(at, shows, calmSums(levels + tap, acrossAt, downAt), share, right - x);
      if (twin != 0) put(at + twin, shows, calmSums(levels + levelsTwin + tap, acrossAt, downAt), share, right - x);
    }
  }
}

/** Draws a cell in which every sample has a shift of its own. */
function steepCell(shows: u8, above: v128, below: v128, left: i32, top: i32, right: i32, bottom: i32): void {
  const lowest = f32(-pad + 1);
  const rightmost = f32(width + pad - 3);
  const bottommost = f32(height + pad - 3);
  const inset: f32 = side == CELL ? 0 : 0.25;
  const perSample = f32x4.splat(1 / f32(side));
  const margin = i32x4.splat(pad - 1);
  const fall = f32x4.mul(f32x4.sub(below, above), perSample);
  for (let y = top; y < bottom; y++) {
    const ends = f32x4.add(above, f32x4.mul(fall, f32x4.splat(f32(y - top) + inset)));
    const slopes = f32x4.mul(f32x4.sub(i32x4.shuffle(ends, ends, 2, 3, 2, 3), ends), perSample);
    const startX = i32x4.shuffle(ends, ends, 0, 0, 0, 0);
    const startY = i32x4.shuffle(ends, ends, 1, 1, 1, 1);
    const slopeX = i32x4.shuffle(slopes, slopes, 0, 0, 0, 0);
    const slopeY = i32x4.shuffle(slopes, slopes, 1, 1, 1, 1);
    for (let x = left; x < right; x += 4) {
      const inCell = f32x4.add(f32x4(0, 1, 2, 3), f32x4.splat(f32(x - left) + inset));
      const placeX = f32x4.add(f32x4(0, 1, 2, 3), f32x4.splat(f32(x)));
      const u = phased(f32x4.add(placeX, f32x4.add(startX, f32x4.mul(slopeX, inCell))), lowest, rightmost);
      const v = phased(f32x4.add(f32x4.splat(f32(y)), f32x4.add(startY, f32x4.mul(slopeY, inCell))), lowest, bottommost);
      const wholeX = i32x4.add(i32x4.shr_s(u, PHASE_BITS), margin);
      const wholeY = i32x4.add(i32x4.shr_s(v, PHASE_BITS), margin);
      const tap = i32x4.add(i32x4.mul(wholeY, i32x4.splat(stride)), wholeX);
      const acrossAt = i32x4.shl(v128.and(u, i32x4.splat(255)), 4);
      const downAt = i32x4.shl(v128.and(v, i32x4.splat(255)), 4);
      const at = usize(y * width + x);
      const share = shows == BLENDED ? shareOf(fourSums(alpha, tap, acrossAt, downAt)) : f32x4.splat(1);
      put(at, shows, fourSums(levels, tap, acrossAt, downAt), share, right - x);
      if (twin != 0) put(at + twin, shows, fourSums(levels + levelsTwin, tap, acrossAt, downAt), share, right - x);
    }
  }
}

// @ts-ignore: decorator
@inline
function copyRow(to: usize, from: usize, count: i32): void {
  if (count == 8) store<u64>(to, load<u64>(from));
  else if (count == 4) store<u32>(to, load<u32>(from));
  else for (let i = 0; i < count; i++) store<u8>(to + usize(i), load<u8>(from + usize(i)));
}

/** How much of four samples is figure, 0 to 1, from sums in units of 2^-20. */
// @ts-ignore: decorator
@inline
function shareOf(sums: v128): v128 {
  const unit: f32 = 1.0 / f32(1 << 20) / 255;
  const share = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.splat(unit));
  return f32x4.min(f32x4.max(share, f32x4.splat(0)), f32x4.splat(1));
}

/** Writes up to four samples, beginning at byte `at` of a plane: the figure's, over what lies behind where the cell is blended. */
// @ts-ignore: decorator
@inline
function put(at: usize, shows: u8, sums: v128, share: v128, count: i32): void {
  let levels: v128;
  if (shows == FIGURE) {
    levels = i32x4.shr_s(i32x4.add(sums, i32x4.splat(1 << 19)), 20);
  } else {
    const unit: f32 = 1.0 / f32(1 << 20);
    const front = f32x4.mul(f32x4.convert_i32x4_s(sums), f32x4.splat(unit));
    const behind = f32x4.convert_i32x4_s(
      i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(plate + at))),
    );
    const blended = f32x4.add(behind, f32x4.mul(share, f32x4.sub(front, behind)));
    levels = i32x4.trunc_sat_f32x4_s(f32x4.nearest(blended));
  }
  // held within 0 to 255
  const narrow = i16x8.narrow_i32x4_s(levels, levels);
  const bytes = i32x4.extract_lane(i8x16.narrow_i16x8_u(narrow, narrow), 0);
  if (count >= 4) store<i32>(out + at, bytes);
  else for (let i = 0; i < count; i++) store<u8>(out + at + usize(i), u8(bytes >> (8 * i)));
}

/** Positions in 1/256 pixels, held inside the padded layer. */
// @ts-ignore: decorator
@inline
function phased(position: v128, low: f32, high: f32): v128 {
  const held = f32x4.min(f32x4.max(position, f32x4.splat(low)), f32x4.splat(high));
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(held, f32x4.splat(256))));
}

/**
 * Bicubic samples of one plane at four neighbours with one shift, in units of 2^-20. Only shifts, interleaving and loads: any
 * other rearrangement of bytes costs the compiler a constant each time.
 *
 * @param tap the upper left one of the first sample
 * @param across, down its weights, both from the table for rows
 */
// @ts-ignore: decorator
@inline
function calmSums(tap: usize, across: usize, down: usize): v128 {
  const second = tap + usize(stride);
  const third = second + usize(stride);
  const fourth = third + usize(stride);
  const left = v128.load32_splat(across);
  const right = v128.load32_splat(across, 4);
  return i32x4.add(
    i32x4.dot_i16x8_s(paired(calmRow(tap, left, right), calmRow(second, left, right)), v128.load32_splat(down)),
    i32x4.dot_i16x8_s(paired(calmRow(third, left, right), calmRow(fourth, left, right)), v128.load32_splat(down, 4)),
  );
}

/** Four neighbours of one row, weighted along, in units of 2^-14 and rounded to 2^-6. */
// @ts-ignore: decorator
@inline
function calmRow(tap: usize, left: v128, right: v128): v128 {
  const first = interleaved(v128.load8x8_u(tap), v128.load8x8_u(tap, 1));
  const last = interleaved(v128.load8x8_u(tap, 2), v128.load8x8_u(tap, 3));
  return i32x4.add(i32x4.add(i32x4.dot_i16x8_s(first, left), i32x4.dot_i16x8_s(last, right)), i32x4.splat(128));
}

// @ts-ignore: decorator
@inline
function interleaved(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

/** Two rows in units of 2^-14 as pairs of 16 bits in units of 2^-6. */
// @ts-ignore: decorator
@inline
function paired(upper: v128, lower: v128): v128 {
  return v128.or(i32x4.shr_u(i32x4.shl(upper, 8), 16), i32x4.shl(i32x4.shr_s(lower, 8), 16));
}

/** Bicubic samples of one plane at four places, in units of 2^-20. */
// @ts-ignore: decorator
@inline
function fourSums(plane: usize, tap: v128, acrossAt: v128, downAt: v128): v128 {
  const a = rowSums(plane + usize(i32x4.extract_lane(tap, 0)), i32x4.extract_lane(acrossAt, 0), i32x4.extract_lane(downAt, 0));
  const b = rowSums(plane + usize(i32x4.extract_lane(tap, 1)), i32x4.extract_lane(acrossAt, 1), i32x4.extract_lane(downAt, 1));
  const c = rowSums(plane + usize(i32x4.extract_lane(tap, 2)), i32x4.extract_lane(acrossAt, 2), i32x4.extract_lane(downAt, 2));
  const d = rowSums(plane + usize(i32x4.extract_lane(tap, 3)), i32x4.extract_lane(acrossAt, 3), i32x4.extract_lane(downAt, 3));
  const ab = i32x4.add(i32x4.shuffle(a, b, 0, 1, 4, 5), i32x4.shuffle(a, b, 2, 3, 6, 7));
  const cd = i32x4.add(i32x4.shuffle(c, d, 0, 1, 4, 5), i32x4.shuffle(c, d, 2, 3, 6, 7));
  return i32x4.add(i32x4.shuffle(ab, cd, 0, 2, 4, 6), i32x4.shuffle(ab, cd, 1, 3, 5, 7));
}

/** The four rows of a sample, each weighted along and down, in units of 2^-20; their sum is the sample. */
// @ts-ignore: decorator
@inline
function rowSums(tap: usize, acrossAt: i32, downAt: i32): v128 {
  const second = tap + usize(stride);
  const third = second + usize(stride);
  const fourth = third + usize(stride);
  let taps = v128.load32_zero(tap);
  taps = v128.load32_lane(second, taps, 1);
  taps = v128.load32_lane(third, taps, 2);
  taps = v128.load32_lane(fourth, taps, 3);
  const weights = v128.load(across + usize(acrossAt));
  // half rows in units of 2^-14, then of 2^-6 so that they fit 16 bits
  const half = i32x4.splat(128);
  const upper = i32x4.add(i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(taps), weights), half);
  const lower = i32x4.add(i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(taps), weights), half);
  const rows = i16x8.narrow_i32x4_s(i32x4.shr_s(upper, 8), i32x4.shr_s(lower, 8));
  return i32x4.dot_i16x8_s(rows, v128.load(down + usize(downAt)));
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
