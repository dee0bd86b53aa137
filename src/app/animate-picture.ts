import type { FinishId } from '../domain/motion/finish.ts';
import type { MotionStrength } from '../domain/motion/strength.ts';
import type { FacePoints } from '../domain/picture/face-points.ts';
import type { PictureFacts } from '../domain/picture/picture-facts.ts';
import type { ClipWriter, WrittenClip } from './ports/clip-writer.ts';
import type { MotionToPlay, PictureAnimator } from './ports/picture-animator.ts';
import type { PictureReader, PictureRefusal, PictureSource } from './ports/picture-reader.ts';

export interface AnimatePicturePorts {
  readonly pictures: PictureReader;
  readonly animator: PictureAnimator;
  readonly clips: ClipWriter;
}

export interface AnimatePictureRequest {
  readonly picture: PictureSource;
  readonly motion: MotionToPlay;
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  readonly seed: number;
  readonly finish?: FinishId;
  /** The face as a person placed it, see `Performance`. */
  readonly facePoints?: FacePoints | undefined;
  readonly clipPath: string;
  readonly posterPath?: string;
  /** A recording that is heard in the clip. */
  readonly soundPath?: string;
}

/** How far a clip has come. */
export type AnimateProgress =
  | { readonly stage: 'reading' }
  | { readonly stage: 'looking' }
  | { readonly stage: 'drawing'; readonly framesDone: number; readonly frameCount: number }
  | { readonly stage: 'finishing' };

interface AnimatedClip extends WrittenClip {
  readonly ok: true;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly facts: PictureFacts;
}

export type AnimatePictureOutcome = AnimatedClip | PictureRefusal;

export interface AnimatePictureOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: AnimateProgress) => void;
}

/**
 * Makes a clip of a picture: reads it, looks at it, draws it and writes the file. A picture that cannot be animated is an
 * answer; a broken machine throws (`MediaError`, `LocalEngineError`), and so does an abort.
 */
export async function animatePicture(
  ports: AnimatePicturePorts,
  request: AnimatePictureRequest,
  options: AnimatePictureOptions = {},
): Promise<AnimatePictureOutcome> {
  const tell = options.onProgress ?? (() => undefined);
  const signal = options.signal === undefined ? {} : { signal: options.signal };

  // models and encoder get ready while the picture is read
  ports.animator.warmUp();
  ports.clips.warmUp();
  tell({ stage: 'reading' });
  const picture = await ports.pictures.read(request.picture, signal);
  if (!picture.ok) return picture;

  tell({ stage: 'looking' });
  const { motion, lengthSeconds, strength, seed, finish, facePoints, clipPath, posterPath, soundPath } = request;
  const performance = { motion, lengthSeconds, strength, seed, finish, ...(facePoints && { facePoints }) };
  const animated = await ports.animator.animate(picture.canvas, performance, signal);

  const { widthPixels, heightPixels } = picture.canvas;
  const { frameCount, framesPerSecond, facts } = animated;
  const clip = {
    widthPixels,
    heightPixels,
    framesPerSecond,
    frameCount,
    clipPath,
    soundPath,
    ...(posterPath && { posterPath }),
  };
  const written = await ports.clips.write(clip, counted(animated.frames, frameCount, tell), signal);
  return { ok: true, ...written, widthPixels, heightPixels, facts };
}

/** Passes frames on and tells how many were drawn; after the last one the encoder has the word. */
async function* counted(
  frames: AsyncIterable<Uint8Array>,
  frameCount: number,
  tell: (progress: AnimateProgress) => void,
): AsyncGenerator<Uint8Array> {
  let framesDone = 0;
  tell({ stage: 'drawing', framesDone, frameCount });
  for await (const frame of frames) {
    yield frame;
    framesDone++;
    tell({ stage: 'drawing', framesDone, frameCount });
  }
  tell({ stage: 'finishing' });
}
