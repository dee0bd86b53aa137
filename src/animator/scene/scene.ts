import type { Canvas } from '../../domain/picture/canvas.ts';
import type { Perceived, PerceivedFace } from '../../domain/picture/perceived.ts';
import type { FaceFacts, PictureFacts } from '../../domain/picture/picture-facts.ts';
import { type FaceFrame, faceFrameOf } from '../face-frame.ts';
import type { ColourPlanes } from '../guided-filter.ts';
import { EYE_LEFT, EYE_RIGHT } from '../landmarks.ts';
import { createPlane, type Plane } from '../plane.ts';
import { colourPlanesOf } from './colours.ts';
import { drawnEyesOf } from './drawn-eye.ts';
import { withDrawnLids } from './drawn-lid.ts';
import { type EyeLook, eyeLookOf } from './eye-look.ts';
import { type EyeShape, eyeShapeOf } from './eye-shape.ts';
import { figureMatteOf } from './figure-matte.ts';
import { findHair, HAIR_SCALE, type Hair } from './hair.ts';
import { type IrisContrast, irisContrastOf } from './iris-contrast.ts';
import { type Layers, separateLayers, singleLayer } from './layers.ts';
import { type MouthLook, mouthLookOf } from './mouth-look.ts';
import { mouthContrastOf, mouthShapeOf } from './mouth-shape.ts';
import { backgroundBusyness, brightnessOf, shareOf } from './picture-measures.ts';
import { eyesArePlausible } from './plausible-eyes.ts';
import { buildFaceRig, type FaceRig } from './rig.ts';
import { rigGridOf } from './rig-grid.ts';
import { shoulderLineOf } from './shoulder-line.ts';
import { buildStillRig, type StillRig } from './still-rig.ts';
import { findWavingArm, type WavingArm, withoutArm } from './waving-arm.ts';

/** A picture taken apart and rigged: everything that does not depend on the performance. */
export type Scene = FaceScene | StillScene;

interface SceneParts {
  readonly canvas: Canvas;
  readonly layers: Layers;
  readonly facts: PictureFacts;
}

/** A picture with a face the rig can drive. */
export interface FaceScene extends SceneParts {
  readonly kind: 'face';
  readonly rig: FaceRig;
  /** Left and right eye of the picture; `undefined` when what lies there does not look like eyes. */
  readonly eyes: readonly [EyeLook, EyeLook] | undefined;
  /** A raised hand that stands free, as a layer before all else; looked for only when hands were perceived. */
  readonly arm: WavingArm | undefined;
  /** `undefined` when no mouth is seen where the mesh says it is: only jaw and head speak then. */
  readonly mouth: MouthLook | undefined;
}

/** A picture without a trusted face: it breathes, sways and the light drifts over it. */
export interface StillScene extends SceneParts {
  readonly kind: 'still';
  readonly rig: StillRig;
}

/** Eyes are believed when they lie where eyes do and both irises are at least this much darker than what is around them (see `irisContrastOf`). */
const TRUSTED_CONTRAST = { againstSkin: 0.18, againstWhite: 0.33 };

/** Mouths of paintings measured 0.27 and more (see `mouthContrastOf`); fewer pixels are no lips, further aside half is hidden. */
const TRUSTED_MOUTH = { contrast: 0.12, widthPixels: 24, yawDegrees: 38 };

function isMouth(canvas: Canvas, frame: FaceFrame): boolean {
  const shape = mouthShapeOf(canvas, frame);
  const isSeen =
    shape.widthPixels >= TRUSTED_MOUTH.widthPixels && Math.abs(frame.yawDegrees) <= TRUSTED_MOUTH.yawDegrees;
  return isSeen && mouthContrastOf(canvas, shape) >= TRUSTED_MOUTH.contrast;
}

/** Takes a picture apart and builds its rig. */
export function prepareScene(canvas: Canvas, perceived: Perceived): Scene {
  const colours = colourPlanesOf(canvas);
  return perceived.face === undefined
    ? stillScene(canvas, colours, perceived)
    : faceScene(canvas, colours, perceived, perceived.face);
}

