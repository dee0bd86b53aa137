import type { CustomMotion } from '../../domain/motion/custom-motion.ts';
import type { FinishId } from '../../domain/motion/finish.ts';
import type { Emotion } from '../../domain/motion/living-avatar.ts';
import type { MotionPresetId } from '../../domain/motion/presets.ts';
import type { MotionStrength } from '../../domain/motion/strength.ts';
import type { Canvas } from '../../domain/picture/canvas.ts';
import type { FacePoints } from '../../domain/picture/face-points.ts';
import type { PictureFacts } from '../../domain/picture/picture-facts.ts';

/** What to play: a preset, a custom motion that was read from text, the endless loop of a living avatar, or a voice. */
export type MotionToPlay =
  | { readonly kind: 'preset'; readonly presetId: MotionPresetId }
  | { readonly kind: 'custom'; readonly motion: CustomMotion }
  | { readonly kind: 'idle'; readonly emotion: Emotion }
  /** A voice of one channel at 16 kHz, -1..1, that the mouth speaks; the clip should be as long. */
  | { readonly kind: 'speak'; readonly voice: Float32Array };

export interface Performance {
  readonly motion: MotionToPlay;
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  /** Whole number from 0 to 2^32 - 1; the same seed gives the same clip, byte for byte before encoding. */
  readonly seed: number;
  /** What is laid over the motion; nothing when left out. */
  readonly finish?: FinishId | undefined;
  /** The face as a person placed it; the machine looks for one itself when it is left out. */
  readonly facePoints?: FacePoints | undefined;
}

/** A performance that is being drawn. */
export interface AnimatedFrames {
  readonly frameCount: number;
  readonly framesPerSecond: number;
  /** What was seen in the picture, for the advice. */
  readonly facts: PictureFacts;
  /** I420 frames in order (see `ClipWriter.write`); a buffer is valid until the next one is asked for. */
  readonly frames: AsyncIterable<Uint8Array>;
}

/** The local engine: looks at a canvas and draws it in motion. */
export interface PictureAnimator {
  /** A hint that a picture is coming: what takes a while to start may start now. Answers and throws nothing. */
  warmUp(): void;
  /** Looks only: what the advice is made of. */
  look(
    canvas: Canvas,
    options?: { readonly signal?: AbortSignal; readonly facePoints?: FacePoints },
  ): Promise<PictureFacts>;
  /** Prepares the picture, then draws frame after frame as they are consumed. */
  animate(
    canvas: Canvas,
    performance: Performance,
    options?: { readonly signal?: AbortSignal },
  ): Promise<AnimatedFrames>;
  /** Lets go of the worker; nothing can be asked afterwards. */
  close(): Promise<void>;
}
