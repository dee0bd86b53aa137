import { mixRgb, type Rgb, rgbOf } from './colour.ts';
import { CHIN_Y, type Head, NOSE_BASE_Y } from './head.ts';
import type { CharacterLook } from './look.ts';
import type { Relief } from './relief.ts';
import { DRAWING_WIDTH } from './svg.ts';

/** A part of the drawing as pixels, transparent where nothing was painted. */
export interface PaintedSkin {
  /** Place in the drawing that the pixels are stretched over. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** `rows x columns x 4`, RGBA. */
  readonly rgba: Uint8Array;
}

/** Skin is smooth: one pixel for two by two of the drawing shows no difference and takes a quarter of the time (80 ms). */
const PIXEL_SIZE = 2;
/** How far beyond its outline skin is painted; the outline's own edge is cut by the drawing. */
const BLEED = 5;
/** Clothes cover everything below this, from the eye line. */
const LOWEST_SKIN_Y = 580;

/** How far around a point the slope of the skin is measured: less shows every bump, more flattens the nose. */
const SLOPE_STEP = 2.5;
/** How far light reaches around the terminator, as in skin, where it spreads below the surface. */
const WRAP = 0.42;
/** Skin in full shade still gets some light from everywhere. */
const DARKEST = 0.13;

/** Paints the skin of the head under the character's light. */
export function paintFaceSkin(look: CharacterLook, head: Head): PaintedSkin {
  const shade = shaderOf(look, head, facialBlood);
  return paint({ left: 230, top: 160, width: DRAWING_WIDTH - 460, height: look.pose.y + 130 }, (canvasX, canvasY) => {
    const [x, y] = head.faceAt(canvasX, canvasY);
    const inside = head.halfWidthAt(y - BLEED) > Math.abs(x) - BLEED && y < CHIN_Y + BLEED;
    return inside ? shade(x, y) : undefined;
  });
}

/** Paints the skin of neck and chest, as far as clothes may show it. */
export function paintBustSkin(look: CharacterLook, bust: Relief): PaintedSkin {
  const shade = shaderOf(look, bust, () => 0);
  const place = { left: 230, top: look.pose.y + 110, width: DRAWING_WIDTH - 460, height: LOWEST_SKIN_Y - 110 };
  return paint(place, (canvasX, canvasY) => {
    const [x, y] = [canvasX - look.pose.neckX, canvasY - look.pose.y];
    return bust.halfWidthAt(y) > Math.abs(x) - BLEED ? shade(x, y) : undefined;
  });
}

type Place = Pick<PaintedSkin, 'left' | 'top' | 'width' | 'height'>;

function paint(place: Place, colourAt: (canvasX: number, canvasY: number) => Rgb | undefined): PaintedSkin {
  const columns = Math.ceil(place.width / PIXEL_SIZE);
  const rows = Math.ceil(place.height / PIXEL_SIZE);
  const rgba = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const colour = colourAt(place.left + (column + 0.5) * PIXEL_SIZE, place.top + (row + 0.5) * PIXEL_SIZE);
      if (colour === undefined) continue;
      const at = 4 * (row * columns + column);
      rgba.set([clampByte(colour[0]), clampByte(colour[1]), clampByte(colour[2]), 255], at);
    }
  }
  return { ...place, columns, rows, rgba };
}

const clampByte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

/** Red under the skin: cheeks, nose, chin, lids. */
function facialBlood(x: number, y: number): number {
  const side = Math.abs(x);
  const spot = (cx: number, cy: number, sx: number, sy: number): number =>
    Math.exp(-0.5 * (((side - cx) / sx) ** 2 + ((y - cy) / sy) ** 2));
  return (
    spot(108, 74, 40, 28) +
    0.55 * spot(0, NOSE_BASE_Y - 18, 24, 16) +
    0.35 * spot(0, 236, 30, 16) +
    0.3 * spot(76, -18, 36, 12)
  );
}

type Shader = (x: number, y: number) => Rgb;

/** The colour of every point of a surface: a ramp by how squarely it meets the light, blood, sheen and light from behind. */
function shaderOf(look: CharacterLook, relief: Relief, blood: (x: number, y: number) => number): Shader {
  const { skin, lightSide, light } = look;
  const ramp = [skin.deep, skin.shade, skin.base, skin.light].map(rgbOf);
  const [blush, fill, rim] = [rgbOf(skin.blush), rgbOf(light.fill), rgbOf(light.rim)];
  const key = unit([lightSide * 0.62, -0.5, 0.72]);
  const half = unit([key[0], key[1], key[2] + 1]);
  return (x, y) => {
    const normal = normalAt(relief, x, y);
    const lit = Math.max(0, (dot(normal, key) + WRAP) / (1 + WRAP));
    const tone = Math.min(1, lit * hollowness(relief, x, y) * light.strength);
    let colour = rampAt(ramp, DARKEST + (1 - DARKEST) * tone);
    colour = mixRgb(colour, blush, Math.min(0.42, skin.blood * blood(x, y)) * (0.45 + 0.55 * tone));
    const away = Math.max(0, -normal[0] * lightSide);
    colour = mixRgb(colour, fill, 0.28 * away * (1 - 0.6 * tone));
    const edge = (1 - normal[2]) ** 3;
    const grazed = Math.max(0, 0.9 * normal[0] * lightSide + 0.08 - 0.7 * Math.max(0, normal[1]));
    colour = mixRgb(colour, rim, Math.min(0.55, 1.1 * edge * grazed));
    const sheen = skin.sheen * Math.max(0, dot(normal, half)) ** 26 * tone;
    return [colour[0] + 255 * sheen, colour[1] + 245 * sheen, colour[2] + 230 * sheen];
  };
}

function rampAt(ramp: readonly Rgb[], tone: number): Rgb {
  const place = Math.min(0.999, tone) * (ramp.length - 1);
  const index = Math.floor(place);
  return mixRgb(ramp[index]!, ramp[index + 1]!, place - index);
}

type Vector = readonly [number, number, number];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
function unit(v: Vector): Vector {
  const length = Math.hypot(...v);
  return [v[0] / length, v[1] / length, v[2] / length];
}

function normalAt(relief: Relief, x: number, y: number): Vector {
  const s = SLOPE_STEP;
  const dx = (relief.depthAt(x + s, y) - relief.depthAt(x - s, y)) / (2 * s);
  const dy = (relief.depthAt(x, y + s) - relief.depthAt(x, y - s)) / (2 * s);
  // edges of the outline are infinitely steep: limited, they round off instead of drawing a line
  const limit = 0.85 / Math.sqrt(1 + 0.1 * (dx * dx + dy * dy));
  return unit([-limit * dx, -limit * dy, 1]);
}

/** Less light reaches what lies deeper than its surroundings. 1 on open skin. */
function hollowness(relief: Relief, x: number, y: number): number {
  const around = 13;
  const mean =
    (relief.depthAt(x - around, y) +
      relief.depthAt(x + around, y) +
      relief.depthAt(x, y - around) +
      relief.depthAt(x, y + around)) /
    4;
  const depth = mean - relief.depthAt(x, y);
  return 1 - Math.min(0.5, Math.max(-0.08, 0.055 * depth));
}
