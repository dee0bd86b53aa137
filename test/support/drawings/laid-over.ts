import { mix } from '../../../src/demo/colour.ts';
import { element } from '../../../src/demo/svg.ts';
import { filled, through } from './sheet.ts';

/** A brimmed hat for the head of a demo portrait of 720 x 960, to lay over it. */
export function drawHat(): string {
  const felt = '#5c3a2c';
  const parts = [
    filled(through('170 210  220 68  300 -12  360 8  430 -12  510 68  556 210  360 248'), felt),
    filled(through('176 198  360 234  552 198  556 168  360 206  172 168'), '#241410'),
    filled(
      through('40 210  180 180  360 220  546 180  680 210  560 268  360 292  160 268'),
      mix(felt, '#ffffff', 0.08),
    ),
  ];
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 720, height: 960 }, parts.join(''));
}

/** Strands of a fringe that hang over brows and eyes of a demo portrait of 720 x 960, to lay over it. */
export function drawLongFringe(colour: string): string {
  const strands = Array.from({ length: 14 }, (_, index) => {
    const x = 226 + 21 * index;
    const reach = 356 + 26 * Math.sin(2.4 * index);
    const tone = mix(colour, '#000000', 0.12 * (index % 4));
    return filled(
      [
        [0.6 * x + 146, 150],
        [x - 8, 262],
        [x - 4, 0.5 * (262 + reach)],
        [x + 2, reach],
        [x + 6, 270],
        [0.6 * x + 158, 150],
      ],
      tone,
      0.96,
    );
  });
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 720, height: 960 }, strands.join(''));
}
