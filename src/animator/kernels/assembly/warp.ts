// AssemblyScript, compiled with SIMD to warp.wasm: the inner loops of drawing a frame. `kernels/warp-reference.ts` says the
// same in plain TypeScript and is what the tests hold this against.
//
// Per pixel of a moving cell: 4x4 bicubic taps as four 16-byte loads, integer dot products along the row (i32x4.dot_i16x8),
// float weights down the columns. 720x960, everything moving, two shared cores: see warp-reference.test and bench/.

/** Bits of the horizontal weights' fixed point. */
const WEIGHT_ONE: f32 = 16384.0;
/** Sub-pixel phases of the weight table. */
const PHASES: i32 = 256;
const CELL: i32 = 8;

/**
 * Draws one frame.
 *
 * @param figure  (height + 2 pad) x (width + 2 pad) x 4, RGBA, padded on all sides by `pad` pixels
 * @param plate   height x width x 4
 * @param rest    height x width x 4: what a cell that does not move shows
 * @param map     rows x columns x 2 floats: source minus destination at each node
 * @param moving  (rows - 1) x (columns - 1) bytes: 0 copies the cell from `rest`
 * @param horizontal PHASES x 16 x i16: (w0 w1) x 4, (w2 w3) x 4
 * @param vertical   PHASES x 4 x f32, already divided by WEIGHT_ONE
 */
export function drawFrame(
  width: i32,
  height: i32,
  pad: i32,
  columns: i32,
  figure: usize,
  plate: usize,
  rest: usize,
  map: usize,
  moving: usize,
  horizontal: usize,
  vertical: usize,
  out: usize,
): void {
  const cells = columns - 1;
  const stride = (width + 2 * pad) * 4;
  const lowest = f32(-pad + 1);
  const rightmost = f32(width + pad - 3);
  const bottommost = f32(height + pad - 3);
  for (let y: i32 = 0; y < height; y++) {
    const row = y / CELL;
    const fy = f32(y - row * CELL) / f32(CELL);
    for (let cell: i32 = 0; cell < cells; cell++) {
      const left = cell * CELL;
      const right = min(left + CELL, width);
      if (right <= left) break;
      const at = usize((y * width + left) * 4);
      if (load<u8>(moving + usize(row * cells + cell)) == 0) {
        memory.copy(out + at, rest + at, usize((right - left) * 4));
        continue;
      }
      const node = map + usize((row * columns + cell) * 8);
      const below = node + usize(columns * 8);
      const x0 = mix(load<f32>(node), load<f32>(below), fy);
      const y0 = mix(load<f32>(node, 4), load<f32>(below, 4), fy);
      const x1 = mix(load<f32>(node, 8), load<f32>(below, 8), fy);
      const y1 = mix(load<f32>(node, 12), load<f32>(below, 12), fy);
      const stepX = (x1 - x0) / f32(CELL);
      const stepY = (y1 - y0) / f32(CELL);
      for (let x = left; x < right; x++) {
        const along = f32(x - left);
        const sourceX = min(max(f32(x) + x0 + stepX * along, lowest), rightmost);
        const sourceY = min(max(f32(y) + y0 + stepY * along, lowest), bottommost);
        const wholeX = floor(sourceX);
        const wholeY = floor(sourceY);
        let phaseX = i32((sourceX - wholeX) * f32(PHASES) + 0.5);
        let phaseY = i32((sourceY - wholeY) * f32(PHASES) + 0.5);
        let ix = i32(wholeX);
        let iy = i32(wholeY);
        if (phaseX == PHASES) {
          phaseX = 0;
          ix++;
        }
        if (phaseY == PHASES) {
          phaseY = 0;
          iy++;
        }
        const tap = figure + usize((iy + pad - 1) * stride + (ix + pad - 1) * 4);
        const weights = horizontal + usize(phaseX * 32);
        const first = v128.load(weights);
        const second = v128.load(weights, 16);
        const down = vertical + usize(phaseY * 16);
        let sum = f32x4.mul(rowSum(tap, first, second), v128.load32_splat(down));
        sum = f32x4.add(sum, f32x4.mul(rowSum(tap + usize(stride), first, second), v128.load32_splat(down, 4)));
        sum = f32x4.add(sum, f32x4.mul(rowSum(tap + usize(2 * stride), first, second), v128.load32_splat(down, 8)));
        sum = f32x4.add(sum, f32x4.mul(rowSum(tap + usize(3 * stride), first, second), v128.load32_splat(down, 12)));
        const target = at + usize((x - left) * 4);
        const alpha = f32x4.extract_lane(sum, 3);
        if (alpha < 254.5) {
          const share = f32x4.splat(max<f32>(alpha, 0) * (1.0 / 255.0));
          const behind = f32x4.convert_i32x4_u(
            i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(plate + target))),
          );
          sum = f32x4.add(behind, f32x4.mul(share, f32x4.sub(sum, behind)));
        }
        const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(sum));
        const narrow = i16x8.narrow_i32x4_s(whole, whole);
        v128.store32_lane(out + target, i8x16.narrow_i16x8_u(narrow, narrow), 0);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function mix(a: f32, b: f32, share: f32): f32 {
  return a + (b - a) * share;
}

// @ts-ignore: decorator
@inline
function rowSum(tap: usize, first: v128, second: v128): v128 {
  const taps = v128.load(tap);
  // r0 r1 g0 g1 b0 b1 a0 a1 | r2 r3 g2 g3 b2 b3 a2 a3
  const paired = i8x16.shuffle(taps, taps, 0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
  return f32x4.convert_i32x4_s(
    i32x4.add(
      i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(paired), first),
      i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(paired), second),
    ),
  );
}

