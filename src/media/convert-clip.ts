import { readFile } from 'node:fs/promises';
import type { RgbPicture } from '../app/ports/safety-check.ts';
import { fitCanvas } from '../domain/clip/canvas-fit.ts';
import { FRAMES_PER_SECOND, frameCountOf } from '../domain/clip/clip-format.ts';
import { framesArguments, normaliseArguments } from './encode-arguments.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { type ClipFacts, inspectClip, masterProfileFaults } from './inspect-clip.ts';
import { MediaError } from './media-error.ts';

/**
 * Brings a clip of somebody else into the master profile, and says what it is then. One that has it already is taken as it
 * is: the answer's path is its own.
 *
 * @throws MediaError `encoder-failed` or `clip-invalid` when no clip can be made of it
 */
export async function normaliseClip(
  ffmpeg: FfmpegRunner,
  { inputPath, outputPath }: { readonly inputPath: string; readonly outputPath: string },
  signal: AbortSignal,
): Promise<{ readonly path: string; readonly facts: ClipFacts }> {
  const before = await inspect(inputPath);
  const wanted = masterOf(before);
  if (masterProfileFaults(before, wanted).length === 0) return { path: inputPath, facts: before };
  await ffmpeg.convert(
    { inputPath, outputPath },
    (input, output) => normaliseArguments({ ...wanted, encoder: ffmpeg.kind }, input, output),
    signal,
  );
  const facts = await inspect(outputPath);
  const faults = masterProfileFaults(facts, wanted);
  if (faults.length > 0) throw new MediaError('clip-invalid', `The clip cannot be brought into shape: it ${faults}.`);
  return { path: outputPath, facts };
}

async function inspect(path: string): Promise<ClipFacts> {
  try {
    return await inspectClip(path);
  } catch (cause) {
    throw new MediaError('clip-invalid', 'The file is not a clip that can be read.', cause);
  }
}

/** Engines add a frame to whole seconds; what was ordered is whole seconds. */
function masterOf({ widthPixels, heightPixels, lengthSeconds }: ClipFacts) {
  const canvas = fitCanvas(widthPixels, heightPixels);
  const frameCount = frameCountOf(Math.max(1, Math.floor(lengthSeconds + 0.05)));
  return {
    widthPixels: canvas.widthPixels,
    heightPixels: canvas.heightPixels,
    framesPerSecond: FRAMES_PER_SECOND,
    frameCount,
  };
}

/** The safety layer looks at whole frames of this size, two a second. */
const FRAME_LONG_SIDE_PIXELS = 448;
const FRAMES_LOOKED_AT_PER_SECOND = 2;

/** Frames of a finished clip, two a second, small. */
export async function framesToLookAt(
  ffmpeg: FfmpegRunner,
  { inputPath, outputPath }: { readonly inputPath: string; readonly outputPath: string },
  clip: Pick<ClipFacts, 'widthPixels' | 'heightPixels'>,
  signal: AbortSignal,
): Promise<RgbPicture[]> {
  const scale = FRAME_LONG_SIDE_PIXELS / Math.max(clip.widthPixels, clip.heightPixels);
  const widthPixels = Math.round(clip.widthPixels * scale);
  const heightPixels = Math.round(clip.heightPixels * scale);
  const settings = { widthPixels, heightPixels, which: { perSecond: FRAMES_LOOKED_AT_PER_SECOND } };
  await ffmpeg.convert({ inputPath, outputPath }, (input, output) => framesArguments(settings, input, output), signal);
  const bytes = await readFile(outputPath);
  const frameBytes = widthPixels * heightPixels * 3;
  if (bytes.length === 0 || bytes.length % frameBytes !== 0) {
    throw new MediaError('clip-invalid', 'The frames of the clip could not be read.');
  }
  return Array.from({ length: bytes.length / frameBytes }, (_, index) => {
    return { widthPixels, heightPixels, rgb: bytes.subarray(index * frameBytes, (index + 1) * frameBytes) };
  });
}
