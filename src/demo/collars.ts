import { mix } from './colour.ts';
import { curveAt, type Point, resampled, ribbon } from './curve.ts';
import { acrossBody, bodyPlace, necklineOf } from './garment.ts';
import type { CharacterLook, ClothesLook } from './look.ts';
import { blur, element, ellipse, group, path, smoothPath, softEllipse } from './svg.ts';

/** What makes a piece of clothing that piece: drawn over its cloth. */
export function drawCollar(look: CharacterLook): string {
  return COLLARS[look.clothes.kind](look);
}

const COLLARS: Record<ClothesLook['kind'], (look: CharacterLook) => string> = {
  wrap: (look) => wrapEdges(look) + (look.clothes.plain ? '' : pendant(look, 466)),
  'roll-neck': (look) => stitches(look) + rolledCollar(look, 268),
  'round-neck': (look) => (look.clothes.plain ? '' : pendant(look, 408)) + neckband(look),
  coat: (look) => rolledCollar(look, 288) + lapels(look),
  shirt: (look) => placket(look) + shirtCollar(look),
};

const band = (line: readonly Point[], halfWidth: number): string =>
  smoothPath(
    ribbon(line, () => halfWidth),
    true,
  );
const moved = (line: readonly Point[], dx: number, dy: number): Point[] =>
  line.map(([x, y]): Point => [x + dx, y + dy]);

/** Two edges that cross over the chest, the right one on top. */
function wrapEdges(look: CharacterLook): string {
  const { clothes, lightSide } = look;
  const right = necklineOf(look);
  const under: Point[] = right.map(([x, y]): Point => [-x, y]);
  const over: Point[] = [...right.slice(0, 4), [-40, 690], [-96, 810]];
  return group(
    { 'clip-path': 'url(#garment)' },
    ...(
      [
        [under, -1],
        [over, 1],
      ] as const
    ).map(([points, side]) => {
      const line = resampled(points, 24).map(bodyPlace(look));
      const lit = side === lightSide ? 0.75 : 0.4;
      const shade = { fill: 'none', stroke: mix(clothes.shade, '#000000', 0.4), opacity: 0.16 } as const;
      return [
        ...[34, 25, 17, 10].map((width) =>
          path(smoothPath(moved(line, -side * 4, 8)), { ...shade, 'stroke-width': width }),
        ),
        path(band(moved(line, side * 11, 0), 13), { fill: clothes.base }),
        path(band(moved(line, side * 2, 0), 2.4), { fill: clothes.light, opacity: lit }),
        path(band(moved(line, side * 24, 0), 1.2), { fill: clothes.shade, opacity: 0.7 }),
      ].join('');
    }),
  );
}

/** A fine chain with a small stone. */
function pendant(look: CharacterLook, lowestY: number): string {
  const { clothes, skin, body } = look;
  const place = bodyPlace(look);
  const n = body.neckHalf;
  const chain = acrossBody([
    [n + 10, 312],
    [n * 0.62, 0.4 * 312 + 0.6 * lowestY],
    [0, lowestY],
  ]).map(place);
  const [x, y] = place([0, lowestY + 8]);
  return [
    path(smoothPath(moved(chain, 0, 4)), { fill: 'none', stroke: skin.deep, 'stroke-width': 4, opacity: 0.2 }),
    path(smoothPath(chain), { fill: 'none', stroke: clothes.accent, 'stroke-width': 1.8, 'stroke-dasharray': '3 1.4' }),
    softEllipse(x, y + 5, 14, 16, skin.deep, { opacity: 0.5 }),
    ellipse(x, y, 7, 9, { fill: clothes.accent }),
    ellipse(x - 2, y - 3, 2.4, 3, { fill: '#fffbe8', opacity: 0.9 }),
  ].join('');
}

