import type { Scene } from '../../animator/scene/scene.ts';
import type { Performance } from '../../app/ports/picture-animator.ts';
import type { Canvas } from '../../domain/picture/canvas.ts';
import type { FacePoints } from '../../domain/picture/face-points.ts';
import type { PictureFacts } from '../../domain/picture/picture-facts.ts';

/** What the animator asks of its worker. `id` belongs to a clip for as long as it is drawn. */
export type AnimationRequest =
  /** Be ready; `looks`: with the models that are needed to look at pictures. */
  | { readonly kind: 'wake'; readonly id: number; readonly looks: boolean }
  | { readonly kind: 'look'; readonly id: number; readonly canvas: Canvas; readonly facePoints: FacePoints | undefined }
  /** Look at a picture and take it apart; `isShared`: other threads draw it as well and need the scene. */
  | {
      readonly kind: 'prepare';
      readonly id: number;
      readonly canvas: Canvas;
      readonly performance: Performance;
      readonly isShared: boolean;
    }
  /** Draw a scene that another thread prepared. */
  | { readonly kind: 'adopt'; readonly id: number; readonly scene: Scene; readonly performance: Performance }
  /** Draw frame `index` into `buffer` (I420), which is handed over and comes back in the answer. */
  | { readonly kind: 'paint'; readonly id: number; readonly index: number; readonly buffer: ArrayBuffer }
  | { readonly kind: 'forget'; readonly id: number };

/** What the worker answers. Each request but `forget` gets exactly one answer, in order. */
export type AnimationAnswer =
  | { readonly kind: 'awake'; readonly id: number }
  | { readonly kind: 'looked'; readonly id: number; readonly facts: PictureFacts }
  | {
      readonly kind: 'prepared';
      readonly id: number;
      readonly facts: PictureFacts;
      readonly frameCount: number;
      readonly scene: Scene | undefined;
    }
  | { readonly kind: 'adopted'; readonly id: number }
  | { readonly kind: 'painted'; readonly id: number; readonly index: number; readonly buffer: ArrayBuffer }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
