import type { FeatureLayers } from './face-layers.ts';
import { EYE_X, type Head } from './head.ts';
import type { CharacterLook, GlassesLook } from './look.ts';
import { type Attributes, path, smoothPath } from './svg.ts';

/** Half size of a lens, and how far it stands before the face, in pixels of the head. */
const LENS = { halfWidth: 57, halfHeight: 44, y: 6, lift: 16 } as const;
const FRAME_WIDTH = 5;

/** Spectacles: round lenses, a bridge, and the temples as far as hair and turn let them be seen. */
export function drawGlasses({ glasses }: CharacterLook, head: Head): FeatureLayers {
  if (glasses === undefined) return {};
  const lines = [
    ...[-1, 1].map((side) => lens(head, side)),
    bridge(head),
    ...[-1, 1].map((side) => temple(head, side)),
  ];
  const stroke = (width: number, colour: string, opacity: number): Attributes => ({
    ...{ fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', opacity },
  });
  const frame = (width: number, colour: string, opacity: number): string =>
    lines.map((d) => path(d, stroke(width, colour, opacity))).join('');
  return {
    shade: frame(FRAME_WIDTH + 4, glasses.dark, 0.25),
    sharp: frame(FRAME_WIDTH, glasses.dark, 1) + frame(1.6, glasses.light, 0.55) + shine(head, glasses),
  };
}

function lens(head: Head, side: number): string {
  const points = Array.from({ length: 20 }, (_, step) => {
    const angle = (2 * Math.PI * step) / 20;
    // a little flatter above than below
    const height = LENS.halfHeight * (Math.sin(angle) < 0 ? 0.9 : 1);
    return head.place(side * EYE_X + LENS.halfWidth * Math.cos(angle), LENS.y + height * Math.sin(angle), LENS.lift);
  });
  return smoothPath(points, true);
}

function bridge(head: Head): string {
  const reach = EYE_X - LENS.halfWidth;
  return smoothPath(
    [-reach, -0.5 * reach, 0, 0.5 * reach, reach].map((x) => head.place(x, -2 - 6 * (1 - (x / reach) ** 2), LENS.lift)),
  );
}

function temple(head: Head, side: number): string {
  const from = EYE_X + LENS.halfWidth;
  return smoothPath([0, 20, 40].map((x) => head.place(side * (from + x), -4 - 0.1 * x, LENS.lift * (1 - x / 40))));
}

/** A window mirrored faintly in the upper corner of each lens. */
function shine(head: Head, { light }: GlassesLook): string {
  return [-1, 1]
    .map((side) => {
      const at = (x: number, y: number) => head.place(side * EYE_X + x, LENS.y + y, LENS.lift);
      return path(smoothPath([at(-40, -14), at(-22, -32), at(-12, -34), at(-36, -4)], true), {
        fill: light,
        opacity: 0.22,
      });
    })
    .join('');
}
