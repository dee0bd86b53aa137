/** What was measured in a picture, in numbers that the advice can be written from. Pure data. */
export interface PictureFacts {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly face: FaceFacts | undefined;
  /** How many faces besides the main one, and the largest of them as a part of the main face's height. */
  readonly otherFaces: { readonly count: number; readonly largestShare: number };
  /** Whether the person stands out from the background so that only the person moves. */
  readonly matteTrusted: boolean;
  /** Part of the picture that is a person, 0..1. */
  readonly personShare: number;
  /** Mean luma of the main face, or of the picture when there is none, 0..1. */
  readonly brightness: number;
  /** How much detail there is in the background: mean gradient of luma per pixel outside the person, 0..1. */
  readonly backgroundBusyness: number;
  /** Part of the face's surrounding that is hair, in face areas (0 bald, about 1 medium, 2 and more long). */
  readonly hairAmount: number;
  /** True when chest and shoulders are in the picture. */
  readonly torsoVisible: boolean;
  readonly handsVisible: number;
  /** Whether one of them is raised and stands free enough to wave. */
  readonly handCanWave: boolean;
}

export interface FaceFacts {
  /** The middle of the face, as parts of the picture's width and height. */
  readonly centreX: number;
  readonly centreY: number;
  /** Height from forehead to chin in canvas pixels, and as a part of the picture's height. */
  readonly heightPixels: number;
  readonly heightShare: number;
  /** The detector's confidence, 0..1. */
  readonly score: number;
  /** Degrees; positive when the nose points to the right of the picture. */
  readonly yawDegrees: number;
  /** Whether eyes were found where the mesh says they are: only then they blink and look. */
  readonly eyesTrusted: boolean;
  /** Whether a mouth was found where the mesh says it is: only then it is drawn open. */
  readonly mouthTrusted: boolean;
}