/** What is worth knowing about a picture before it is animated; the same numbers that `prepareScene` finds. */
export function measurePicture(canvas: Canvas, perceived: Perceived): PictureFacts {
  const colours = colourPlanesOf(canvas);
  if (perceived.face === undefined) return stillFacts(canvas, colours, perceived);
  const seen = seeFace(canvas, colours, perceived, perceived.face);
  return faceFacts(canvas, colours, perceived, perceived.face, seen);
}

interface SeenFace {
  readonly frame: FaceFrame;
  readonly matte: Plane;
  readonly separation: 'figure' | 'whole';
  readonly hair: Hair;
  readonly eyes: readonly [EyeShape, EyeShape];
  /** The eyes as the picture draws them, where they are larger than those of people. */
  readonly drawnEyes: readonly [EyeShape, EyeShape] | undefined;
  readonly eyesTrusted: boolean;
  readonly arm: WavingArm | undefined;
  readonly mouthTrusted: boolean;
}

function seeFace(canvas: Canvas, colours: ColourPlanes, perceived: Perceived, face: PerceivedFace): SeenFace {
  const frame = faceFrameOf(face.landmarks);
  const { matte, separation } = figureMatteOf(colours, perceived.personMatte, frame);
  const person = { ...matte, values: perceived.personMatte };
  const hands = separation === 'figure' ? (perceived.hands ?? []) : [];
  const eyes = [eyeShapeOf(frame, EYE_LEFT), eyeShapeOf(frame, EYE_RIGHT)] as const;
  const drawnEyes = drawnEyesOf(canvas, eyes);
  const areDark = (shapes: readonly EyeShape[]): boolean =>
    shapes.every((shape) => isDarkEnough(irisContrastOf(canvas, shape)));
  return {
    frame,
    matte,
    separation,
    hair: findHair(colours, matte, frame),
    mouthTrusted: isMouth(canvas, frame),
    eyes,
    drawnEyes,
    eyesTrusted:
      eyesArePlausible(frame, eyes) &&
      (areDark(eyes) || (drawnEyes !== undefined && (isPlaced(face) || areDark(drawnEyes)))),
    arm: findWavingArm(canvas, colours, person, frame, hands),
  };
}

/** A face that a person placed is believed. */
const isPlaced = ({ box }: PerceivedFace): boolean => box.score === 1;

const isDarkEnough = ({ againstSkin, againstWhite }: IrisContrast): boolean =>
  againstSkin >= TRUSTED_CONTRAST.againstSkin && againstWhite >= TRUSTED_CONTRAST.againstWhite;

function faceScene(canvas: Canvas, colours: ColourPlanes, perceived: Perceived, face: PerceivedFace): FaceScene {
  const seen = seeFace(canvas, colours, perceived, face);
  const { frame, separation, hair, arm } = seen;
  const { canvas: body, matte } =
    arm === undefined ? { canvas, matte: seen.matte } : withoutArm(canvas, seen.matte, arm);
  const eyes = seen.drawnEyes ?? withDrawnLids(canvas, seen.eyes);
  return {
    kind: 'face',
    canvas,
    layers: separation === 'figure' ? separateLayers(body, matte, hair, frame.faceHeightPixels) : singleLayer(canvas),
    rig: buildFaceRig({
      grid: rigGridOf(canvas.widthPixels, canvas.heightPixels),
      frame,
      matte,
      hair,
      shoulders: shoulderLineOf(matte, frame),
      separation,
      featuresSeen: seen.eyesTrusted || seen.mouthTrusted || isPlaced(face),
    }),
    mouth: seen.mouthTrusted ? mouthLookOf(canvas, mouthShapeOf(canvas, frame)) : undefined,
    eyes: seen.eyesTrusted ? [eyeLookOf(canvas, eyes[0]), eyeLookOf(canvas, eyes[1])] : undefined,
    arm,
    facts: faceFacts(canvas, colours, perceived, face, seen),
  };
}