/** Rows of knitted stitches that follow chest and shoulders. */
function stitches(look: CharacterLook): string {
  const place = bodyPlace(look);
  const half = look.body.shoulderHalf;
  const rows = Array.from({ length: 34 }, (_, row) =>
    Array.from({ length: 62 }, (_, column) => {
      const u = (column - 30.5) / 31;
      // rows hang lower at the sides, columns crowd where the body turns away
      const [x, y] = place([half * 1.04 * Math.sin(u * 1.45), 372 + row * 13 + 70 * u * u]);
      return `M${(x - 5).toFixed(1)} ${(y - 5).toFixed(1)}l5 8l5 -8`;
    }).join(''),
  );
  const stroke = { fill: 'none', 'stroke-width': 2, 'stroke-linecap': 'round' } as const;
  return group(
    { 'clip-path': 'url(#garment)' },
    path(rows.join(''), { ...stroke, stroke: mix(look.clothes.shade, '#000000', 0.3), opacity: 0.2 }),
  );
}

/** A knitted collar around the neck. */
function rolledCollar(look: CharacterLook, topY: number): string {
  const { clothes, lightSide, body, skin } = look;
  const place = bodyPlace(look);
  const n = body.neckHalf;
  const rim = (points: readonly Point[]): Point[] => acrossBody(points).reverse().map(place);
  const top = rim([
    [n + 12, topY],
    [n * 0.55, topY + 26],
    [0, topY + 34],
  ]);
  const bottom = rim([
    [n + 50, topY + 66],
    [n * 0.7, topY + 104],
    [0, topY + 118],
  ]);
  const shape = smoothPath([...top, ...[...bottom].reverse()], true);
  const [litX, litY] = place([lightSide * n * 0.6, topY + 62]);
  const [darkX, darkY] = place([-lightSide * (n + 14), topY + 56]);
  const shade = mix(clothes.shade, '#000000', 0.3);
  const line = { fill: 'none' } as const;
  return [
    group(
      blur(8),
      path(smoothPath(moved(bottom, 0, 8)), { ...line, stroke: shade, 'stroke-width': 24, opacity: 0.6 }),
      path(smoothPath(top), { ...line, stroke: skin.deep, 'stroke-width': 18, opacity: 0.5 }),
    ),
    element('clipPath', { id: 'collar' }, path(shape, {})),
    group(
      { 'clip-path': 'url(#collar)' },
      path(shape, { fill: mix(clothes.base, clothes.accent, 0.25) }),
      softEllipse(litX, litY, 100, 96, clothes.light, { opacity: 0.8 }),
      softEllipse(darkX, darkY, 100, 140, shade, { opacity: 0.9 }),
      path(ribs(top, bottom), { fill: mix(clothes.shade, '#000000', 0.15), opacity: 0.42 }),
      group(
        blur(8),
        path(smoothPath(bottom), { ...line, stroke: shade, 'stroke-width': 22, opacity: 0.55 }),
        path(smoothPath(top), { ...line, stroke: clothes.light, 'stroke-width': 9, opacity: 0.6 }),
      ),
    ),
  ].join('');
}

/** The upright ribs of a collar between its two rims. */
function ribs(top: readonly Point[], bottom: readonly Point[]): string {
  return Array.from({ length: 46 }, (_, index) => {
    const share = (index + 0.5) / 46;
    const [a, b] = [curveAt(top, share), curveAt(bottom, share)];
    const bulge: Point = [(a[0] + b[0]) / 2 + (share - 0.5) * 14, (a[1] + b[1]) / 2];
    return band(resampled([a, bulge, b], 6), 1.6);
  }).join('');
}

/** The band around a round neckline. */
function neckband(look: CharacterLook): string {
  const { clothes } = look;
  const line = resampled(acrossBody(necklineOf(look)), 44).map(bodyPlace(look));
  const outer = ribbon(line, () => 26).slice(0, 44);
  return group(
    { 'clip-path': 'url(#garment)' },
    path(band(line, 26), { fill: clothes.base }),
    path(smoothPath(outer), { fill: 'none', stroke: clothes.shade, 'stroke-width': 9, opacity: 0.3 }),
    path(smoothPath(outer), { fill: 'none', stroke: clothes.shade, 'stroke-width': 2, opacity: 0.6 }),
    path(band(line, 3), { fill: clothes.light, opacity: 0.6 }),
  );
}

