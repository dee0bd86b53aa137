import type { RandomSource } from '../domain/seeded-random.ts';
import { MOUTH_Y, NOSE_Y } from './face.ts';
import type { CharacterLook } from './look.ts';
import { CENTRE_X, group, path } from './svg.ts';

/** A short beard of single hairs along jaw and upper lip; nothing for those who have none. */
export function drawBeard({ beard, face }: CharacterLook, random: RandomSource): string {
  if (beard === undefined) return '';
  const hairs = Array.from({ length: 2600 }, () => {
    const side = random() < 0.5 ? -1 : 1;
    const t = random();
    const jawX = (face.jawWidth + 14) * Math.sqrt(Math.max(0, 1 - (t * 0.97) ** 2.6));
    const x = CENTRE_X + side * jawX * (1 - (0.34 + 0.66 * t) * random() ** 1.3);
    const y = MOUTH_Y - 66 + (face.chinY - MOUTH_Y + 74) * t - 6 * random();
    return isBesideMouth(x, y, face.mouthWidth, face.lipFullness) ? '' : hairAt(x, y, side, beard.length, random);
  });
  const moustache = Array.from({ length: 320 }, () => {
    const side = random() < 0.5 ? -1 : 1;
    const t = random();
    const x = CENTRE_X + side * (4 + (face.mouthWidth / 2 + 8) * t);
    const y = NOSE_Y + 30 + 20 * t + 12 * random();
    return `M${x} ${y}q${side * 5} ${5 + 4 * t} ${side * 9} ${9 + 5 * t}`;
  });
  const stroke = {
    fill: 'none',
    stroke: beard.colour,
    'stroke-width': 2,
    'stroke-linecap': 'round',
    opacity: 0.6,
  } as const;
  const shade = path(shadeOf(face), { fill: beard.colour, opacity: 0.42, filter: 'url(#soft12)' });
  return group({ 'clip-path': 'url(#face)' }, shade, path(hairs.join(''), stroke), path(moustache.join(''), stroke));
}

/** A soft ground under the hairs, from ear to ear around the mouth. */
function shadeOf({ jawWidth, chinY, mouthWidth }: CharacterLook['face']): string {
  const inner = mouthWidth / 2 + 22;
  return `M${CENTRE_X - jawWidth - 14} ${MOUTH_Y - 76} Q${CENTRE_X - jawWidth} ${chinY + 20} ${CENTRE_X} ${chinY + 16} Q${CENTRE_X + jawWidth} ${chinY + 20} ${CENTRE_X + jawWidth + 14} ${MOUTH_Y - 76} Q${CENTRE_X + inner + 14} ${MOUTH_Y + 6} ${CENTRE_X + inner - 16} ${MOUTH_Y + 32} Q${CENTRE_X} ${MOUTH_Y + 52} ${CENTRE_X - inner + 16} ${MOUTH_Y + 32} Q${CENTRE_X - inner - 14} ${MOUTH_Y + 6} ${CENTRE_X - jawWidth - 14} ${MOUTH_Y - 76}Z`;
}

function isBesideMouth(x: number, y: number, mouthWidth: number, fullness: number): boolean {
  return Math.abs(x - CENTRE_X) < mouthWidth / 2 + 4 && y > MOUTH_Y - fullness - 8 && y < MOUTH_Y + fullness * 1.4 + 6;
}

function hairAt(x: number, y: number, side: number, length: number, random: RandomSource): string {
  return `M${x} ${y}q${side * (random() - 0.6) * 4} ${length * 0.5} ${side * (random() - 0.8) * 6} ${length * (0.7 + 0.6 * random())}`;
}
