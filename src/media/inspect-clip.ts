import { readFile } from 'node:fs/promises';
import { LARGEST_CLIP_BYTES } from '../domain/clip/clip-format.ts';
import { boxAt, boxesIn, type Mp4Box } from './mp4-boxes.ts';

/** What a finished clip is, read from the file itself. */
export interface ClipFacts {
  readonly sizeBytes: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly frameCount: number;
  readonly lengthSeconds: number;
  /** Frames per second when all frames last equally long, otherwise 0. */
  readonly framesPerSecond: number;
  /** H.264 profile by its number (100 is High), 0 when it is not H.264. */
  readonly h264Profile: number;
  /** Colour primaries, transfer and matrix by their numbers of ISO/IEC 23091-2; [1, 1, 1] is BT.709. */
  readonly colour: readonly number[];
  readonly fullRange: boolean;
  readonly soundTracks: number;
  /** The code of the first sound track's format, `mp4a` for AAC; empty when it is silent. */
  readonly soundFormat: string;
  readonly hasEditList: boolean;
  /** Whether a player can begin before the whole file is there. */
  readonly indexFirst: boolean;
  /** Whether every frame's bytes lie inside the file. */
  readonly complete: boolean;
}

const H264_HIGH = 100;

/** Reads a clip of our own making. Throws when it is not an MP4 with one picture track at all. */
export async function inspectClip(path: string): Promise<ClipFacts> {
  return factsOf(await readFile(path));
}

/** What is wrong with a clip that should have the master profile, or with `hasSound` the profile "spoken"; empty when nothing is. */
export function masterProfileFaults(
  facts: ClipFacts,
  expected: Pick<ClipFacts, 'widthPixels' | 'heightPixels' | 'frameCount' | 'framesPerSecond'> & {
    readonly hasSound?: boolean;
  },
): string[] {
  const checks: readonly (readonly [ok: boolean, fault: string])[] = [
    [
      facts.widthPixels === expected.widthPixels && facts.heightPixels === expected.heightPixels,
      `is ${facts.widthPixels}x${facts.heightPixels}, not ${expected.widthPixels}x${expected.heightPixels}`,
    ],
    [facts.frameCount === expected.frameCount, `has ${facts.frameCount} frames, not ${expected.frameCount}`],
    [
      facts.framesPerSecond === expected.framesPerSecond,
      `does not run at a constant ${expected.framesPerSecond} frames per second`,
    ],
    [facts.h264Profile === H264_HIGH, 'is not H.264 High'],
    [facts.colour.join() === '1,1,1' && !facts.fullRange, 'is not tagged BT.709, limited range'],
    [expected.hasSound === true || facts.soundTracks === 0, 'has sound'],
    [expected.hasSound !== true || facts.soundFormat === 'mp4a', 'has no sound that every player knows'],
    [!facts.hasEditList, 'has an edit list'],
    [facts.indexFirst, 'has its index at the end'],
    [facts.complete, 'is cut off'],
    [facts.sizeBytes < LARGEST_CLIP_BYTES, `is larger than ${LARGEST_CLIP_BYTES} bytes`],
  ];
  return checks.filter(([ok]) => !ok).map(([, fault]) => fault);
}

function factsOf(bytes: Uint8Array): ClipFacts {
  const top = boxesIn(bytes, 0, bytes.length);
  const movie = top.find(({ type }) => type === 'moov');
  const data = top.find(({ type }) => type === 'mdat');
  if (movie === undefined) throw new Error('no index (moov) in the file');
  const tracks = boxesIn(bytes, movie.bodyStart, movie.end).filter(({ type }) => type === 'trak');
  const kinds = tracks.map((track) => handlerOf(bytes, track));
  const video = tracks[kinds.indexOf('vide')];
  if (video === undefined) throw new Error('no picture track in the file');
  const frames = framesOf(bytes, video);
  return {
    sizeBytes: bytes.length,
    ...frames,
    ...sampleEntryOf(bytes, video),
    soundTracks: kinds.filter((kind) => kind === 'soun').length,
    soundFormat: formatOf(bytes, tracks[kinds.indexOf('soun')]),
    hasEditList: boxAt(bytes, video, 'edts', 'elst') !== undefined,
    indexFirst: data !== undefined && movie.start < data.start,
    complete: data !== undefined && frames.lastByte <= data.end && data.end <= bytes.length,
  };
}