/**
 * RGBA to planar YUV 4:2:0, BT.709, limited range, chroma the mean of 2x2 pixels. Width and height are even.
 * Coefficients are 16-bit fixed point of ITU-R BT.709: Y = 16 + 219 (0.2126 R + 0.7152 G + 0.0722 B) / 255 and so on.
 */
export function toI420(width: i32, height: i32, rgba: usize, out: usize): void {
  const luma = out;
  const blue = luma + usize(width * height);
  const red = blue + usize((width * height) / 4);
  const halfWidth = width / 2;
  for (let y: i32 = 0; y < height; y += 2) {
    for (let x: i32 = 0; x < width; x += 2) {
      const at = rgba + usize((y * width + x) * 4);
      const next = at + usize(width * 4);
      const a = load<u32>(at);
      const b = load<u32>(at, 4);
      const c = load<u32>(next);
      const d = load<u32>(next, 4);
      const to = luma + usize(y * width + x);
      store<u8>(to, lumaOf(a));
      store<u8>(to, lumaOf(b), 1);
      store<u8>(to + usize(width), lumaOf(c));
      store<u8>(to + usize(width), lumaOf(d), 1);
      const r = i32((a & 255) + (b & 255) + (c & 255) + (d & 255));
      const g = i32(((a >> 8) & 255) + ((b >> 8) & 255) + ((c >> 8) & 255) + ((d >> 8) & 255));
      const bl = i32(((a >> 16) & 255) + ((b >> 16) & 255) + ((c >> 16) & 255) + ((d >> 16) & 255));
      const chroma = usize((y / 2) * halfWidth + x / 2);
      store<u8>(blue + chroma, u8((-6596 * r - 22189 * g + 28784 * bl + (128 << 18) + (1 << 17)) >> 18));
      store<u8>(red + chroma, u8((28784 * r - 26145 * g - 2639 * bl + (128 << 18) + (1 << 17)) >> 18));
    }
  }
}

// @ts-ignore: decorator
@inline
function lumaOf(pixel: u32): u8 {
  const r = i32(pixel & 255);
  const g = i32((pixel >> 8) & 255);
  const b = i32((pixel >> 16) & 255);
  return u8((11966 * r + 40254 * g + 4064 * b + (16 << 16) + (1 << 15)) >> 16);
}

/** First byte of memory that the module does not use itself. */
export function heapStart(): usize {
  return __heap_base;
}