function stillScene(canvas: Canvas, colours: ColourPlanes, perceived: Perceived): StillScene {
  const matte: Plane = { ...createPlane(0, 0), ...sizeOf(canvas), values: perceived.personMatte };
  const facts = stillFacts(canvas, colours, perceived);
  const noHair: Hair = { amount: emptyHair(canvas), strand: emptyHair(canvas) };
  return {
    kind: 'still',
    canvas,
    layers: facts.matteTrusted
      ? separateLayers(canvas, matte, noHair, 0.25 * Math.min(canvas.widthPixels, canvas.heightPixels))
      : singleLayer(canvas),
    rig: buildStillRig(canvas, facts.matteTrusted),
    facts,
  };
}

const sizeOf = ({ widthPixels, heightPixels }: Canvas) => ({ widthPixels, heightPixels });

const emptyHair = (canvas: Canvas): Plane =>
  createPlane(Math.ceil(canvas.widthPixels / HAIR_SCALE), Math.ceil(canvas.heightPixels / HAIR_SCALE));

function faceFacts(
  canvas: Canvas,
  colours: ColourPlanes,
  perceived: Perceived,
  { box }: PerceivedFace,
  { frame, matte, separation, hair, eyesTrusted, mouthTrusted, arm }: SeenFace,
): PictureFacts {
  const { faceHeightPixels, faceWidthPixels } = frame;
  const faceArea = (Math.PI / 4) * faceHeightPixels * faceWidthPixels;
  const hairArea = hair.amount.values.reduce((sum, value) => sum + value, 0) * HAIR_SCALE * HAIR_SCALE;
  return {
    ...sizeOf(canvas),
    face: {
      centreX: frame.originX / canvas.widthPixels,
      centreY: frame.originY / canvas.heightPixels,
      heightPixels: faceHeightPixels,
      heightShare: faceHeightPixels / canvas.heightPixels,
      score: box.score,
      yawDegrees: frame.yawDegrees,
      eyesTrusted,
      mouthTrusted,
    } satisfies FaceFacts,
    otherFaces: otherFacesOf(perceived, box.heightPixels),
    matteTrusted: separation === 'figure',
    personShare: shareOf(perceived.personMatte),
    brightness: brightnessOf(colours, {
      left: frame.originX - faceWidthPixels / 2,
      top: frame.originY - faceHeightPixels / 2,
      right: frame.originX + faceWidthPixels / 2,
      bottom: frame.originY + faceHeightPixels / 2,
    }),
    backgroundBusyness: backgroundBusyness(colours, separation === 'figure' ? matte.values : perceived.personMatte),
    hairAmount: hairArea / faceArea,
    torsoVisible: shoulderLineOf(matte, frame).visible,
    handsVisible: perceived.hands?.length ?? 0,
    handCanWave: arm !== undefined,
  };
}

function stillFacts(canvas: Canvas, colours: ColourPlanes, perceived: Perceived): PictureFacts {
  const personShare = shareOf(perceived.personMatte);
  const decided = perceived.personMatte.reduce((sum, value) => sum + Math.abs(2 * value - 1), 0);
  return {
    ...sizeOf(canvas),
    face: undefined,
    otherFaces: otherFacesOf(perceived, canvas.heightPixels),
    matteTrusted: personShare > 0.06 && personShare < 0.85 && decided / perceived.personMatte.length > 0.85,
    personShare,
    brightness: brightnessOf(colours, { left: 0, top: 0, right: canvas.widthPixels, bottom: canvas.heightPixels }),
    backgroundBusyness: backgroundBusyness(colours, perceived.personMatte),
    hairAmount: 0,
    torsoVisible: false,
    handsVisible: perceived.hands?.length ?? 0,
    handCanWave: false,
  };
}

function otherFacesOf({ otherFaces }: Perceived, mainHeightPixels: number): PictureFacts['otherFaces'] {
  return {
    count: otherFaces.length,
    largestShare: Math.max(0, ...otherFaces.map(({ heightPixels }) => heightPixels / mainHeightPixels)),
  };
}
