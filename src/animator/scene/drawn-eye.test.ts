import { describe, expect, it } from 'vitest';
import type { Canvas } from '../../domain/picture/canvas.ts';
import { drawnEyesOf } from './drawn-eye.ts';
import { along, type EyeShape, LID_STEPS } from './eye-shape.ts';

const WIDTH = 420;
const HEIGHT = 200;
/** Middle and half axes of two drawn eyes, in pixels; the mesh's lie inside them. */
const EYES = [
  { x: 120, y: 100, halfWidth: 62, halfHeight: 48 },
  { x: 300, y: 100, halfWidth: 62, halfHeight: 48 },
] as const;
const MESH_WIDTH = 100;

const meshAt = ({ x, y }: { readonly x: number; readonly y: number }): EyeShape => ({
  cornerX: x - MESH_WIDTH / 2,
  cornerY: y,
  axisX: 1,
  axisY: 0,
  widthPixels: MESH_WIDTH,
  upper: new Float32Array(LID_STEPS).fill(-0.2),
  lower: new Float32Array(LID_STEPS).fill(0.2),
  brow: new Float32Array(LID_STEPS).fill(-0.75),
  opening: new Float32Array(LID_STEPS).fill(0.4),
  meanOpening: 0.4,
  openWeight: new Float32Array(LID_STEPS).fill(1),
  irisU: 0.5,
  irisV: 0,
  irisRadius: 0.15,
});
const mesh = [meshAt(EYES[0]), meshAt(EYES[1])] as const;

type Level = readonly [number, number, number];
const SKIN: Level = [244, 214, 194];
const INK: Level = [30, 20, 28];

/** Skin with two eyes: a line of ink that is thick above, white, a blue iris. `paint` may draw over them. */
function picture(paint: (x: number, y: number, eye: number) => Level | undefined = () => undefined): Canvas {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 4) {
      const index = x < 210 ? 0 : 1;
      const eye = EYES[index];
      const [dx, dy] = [x - eye.x, y - eye.y];
      const radius = Math.hypot(dx / eye.halfWidth, dy / eye.halfHeight);
      const ball: Level = Math.hypot(dx / 30, dy / 40) < 1 ? [60, 100, 180] : [250, 250, 252];
      const line = dy < 0 ? 0.84 : 0.95;
      rgba.set([...(paint(x, y, index) ?? (radius > 1 ? SKIN : radius > line ? INK : ball)), 255], at);
    }
  }
  return { widthPixels: WIDTH, heightPixels: HEIGHT, rgba };
}

describe('large drawn eyes', () => {
  it('are found between the lines that are drawn around them', () => {
    for (const [index, eye] of drawnEyesOf(picture(), mesh)!.entries()) {
      const { x, y, halfWidth, halfHeight } = EYES[index]!;
      expect(Math.abs(eye.cornerX - (x - halfWidth))).toBeLessThan(8);
      expect(Math.abs(eye.widthPixels - 2 * halfWidth)).toBeLessThan(12);
      const inPicture = (v: number): number => eye.cornerY + v * eye.widthPixels;
      expect(Math.abs(inPicture(along(eye.upper, 0.5)) - (y - 0.84 * halfHeight))).toBeLessThan(4);
      expect(Math.abs(inPicture(along(eye.lashes!, 0.5)) - (y - halfHeight))).toBeLessThan(4);
      expect(Math.abs(inPicture(along(eye.lower, 0.5)) - (y + 0.95 * halfHeight))).toBeLessThan(4);
      expect(Math.abs(eye.irisRadius * eye.widthPixels - 30)).toBeLessThan(6);
    }
  });

  it('are not believed when a shadow or a fringe joins one of them to something else', () => {
    expect(
      drawnEyesOf(
        picture((_x, y, eye) => (eye === 0 && y < 70 ? INK : undefined)),
        mesh,
      ),
    ).toBeUndefined();
  });

  it('are not believed when only one is so large', () => {
    const small = (x: number, y: number, eye: number): Level | undefined =>
      eye === 1 && Math.hypot(x - EYES[1].x, y - EYES[1].y) > 20 ? SKIN : undefined;
    expect(drawnEyesOf(picture(small), mesh)).toBeUndefined();
  });

  it('are not looked for where the mesh fits the eyes already', () => {
    const fitting = mesh.map((eye) => ({
      ...eye,
      upper: new Float32Array(LID_STEPS).fill(-0.4),
      lower: new Float32Array(LID_STEPS).fill(0.45),
    }));
    expect(drawnEyesOf(picture(), fitting as unknown as readonly [EyeShape, EyeShape])).toBeUndefined();
  });

  it('are not seen in bare skin', () => {
    expect(
      drawnEyesOf(
        picture(() => SKIN),
        mesh,
      ),
    ).toBeUndefined();
  });
});
