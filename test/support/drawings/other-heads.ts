import { mix } from '../../../src/demo/colour.ts';
import type { Point } from '../../../src/demo/curve.ts';
import { ellipse, path } from '../../../src/demo/svg.ts';
import { ANIME, definitions } from './front-face.ts';
import { both, filled, line, SHEET, sheet, through } from './sheet.ts';

/** A face seen exactly from the side, looking to the left. */
export function drawProfile(): string {
  const { skin, hair, cloth } = ANIME;
  const deep = mix(hair, '#100818', 0.45);
  const head = through(
    '196 190  176 240  172 276  158 312  146 336  160 346  162 358  154 368  164 376  158 388  168 398  170 420  200 436  250 420  300 380  320 300  310 210  250 170',
  );
  return sheet(
    definitions(ANIME),
    path(`M0 0H${SHEET.width}V${SHEET.height}H0Z`, { fill: 'url(#backdrop)' }),
    filled(through('236 400  320 360  330 480  240 500'), mix(skin, '#a0453c', 0.2)),
    filled(through('110 660  150 540  220 480  330 470  400 540  430 660'), cloth),
    filled(head, 'url(#skin)'),
    filled(through('176 262  204 258  206 276  184 280'), '#fbf7f4'),
    ellipse(184, 268, 6, 10, { fill: '#2a3f66' }),
    line(through('172 258  190 252  210 258'), '#1c1018', 5),
    line(through('176 234  196 228  214 234'), deep, 4),
    line(through('154 371  170 374  180 372'), '#8a3a3c', 3),
    filled(
      through(
        '200 150  300 120  380 180  396 320  380 440  330 470  310 380  300 320  276 330  268 280  250 230  208 214  186 226',
      ),
      hair,
    ),
    filled(through('278 290  294 290  296 326  284 332'), mix(skin, '#b0604c', 0.25)),
  );
}

/** A cat's head from the front. */
export function drawCat(): string {
  const fur = '#d59a5c';
  const dark = mix(fur, '#3a1c08', 0.5);
  return sheet(
    definitions({ ...ANIME, backdrop: ['#7c9a84', '#38503f'] }),
    path(`M0 0H${SHEET.width}V${SHEET.height}H0Z`, { fill: 'url(#backdrop)' }),
    filled(through('90 660  130 500  240 440  350 500  390 660'), fur),
    both(
      through('262 210  330 90  376 240'),
      (points) =>
        filled(points, dark) +
        filled(
          points.map(([x, y]): Point => [(x - 240) * 0.94 + 244, y * 0.9 + 32]),
          '#e8a9a0',
        ),
    ),
    filled(through('240 180  330 200  392 300  366 400  300 450  240 460  180 450  114 400  88 300  150 200'), fur),
    [-60, -30, 0, 30, 60]
      .map((dx) =>
        line(
          [
            [240 + dx, 196],
            [240 + 0.8 * dx, 240],
          ],
          dark,
          9,
        ),
      )
      .join(''),
    both(through('274 300  306 276  338 300  306 322'), (points) => filled(points, '#b8d060')),
    both(through('300 298  306 278  312 298  306 320'), (points) => filled(points, '#101408')),
    filled(through('240 350  290 356  300 396  240 420  180 396  190 356'), mix(fur, '#ffffff', 0.6)),
    filled(through('222 350  258 350  240 370'), '#c8706c'),
    line(through('206 392  228 396  240 380  252 396  274 392'), dark, 3),
    both(through('280 376  350 366  410 372'), (points) => line(points, '#fff8ec', 2)),
  );
}

/** A machine with lamps for eyes. */
export function drawRobot(): string {
  const metal = '#9aa4ae';
  const box = (x: number, y: number, width: number, height: number, fill: string): string =>
    path(`M${x} ${y}h${width}v${height}h${-width}Z`, { fill, stroke: '#3c444c', 'stroke-width': 4 });
  return sheet(
    definitions({ ...ANIME, backdrop: ['#5a6a88', '#22283a'] }),
    path(`M0 0H${SHEET.width}V${SHEET.height}H0Z`, { fill: 'url(#backdrop)' }),
    box(110, 480, 260, 200, mix(metal, '#202830', 0.3)),
    box(206, 420, 68, 70, '#5c666e'),
    box(130, 160, 220, 260, metal),
    box(232, 90, 16, 70, '#5c666e'),
    ellipse(240, 84, 18, 18, { fill: '#e0584c' }),
    [190, 290]
      .map((x) => ellipse(x, 260, 36, 36, { fill: '#20282e' }) + ellipse(x, 260, 24, 24, { fill: '#f6d878' }))
      .join(''),
    box(170, 350, 140, 34, '#20282e'),
    [198, 226, 254, 282]
      .map((x) =>
        line(
          [
            [x, 352],
            [x, 382],
          ],
          metal,
          5,
        ),
      )
      .join(''),
  );
}
