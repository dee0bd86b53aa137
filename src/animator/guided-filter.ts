import { boxMean, createPlane, enlarge, type Plane, shrink } from './plane.ts';

/** Red, green and blue of a picture as three planes, 0..1. */
export interface ColourPlanes {
  readonly red: Plane;
  readonly green: Plane;
  readonly blue: Plane;
}

const product = (a: Plane, b: Plane): Plane => {
  const out = createPlane(a.widthPixels, a.heightPixels);
  for (let i = 0; i < out.values.length; i++) out.values[i] = a.values[i]! * b.values[i]!;
  return out;
};

/**
 * Pulls the edges of `input` onto the edges of a colour picture: He, Sun and Tang, "Guided Image Filtering" (2010), in its
 * fast form (He and Sun 2015): the statistics are taken at a half of the size, the linear model is applied at the full size.
 *
 * @param epsilon how much variance of the guide (0..1 squared) counts as flat
 */
export function guidedFilter(guide: ColourPlanes, input: Plane, radiusPixels: number, epsilon: number): Plane {
  const factor = radiusPixels >= 4 ? 2 : 1;
  const small = (plane: Plane): Plane => (factor === 1 ? plane : shrink(plane, factor));
  const model = linearModel(
    { red: small(guide.red), green: small(guide.green), blue: small(guide.blue) },
    small(input),
    radiusPixels / factor,
    epsilon,
  );
  const full = (plane: Plane): Plane => (factor === 1 ? plane : enlarge(plane, input.widthPixels, input.heightPixels));
  const [red, green, blue, constant] = [full(model.red), full(model.green), full(model.blue), full(model.constant)];
  const out = createPlane(input.widthPixels, input.heightPixels);
  for (let i = 0; i < out.values.length; i++) {
    const value =
      red.values[i]! * guide.red.values[i]! +
      green.values[i]! * guide.green.values[i]! +
      blue.values[i]! * guide.blue.values[i]! +
      constant.values[i]!;
    out.values[i] = Math.min(1, Math.max(0, value));
  }
  return out;
}

interface LinearModel {
  readonly red: Plane;
  readonly green: Plane;
  readonly blue: Plane;
  readonly constant: Plane;
}

/** The linear model input = a · colour + b of every window, averaged over the windows a pixel lies in. */
function linearModel({ red, green, blue }: ColourPlanes, input: Plane, radius: number, epsilon: number): LinearModel {
  const mean = (plane: Plane): Float32Array => boxMean(plane, radius).values;
  const [mr, mg, mb, mi] = [mean(red), mean(green), mean(blue), mean(input)];
  const [rr, rg, rb] = [mean(product(red, red)), mean(product(red, green)), mean(product(red, blue))];
  const [gg, gb, bb] = [mean(product(green, green)), mean(product(green, blue)), mean(product(blue, blue))];
  const [ri, gi, bi] = [mean(product(red, input)), mean(product(green, input)), mean(product(blue, input))];
  const plane = (): Plane => createPlane(input.widthPixels, input.heightPixels);
  const model = { red: plane(), green: plane(), blue: plane(), constant: plane() };
  for (let i = 0; i < mi.length; i++) {
    // covariance of colour (symmetric 3x3, epsilon on the diagonal) and of colour with the input
    const a = rr[i]! - mr[i]! * mr[i]! + epsilon;
    const b = rg[i]! - mr[i]! * mg[i]!;
    const c = rb[i]! - mr[i]! * mb[i]!;
    const d = gg[i]! - mg[i]! * mg[i]! + epsilon;
    const e = gb[i]! - mg[i]! * mb[i]!;
    const f = bb[i]! - mb[i]! * mb[i]! + epsilon;
    const x = ri[i]! - mr[i]! * mi[i]!;
    const y = gi[i]! - mg[i]! * mi[i]!;
    const z = bi[i]! - mb[i]! * mi[i]!;
    const A = d * f - e * e;
    const B = c * e - b * f;
    const C = b * e - c * d;
    const determinant = a * A + b * B + c * C;
    const wr = (A * x + B * y + C * z) / determinant;
    const wg = (B * x + (a * f - c * c) * y + (b * c - a * e) * z) / determinant;
    const wb = (C * x + (b * c - a * e) * y + (a * d - b * b) * z) / determinant;
    model.red.values[i] = wr;
    model.green.values[i] = wg;
    model.blue.values[i] = wb;
    model.constant.values[i] = mi[i]! - wr * mr[i]! - wg * mg[i]! - wb * mb[i]!;
  }
  const smooth = (part: Plane): Plane => boxMean(part, radius);
  return {
    red: smooth(model.red),
    green: smooth(model.green),
    blue: smooth(model.blue),
    constant: smooth(model.constant),
  };
}
