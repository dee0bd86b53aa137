import type { Point } from './curve.ts';
import type { FeatureLayers } from './face-layers.ts';
import { bothSides, type Head, NOSE_BASE_Y } from './head.ts';
import type { CharacterLook } from './look.ts';
import { path, smoothPath, softEllipse } from './svg.ts';

/** Nostrils, wings and the light on the tip; the ridge itself comes from the surface under the light. */
export function drawNose(look: CharacterLook, head: Head): FeatureLayers {
  const { skin, lightSide, face } = look;
  const half = face.noseHalf;
  const below = (points: readonly Point[]): Point[] => points.map(([x, y]) => [x, NOSE_BASE_Y + y]);
  const hole = bothSides(
    head,
    below([
      [7, 3],
      [13, -2.5],
      [half - 13, -3],
      [half - 9, 1.5],
      [half - 15, 5],
      [12, 5.5],
    ]),
    true,
  );
  const wing = bothSides(
    head,
    below([
      [half - 4, -24],
      [half + 2.5, -15],
      [half + 3, -5],
      [half - 3, 3.5],
    ]),
  );
  const under = bothSides(
    head,
    below([
      [half - 3, 4],
      [half - 12, 7.5],
      [14, 8],
      [3, 11],
    ]),
  );
  const stroke = { fill: 'none', stroke: skin.deep, 'stroke-linecap': 'round' } as const;
  const [tipX, tipY] = head.place(lightSide * 4, NOSE_BASE_Y - 22);
  const [ridgeX, ridgeY] = head.place(lightSide * 3, 34);
  return {
    shade: castShadow(look, head),
    soft:
      path(wing, { ...stroke, 'stroke-width': 5, opacity: 0.42 }) +
      path(hole, { fill: '#34120f', opacity: 0.3 }) +
      softEllipse(tipX, tipY, 12, 10, '#fff4ea', { opacity: 0.26 + 0.5 * skin.sheen }) +
      softEllipse(ridgeX, ridgeY, 8, 44, '#fff4ea', { opacity: 0.12 + 0.4 * skin.sheen }),
    fine:
      path(wing, { ...stroke, 'stroke-width': 1.8, opacity: 0.3 }) +
      path(under, { ...stroke, 'stroke-width': 4, opacity: 0.3 }) +
      path(hole, { fill: '#2a0e0c', opacity: 0.6 }),
  };
}

/** The nose throws a soft shadow away from the light, over the upper lip. */
function castShadow({ skin, lightSide, face }: CharacterLook, head: Head): string {
  const half = face.noseHalf;
  const edge: Point[] = [
    [6, 60],
    [24, 84],
    [half + 9, 104],
    [half + 4, 122],
    [12, 128],
    [-14, 120],
    [-8, 112],
    [10, 106],
  ];
  const placed = edge.map(([x, y]) => head.place(-lightSide * x, y));
  return path(smoothPath(placed, true), { fill: skin.shade, opacity: 0.38 });
}
