import type { MotionSheet } from '@reverie-motion/client';
import type { ReactNode } from 'react';

type MotionId = MotionSheet['motions'][number]['id'];

const HAIR = 'M14.5 20c-.5-8.5 4-13 9.5-13s10 4.5 9.5 13';
const FACE = 'M15 19c0 7.5 4 12 9 12s9-4.5 9-12c-4.5 0-7-2-8.5-5-2 3-5 5-9.5 5z';
const SHOULDERS = 'M9 44c1.5-7.5 7-10.5 15-10.5S37.5 36.5 39 44';
const MOUTH = 'M21.5 27c1.5.9 3.5.9 5 0';

const Head = () => (
  <>
    <path d={HAIR} />
    <path d={FACE} />
  </>
);
const Eyes = () => (
  <>
    <circle className="eye" cx="20.5" cy="22.5" r="1.25" />
    <circle className="eye" cx="27.5" cy="22.5" r="1.25" />
  </>
);

/** One drawn face, eight small performances: they show the kind of motion, not what it will look like on this picture. */
const GLYPHS: Readonly<Record<MotionId, ReactNode>> = {
  'gentle-movement': (
    <>
      <path d={SHOULDERS} />
      <g className="performs sways">
        <Head />
        <Eyes />
        <path d={MOUTH} />
      </g>
      <path className="mark" d="M7 14c-1.5 3.5-1.5 7 0 10.5M41 14c1.5 3.5 1.5 7 0 10.5" />
    </>
  ),
  'turn-to-camera': (
    <>
      <path d={SHOULDERS} />
      <Head />
      <g className="performs turns">
        <Eyes />
        <path d={MOUTH} />
      </g>
      <path className="mark" d="M5 24c2.5 5 6 8 10 9M5 24l.3 4.6M5 24l4.3 1.7" />
    </>
  ),
  'hair-in-wind': (
    <>
      <g transform="translate(-4 0)">
        <path d={SHOULDERS} />
        <Head />
        <Eyes />
        <path d={MOUTH} />
      </g>
      <g className="performs blows mark">
        <path d="M28 11c5 3 8-1 15 2" />
        <path d="M30.5 17c5 3 7-1 13 2" />
        <path d="M30.5 24c4 3 6-1 10 1.5" />
      </g>
    </>
  ),
  'smile-and-blink': (
    <>
      <path d={SHOULDERS} />
      <Head />
      <path className="mark performs blinks" d="M18.7 22c1 1.4 2.6 1.4 3.6 0M25.7 22c1 1.4 2.6 1.4 3.6 0" />
      <path className="mark performs smiles" d="M20 26c2 2.7 6 2.7 8 0" />
    </>
  ),
  'wave-hello': (
    <>
      <path d="M6 44c1.5-7.5 6.5-10.5 14-10.5 6.5 0 11 2.5 13 8" />
      <g transform="translate(-4 0)">
        <g className="performs sways">
          <Head />
          <Eyes />
          <path d={MOUTH} />
        </g>
      </g>
      <g className="performs waves mark">
        <path d="M37 42l-1-12M36 30c-2.5-1-3-3-3.3-5.5M36 30l-.8-8M36 30l2-8M36 30c2-1.5 3.5-3.5 4.8-6" />
      </g>
    </>
  ),
  breathing: (
    <>
      <g transform="translate(0 -3)">
        <Head />
        <path d="M19 23h3M26 23h3" />
        <path d={MOUTH} />
      </g>
      <g className="performs breathes">
        <path d="M8 44c1.5-8.5 7-12 16-12s14.5 3.5 16 12" />
        <path className="mark" d="M17 44c.6-3.6 3-5.5 7-5.5s6.4 1.9 7 5.5" />
      </g>
    </>
  ),
  'look-around': (
    <>
      <path d={SHOULDERS} />
      <Head />
      <g className="performs gazes">
        <Eyes />
      </g>
      <path d="M22 27.5h4" />
      <path className="mark" d="M9 18l-4 4 4 4M39 18l4 4-4 4" />
    </>
  ),
  custom: (
    <>
      <path d="M8 40h20" />
      <g className="performs writes mark">
        <path d="M13 33l2-8L33 7.5c1.3-1.3 3.3-1.3 4.6 0l1.9 1.9c1.3 1.3 1.3 3.3 0 4.6L21.5 31.5z" />
        <path d="M29 11.5l6.5 6.5" />
      </g>
    </>
  ),
};

export function MotionGlyph({ motion }: { motion: MotionId }) {
  return (
    <svg className="glyph" viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false">
      {GLYPHS[motion]}
    </svg>
  );
}
