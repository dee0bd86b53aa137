/** Which part of a picture a clip is made of: all of it, closer to the face, or the shapes that other apps want. */
export const CLIP_FRAMES = ['as-is', 'closer', '9:16', '1:1'] as const;
export type ClipFrame = (typeof CLIP_FRAMES)[number];

/** A part of a picture, in its own pixels. */
export interface PictureRectangle {
  readonly left: number;
  readonly top: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

interface Size {
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** Where the main face is: its middle and its height, as parts of the picture's width and height. */
export interface FacePlace {
  readonly centreX: number;
  readonly centreY: number;
  readonly heightShare: number;
}

/** As high as the face is in good mid-range portraits. */
const CLOSER_FACE_SHARE = 0.34;
/** Without a face there is nothing to come closer to but the middle, carefully. */
const CLOSER_WITHOUT_FACE = 0.75;
/** A smaller part would look soft at 720 pixels. */
const SMALLEST_SIDE_PIXELS = 360;
/** Eyes stand well a little above the middle. */
const FACE_HEIGHT_IN_FRAME = 0.42;
/** A frame that leaves out less than this is no other frame. */
const LEAST_CUT = 0.04;

const RATIOS: Partial<Record<ClipFrame, number>> = { '9:16': 9 / 16, '1:1': 1 };

/**
 * The part of a picture that a frame shows, with the face in it. `undefined` when it would be (nearly) the whole picture, or
 * so small that the clip were soft.
 */
export function frameRectangle(
  frame: ClipFrame,
  picture: Size,
  face: FacePlace | undefined,
): PictureRectangle | undefined {
  if (frame === 'as-is') return undefined;
  const size = frame === 'closer' ? closerSize(picture, face) : sizeOfRatio(picture, RATIOS[frame] ?? 1);
  const kept = (size.widthPixels * size.heightPixels) / (picture.widthPixels * picture.heightPixels);
  if (kept > 1 - LEAST_CUT || Math.min(size.widthPixels, size.heightPixels) < SMALLEST_SIDE_PIXELS) return undefined;
  const middle = face ?? { centreX: 0.5, centreY: FACE_HEIGHT_IN_FRAME };
  return {
    ...size,
    left: placed(middle.centreX * picture.widthPixels - size.widthPixels / 2, picture.widthPixels - size.widthPixels),
    top: placed(
      middle.centreY * picture.heightPixels - size.heightPixels * FACE_HEIGHT_IN_FRAME,
      picture.heightPixels - size.heightPixels,
    ),
  };
}

/** Every frame of a picture that is worth offering, with the part that it shows. */
export function offeredFrames(
  picture: Size,
  face: FacePlace | undefined,
): { readonly frame: ClipFrame; readonly rectangle: PictureRectangle }[] {
  return CLIP_FRAMES.flatMap((frame) => {
    const rectangle = frameRectangle(frame, picture, face);
    return rectangle === undefined ? [] : [{ frame, rectangle }];
  });
}

function closerSize({ widthPixels, heightPixels }: Size, face: FacePlace | undefined): Size {
  const wanted = face === undefined ? CLOSER_WITHOUT_FACE : face.heightShare / CLOSER_FACE_SHARE;
  const smallest = SMALLEST_SIDE_PIXELS / Math.min(widthPixels, heightPixels);
  const scale = Math.min(1, Math.max(wanted, smallest));
  return { widthPixels: even(widthPixels * scale), heightPixels: even(heightPixels * scale) };
}

function sizeOfRatio({ widthPixels, heightPixels }: Size, ratio: number): Size {
  return widthPixels / heightPixels > ratio
    ? { widthPixels: even(heightPixels * ratio), heightPixels: even(heightPixels) }
    : { widthPixels: even(widthPixels), heightPixels: even(widthPixels / ratio) };
}

/** Video has two pixels to a sample of colour. */
const even = (pixels: number): number => Math.floor(pixels / 2) * 2;
const placed = (start: number, room: number): number => Math.round(Math.min(Math.max(0, start), room));