function wordsOf(bytes: Uint8Array, box: Mp4Box | undefined): (offset: number) => number {
  if (box === undefined) throw new Error('the index of the file is incomplete');
  const view = new DataView(bytes.buffer, bytes.byteOffset + box.bodyStart, box.end - box.bodyStart);
  return (offset) => view.getUint32(offset);
}

function handlerOf(bytes: Uint8Array, track: Mp4Box): string {
  const handler = boxAt(bytes, track, 'mdia', 'hdlr');
  if (handler === undefined) return '';
  return String.fromCharCode(...bytes.subarray(handler.bodyStart + 8, handler.bodyStart + 12));
}

/** Counts and lengths from the sample tables: `stts` (durations), `stsz` (sizes), `stsc` and `stco` (places). */
function framesOf(bytes: Uint8Array, track: Mp4Box) {
  const table = boxAt(bytes, track, 'mdia', 'minf', 'stbl');
  if (table === undefined) throw new Error('the index of the file is incomplete');
  const timescale = wordsOf(bytes, boxAt(bytes, track, 'mdia', 'mdhd'))(12);
  const durations = wordsOf(bytes, boxAt(bytes, table, 'stts'));
  const sizes = wordsOf(bytes, boxAt(bytes, table, 'stsz'));
  const frameCount = sizes(8);
  const constant = durations(4) === 1;
  const frameTicks = durations(12);
  return {
    frameCount,
    lengthSeconds: totalTicks(durations) / timescale,
    framesPerSecond: constant ? timescale / frameTicks : 0,
    lastByte: lastByteOf(bytes, table, sizes, frameCount),
  };
}

function totalTicks(durations: (offset: number) => number): number {
  let total = 0;
  for (let entry = 0; entry < durations(4); entry++) total += durations(8 + entry * 8) * durations(12 + entry * 8);
  return total;
}

/** End of the last frame: the place of the last chunk and the sizes of the frames in it. */
function lastByteOf(bytes: Uint8Array, table: Mp4Box, sizes: (offset: number) => number, frameCount: number): number {
  const chunks = wordsOf(bytes, boxAt(bytes, table, 'stco'));
  const runs = wordsOf(bytes, boxAt(bytes, table, 'stsc'));
  const framesInLastChunk = runs(8 + (runs(4) - 1) * 12 + 4);
  let end = chunks(8 + (chunks(4) - 1) * 4);
  const sameSize = sizes(4);
  for (let frame = Math.max(0, frameCount - framesInLastChunk); frame < frameCount; frame++) {
    end += sameSize === 0 ? sizes(12 + frame * 4) : sameSize;
  }
  return end;
}

/** The code of a track's first sample entry. */
function formatOf(bytes: Uint8Array, track: Mp4Box | undefined): string {
  const descriptions = track && boxAt(bytes, track, 'mdia', 'minf', 'stbl', 'stsd');
  return (descriptions && boxesIn(bytes, descriptions.bodyStart + 8, descriptions.end)[0]?.type) ?? '';
}

/** The visual sample entry is 78 bytes long before its own boxes (ISO/IEC 14496-12, 12.1.3). */
const VISUAL_ENTRY_BYTES = 78;

function sampleEntryOf(bytes: Uint8Array, track: Mp4Box) {
  const descriptions = boxAt(bytes, track, 'mdia', 'minf', 'stbl', 'stsd');
  const entry = descriptions && boxesIn(bytes, descriptions.bodyStart + 8, descriptions.end)[0];
  if (entry === undefined) throw new Error('the file does not say how its pictures are encoded');
  const view = new DataView(bytes.buffer, bytes.byteOffset + entry.bodyStart, entry.end - entry.bodyStart);
  const inner = boxesIn(bytes, entry.bodyStart + VISUAL_ENTRY_BYTES, entry.end);
  const configuration = inner.find(({ type }) => type === 'avcC');
  const colour = inner.find(({ type }) => type === 'colr');
  const at = colour === undefined ? undefined : new DataView(bytes.buffer, bytes.byteOffset + colour.bodyStart, 11);
  return {
    widthPixels: view.getUint16(24),
    heightPixels: view.getUint16(26),
    h264Profile: configuration === undefined ? 0 : (bytes[configuration.bodyStart + 1] ?? 0),
    colour: at === undefined ? [] : [at.getUint16(4), at.getUint16(6), at.getUint16(8)],
    fullRange: at !== undefined && (at.getUint8(10) & 128) !== 0,
  };
}
