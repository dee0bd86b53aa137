/** What is seen in a canvas. All positions are canvas pixels, y down. */

/** Number of landmarks of a face: 468 of the mesh, then 5 for each iris (image-left eye's subject-right iris first). */
export const FACE_LANDMARK_COUNT = 478;

export interface FaceBox {
  readonly leftPixels: number;
  readonly topPixels: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** The detector's confidence, 0..1. */
  readonly score: number;
}

export interface PerceivedFace {
  readonly box: FaceBox;
  /** `478 x 3`: x, y, z in canvas pixels; z is depth, positive away from the viewer, in the same scale as x. */
  readonly landmarks: Float32Array;
}

export interface PerceivedHand {
  /** `21 x 3`, MediaPipe's order: 0 is the wrist, 8 the tip of the index finger. */
  readonly landmarks: Float32Array;
  readonly score: number;
}

/** Everything perception hands to the animator and to the advice. */
export interface Perceived {
  /** The main face (largest and most certain), or `undefined` when none is trusted. */
  readonly face: PerceivedFace | undefined;
  /** Boxes of the other faces, largest first. */
  readonly otherFaces: readonly FaceBox[];
  /** `heightPixels x widthPixels`: how much of each pixel is a person, 0..1, at the canvas's size, not yet refined. */
  readonly personMatte: Float32Array;
  /** Hands that are certainly visible, when they were looked for. */
  readonly hands?: readonly PerceivedHand[];
}
