import {
  type ClipFrame,
  frameRectangle,
  offeredFrames,
  type PictureRectangle,
} from '../../domain/picture/clip-frame.ts';
import { type FacePoints, pointsWithin } from '../../domain/picture/face-points.ts';
import { lookAtPicture } from '../look-at-picture.ts';
import type { Picture } from '../ports/stores/character-store.ts';
import { type AdviseOnPicturePorts, factsOfPicture } from './advise-on-picture.ts';

/** A picture as an engine gets it. */
export interface FramedPicture {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly contentType: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly facePoints?: FacePoints | undefined;
}

export interface FramePicturePorts extends AdviseOnPicturePorts {
  /** Cuts a part out of a picture, at its full quality. */
  readonly cut: (picture: Uint8Array, part: PictureRectangle) => Promise<{ bytes: Uint8Array; contentType: string }>;
}

/** The frames that are worth offering for a picture, with the part of it that each shows. */
export async function framesOfPicture(
  ports: AdviseOnPicturePorts,
  picture: Picture,
): Promise<readonly { readonly frame: ClipFrame; readonly rectangle: PictureRectangle }[]> {
  const seen = await factsOfPicture(ports, picture);
  return seen === undefined ? [] : offeredFrames(picture, seen.facts.face);
}

/** The part of a picture that a frame shows; `undefined` when that is all of it. */
export async function framePicture(
  ports: FramePicturePorts,
  picture: Picture,
  frame: ClipFrame,
): Promise<FramedPicture | undefined> {
  const seen = await factsOfPicture(ports, picture);
  const part = seen && frameRectangle(frame, picture, seen.facts.face);
  if (part === undefined) return undefined;
  const { bytes, contentType } = await ports.cut(await ports.readPicture(picture), part);
  const { widthPixels, heightPixels } = part;
  const facePoints = picture.facePoints && pointsWithin(picture.facePoints, picture, part);
  return { widthPixels, heightPixels, contentType, facePoints, bytes: async () => bytes };
}

/** Whether a picture, as it is framed, shows a mouth that can be opened: only then it speaks. */
export async function showsMouth(ports: FramePicturePorts, picture: Picture, frame: ClipFrame): Promise<boolean> {
  const framed = frame === 'as-is' ? undefined : await framePicture(ports, picture, frame);
  if (framed === undefined) return (await factsOfPicture(ports, picture))?.facts.face?.mouthTrusted === true;
  const { facePoints } = framed;
  const seen = await lookAtPicture(ports, { bytes: await framed.bytes() }, facePoints && { facePoints });
  return seen.ok && seen.facts.face?.mouthTrusted === true;
}
