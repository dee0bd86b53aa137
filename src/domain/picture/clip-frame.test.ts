import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLIP_FRAMES, type FacePlace, frameRectangle, offeredFrames } from './clip-frame.ts';

const STANDING = { widthPixels: 720, heightPixels: 1280 };
const SMALL_FACE: FacePlace = { centreX: 0.6, centreY: 0.2, heightShare: 0.17 };

describe('the frame of a clip', () => {
  it('comes closer to a small face, at the same shape', () => {
    const rectangle = frameRectangle('closer', STANDING, SMALL_FACE);
    expect(rectangle).toEqual({ widthPixels: 360, heightPixels: 640, left: 252, top: 0 });
  });

  it('is made square around the face', () => {
    expect(frameRectangle('1:1', STANDING, SMALL_FACE)).toEqual({ widthPixels: 720, heightPixels: 720, left: 0, top: 0 });
    expect(frameRectangle('1:1', STANDING, { ...SMALL_FACE, centreY: 0.5 })?.top).toBe(338);
  });

  it('is offered only where it shows something else, and not softly', () => {
    expect(offeredFrames(STANDING, SMALL_FACE).map(({ frame }) => frame)).toEqual(['closer', '1:1']);
    expect(offeredFrames({ widthPixels: 720, heightPixels: 960 }, { ...SMALL_FACE, heightShare: 0.4 }).map(({ frame }) => frame)).toEqual([
      '9:16',
      '1:1',
    ]);
    expect(offeredFrames({ widthPixels: 340, heightPixels: 500 }, SMALL_FACE)).toEqual([]);
  });

  it('always lies within the picture, is even, and holds the middle of the face', () => {
    const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    const side = fc.integer({ min: 300, max: 4000 });
    const face = fc.record({ centreX: share, centreY: share, heightShare: fc.double({ min: 0.02, max: 0.9, noNaN: true }) });
    fc.assert(
      fc.property(
        side,
        side,
        fc.option(face, { nil: undefined }),
        fc.constantFrom(...CLIP_FRAMES),
        (widthPixels, heightPixels, place, frame) => {
          const rectangle = frameRectangle(frame, { widthPixels, heightPixels }, place);
          if (rectangle === undefined) return;
          expect(rectangle.widthPixels % 2).toBe(0);
          expect(rectangle.heightPixels % 2).toBe(0);
          expect(rectangle.left).toBeGreaterThanOrEqual(0);
          expect(rectangle.top).toBeGreaterThanOrEqual(0);
          expect(rectangle.left + rectangle.widthPixels).toBeLessThanOrEqual(widthPixels);
          expect(rectangle.top + rectangle.heightPixels).toBeLessThanOrEqual(heightPixels);
          if (place === undefined) return;
          expect(place.centreX * widthPixels - rectangle.left).toBeGreaterThanOrEqual(0);
          expect(rectangle.left + rectangle.widthPixels - place.centreX * widthPixels).toBeGreaterThanOrEqual(-1);
          expect(place.centreY * heightPixels - rectangle.top).toBeGreaterThanOrEqual(-1);
          expect(rectangle.top + rectangle.heightPixels - place.centreY * heightPixels).toBeGreaterThanOrEqual(-1);
        },
      ),
    );
  });
});