/** The broad shawl collar of an open coat. */
function lapels(look: CharacterLook): string {
  const { clothes, body, lightSide } = look;
  const place = bodyPlace(look);
  const n = body.neckHalf;
  const sides = ([-1, 1] as const).map((side) => {
    const at = (points: readonly Point[]): Point[] =>
      resampled(
        points.map(([x, y]) => place([side * x, y])),
        20,
      );
    const inner = at([
      [n + 26, 300],
      [n + 18, 390],
      [n - 26, 520],
      [26, 680],
      [6, 820],
    ]);
    const outer = at([
      [n + 44, 312],
      [n + 100, 396],
      [n + 112, 500],
      [n + 66, 640],
      [110, 820],
    ]);
    const shape = `${smoothPath(inner)}${smoothPath([...outer].reverse()).replace('M', 'L')}Z`;
    return { side, inner, outer, shape, lit: side === lightSide };
  });
  return [
    group(
      blur(12),
      ...sides.map(({ side, shape }) =>
        path(shape, { fill: '#000000', opacity: 0.5, transform: `translate(${side * 10} 10)` }),
      ),
    ),
    ...sides.map(({ shape, lit }) =>
      path(shape, { fill: lit ? clothes.accent : mix(clothes.accent, clothes.shade, 0.5) }),
    ),
    group(
      blur(8),
      ...sides.map(({ inner, lit }) => path(band(inner, 9), { fill: clothes.light, opacity: lit ? 0.45 : 0.2 })),
    ),
    ...sides.map(({ outer, lit }) => path(band(outer, 2), { fill: clothes.light, opacity: lit ? 0.5 : 0.2 })),
  ].join('');
}

/** The buttoned edge below an open collar. */
function placket(look: CharacterLook): string {
  const { clothes, lightSide } = look;
  const place = bodyPlace(look);
  const line = resampled([place([0, 500]), place([6, 640]), place([4, 830])], 12);
  const buttons = [580, 676, 772].map((y) => {
    const [x, top] = place([4, y]);
    return (
      softEllipse(x - lightSide * 2, top + 4, 12, 12, clothes.shade, { opacity: 0.7 }) +
      ellipse(x, top, 7, 7, { fill: clothes.accent }) +
      ellipse(x + lightSide * 2, top - 2, 2.4, 2, { fill: '#ffffff', opacity: 0.7 })
    );
  });
  return group(
    { 'clip-path': 'url(#garment)' },
    path(smoothPath(moved(line, -lightSide * 20, 4)), {
      fill: 'none',
      stroke: clothes.shade,
      'stroke-width': 9,
      opacity: 0.5,
      ...blur(5),
    }),
    path(band(line, 19), { fill: clothes.base, opacity: 0.85 }),
    path(band(moved(line, lightSide * 18, 0), 1.2), { fill: clothes.light, opacity: 0.7 }),
    path(band(moved(line, -lightSide * 18, 0), 1.2), { fill: clothes.shade, opacity: 0.7 }),
    ...buttons,
  );
}

/** The two leaves of a shirt's collar, worn open. */
function shirtCollar(look: CharacterLook): string {
  const { clothes, body, lightSide } = look;
  const n = body.neckHalf;
  const leaf = (side: -1 | 1): { readonly shape: string; readonly edge: string } => {
    const at = (points: readonly Point[]): Point[] => points.map(([x, y]) => bodyPlace(look)([side * x, y]));
    const inner = at([
      [n + 8, 284],
      [n + 10, 342],
      [n * 0.78, 420],
      [n * 0.4, 470],
    ]);
    const back = at([
      [n * 1.02, 548],
      [n + 46, 440],
      [n + 58, 372],
      [n + 40, 318],
      [n + 8, 284],
    ]);
    const shape = `${smoothPath(inner)}${smoothPath(back).replace('M', 'L')}Z`;
    return { shape, edge: smoothPath([...inner.slice(-1), ...back.slice(0, 1)]) + smoothPath(back) };
  };
  return ([-1, 1] as const)
    .map((side) => {
      const { shape, edge } = leaf(side);
      const lit = side === lightSide;
      const shadow = { fill: mix(clothes.shade, '#000000', 0.4), opacity: 0.5, transform: 'translate(0 12)' };
      return [
        group(blur(8), path(shape, shadow)),
        path(shape, { fill: lit ? mix(clothes.base, clothes.light, 0.55) : mix(clothes.base, clothes.shade, 0.25) }),
        path(edge, { fill: 'none', stroke: lit ? clothes.light : clothes.base, 'stroke-width': 2.4, opacity: 0.8 }),
      ].join('');
    })
    .join('');
}
