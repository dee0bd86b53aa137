import type { PictureRectangle } from './clip-frame.ts';

/** A place in a picture as parts of its width and height, 0..1, from the upper left corner. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** Where a person sees the face, when the machine sees none or another. Left and right are the viewer's. */
export interface FacePoints {
  readonly eyeLeft: PicturePoint;
  readonly eyeRight: PicturePoint;
  readonly noseTip: PicturePoint;
  readonly mouth: PicturePoint;
  readonly chin: PicturePoint;
}

/** Eyes closer than this part of the picture's width have too few pixels to move. */
const SMALLEST_EYE_DISTANCE = 0.02;

/**
 * What makes placed points no face, in one sentence with a way out; `undefined` when they can be one.
 *
 * @param ratio width / height of the picture
 */
export function facePointsFault(points: FacePoints, ratio: number): string | undefined {
  const { eyeLeft, eyeRight, noseTip, mouth, chin } = points;
  const outside = [eyeLeft, eyeRight, noseTip, mouth, chin].some(({ x, y }) => !(x >= 0 && x <= 1 && y >= 0 && y <= 1));
  if (outside) return 'Every point must lie inside the picture: two numbers from 0 to 1.';
  const across = { x: eyeRight.x - eyeLeft.x, y: (eyeRight.y - eyeLeft.y) / ratio };
  const distance = Math.hypot(across.x, across.y);
  if (distance < SMALLEST_EYE_DISTANCE) return 'The two eyes lie too close to each other: place one point on each eye.';
  const down = ({ x, y }: PicturePoint): number =>
    (-(x - eyeLeft.x) * across.y + ((y - eyeLeft.y) / ratio) * across.x) / distance;
  const inOrder = 0 < down(noseTip) && down(noseTip) < down(mouth) && down(mouth) < down(chin);
  return inOrder
    ? undefined
    : 'Seen from the eyes, nose, mouth and chin must follow each other: the left eye of the picture comes first.';
}

/** The same places as parts of a rectangle of the picture. */
export function pointsWithin(
  points: FacePoints,
  picture: { readonly widthPixels: number; readonly heightPixels: number },
  { left, top, widthPixels, heightPixels }: PictureRectangle,
): FacePoints {
  const within = ({ x, y }: PicturePoint): PicturePoint => ({
    x: (x * picture.widthPixels - left) / widthPixels,
    y: (y * picture.heightPixels - top) / heightPixels,
  });
  const { eyeLeft, eyeRight, noseTip, mouth, chin } = points;
  return {
    ...{ eyeLeft: within(eyeLeft), eyeRight: within(eyeRight), noseTip: within(noseTip) },
    ...{ mouth: within(mouth), chin: within(chin) },
  };
}
