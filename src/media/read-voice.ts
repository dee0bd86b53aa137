import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Voice, VoiceReader, VoiceRefusal, VoiceUnreadableReason } from '../app/ports/voice-reader.ts';
import { LONGEST_CLIP_SECONDS } from '../domain/clip/clip-format.ts';
import { QUIET } from './encode-arguments.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { MediaError } from './media-error.ts';
import { type ClipWriterOptions, chooseFfmpeg } from './write-clip.ts';

/** Ten seconds of a studio recording (96 kHz, two channels of 32 bit) are 7.7 MB. */
export const LARGEST_VOICE_BYTES = 8 * 1024 * 1024;
const SHORTEST_SECONDS = 0.3;
/** Encoders add some milliseconds of silence to what was cut to ten seconds. */
const TOLERANCE_SECONDS = 0.15;
/** What is measured of a voice lies below 8 kHz. */
const SAMPLE_RATE = 16_000;
/** What is kept of a recording may be heard in a clip. */
const KEPT_SAMPLE_RATE = 48_000;
/** Louder than the noise of a recording in which nobody speaks. */
const QUIETEST_PEAK = 0.01;
const HEAD_BYTES = 12;

const SENTENCES: Record<VoiceUnreadableReason, string> = {
  missing: 'There is no such recording: check the path.',
  'not-readable': 'This recording cannot be read: choose a file that you have permission to read.',
  'not-a-voice': 'This is neither a WAV nor an MP3: save the recording as one of them first.',
  'too-many-bytes': 'This recording is larger than 8 MB: save it as MP3, or shorten it.',
  'too-long': `This recording is too long: at most ${LONGEST_CLIP_SECONDS} seconds can be spoken. Shorten it and try again.`,
  'too-short': 'This recording is shorter than a third of a second: there is nothing to speak.',
  silent: 'Nothing can be heard in this recording: record it louder and try again.',
  broken: 'This recording is damaged and cannot be read: export it again.',
};

/** Why a recording cannot be spoken, in a sentence for the person who chose it. */
export const refuseVoice = (reason: VoiceUnreadableReason): VoiceRefusal => ({
  ok: false,
  reason,
  sentence: SENTENCES[reason],
});

/** Reads recordings by ffmpeg, the system's or the one of npm; the file's own kind is told by its first bytes alone. */
export function createVoiceReader(options: ClipWriterOptions = {}): VoiceReader {
  let chosen: Promise<FfmpegRunner> | undefined;
  return {
    read: async (path, { signal } = {}) => {
      const format = await formatOf(path);
      if (typeof format !== 'string') return format;
      chosen ??= chooseFfmpeg(options);
      const samples = await decode(await chosen, path, format, signal);
      return samples === 'broken' ? refuseVoice('broken') : judged(samples);
    },
  };
}

function judged(samples: Float32Array): Voice | VoiceRefusal {
  const lengthSeconds = samples.length / SAMPLE_RATE;
  if (lengthSeconds < SHORTEST_SECONDS) return refuseVoice('too-short');
  if (lengthSeconds > LONGEST_CLIP_SECONDS + TOLERANCE_SECONDS) return refuseVoice('too-long');
  if (!samples.some((sample) => Math.abs(sample) > QUIETEST_PEAK)) return refuseVoice('silent');
  const kept = samples.subarray(0, LONGEST_CLIP_SECONDS * SAMPLE_RATE);
  return { ok: true, samples: kept, lengthSeconds: kept.length / SAMPLE_RATE };
}

async function formatOf(path: string): Promise<'wav' | 'mp3' | VoiceRefusal> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > LARGEST_VOICE_BYTES) return refuseVoice('too-many-bytes');
      const head = Buffer.alloc(HEAD_BYTES);
      await file.read(head, 0, HEAD_BYTES, 0);
      return kindOf(head) ?? refuseVoice('not-a-voice');
    } finally {
      await file.close();
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuseVoice('missing');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR') return refuseVoice('not-readable');
    throw cause;
  }
}

/** RIFF/WAVE, an ID3 tag, or eleven set bits that begin a frame of MPEG layer 3. */
function kindOf(head: Buffer): 'wav' | 'mp3' | undefined {
  const words = head.toString('latin1');
  if (words.startsWith('RIFF') && words.slice(8, 12) === 'WAVE') return 'wav';
  const isLayer3 = head[0] === 0xff && (head[1]! & 0xe0) === 0xe0 && (head[1]! & 0x06) === 0x02;
  return words.startsWith('ID3') || isLayer3 ? 'mp3' : undefined;
}

/**
 * Writes a recording anew as a WAV of one channel of 16 bit, with nothing but its sound, cut off a second after what is allowed.
 * Gives what speaks against it, if anything does; whether somebody is heard is for the reader to say.
 */
export async function writeVoice(
  ffmpeg: FfmpegRunner,
  inputPath: string,
  outputPath: string,
  signal: AbortSignal,
): Promise<VoiceRefusal | undefined> {
  const format = await formatOf(inputPath);
  if (typeof format !== 'string') return format;
  const asWav = [
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
    '-c:a',
    'pcm_s16le',
    '-f',
    'wav',
  ];
  const written = await convert(ffmpeg, { inputPath, outputPath, format, sampleRate: KEPT_SAMPLE_RATE }, asWav, signal);
  return written === 'broken' ? refuseVoice('broken') : undefined;
}

async function decode(
  ffmpeg: FfmpegRunner,
  inputPath: string,
  format: 'wav' | 'mp3',
  signal: AbortSignal | undefined,
): Promise<Float32Array | 'broken'> {
  const folder = await mkdtemp(join(tmpdir(), 'reverie-voice-'));
  const outputPath = join(folder, 'voice');
  try {
    const files = { inputPath, outputPath, format, sampleRate: SAMPLE_RATE };
    if ((await convert(ffmpeg, files, ['-f', 'f32le'], signal)) === 'broken') return 'broken';
    const bytes = await readFile(outputPath);
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface SoundFiles {
  readonly inputPath: string;
  readonly outputPath: string;
  readonly format: 'wav' | 'mp3';
  readonly sampleRate: number;
}

/** One channel of a recording in another format. */
async function convert(
  ffmpeg: FfmpegRunner,
  { inputPath, outputPath, format, sampleRate }: SoundFiles,
  as: readonly string[],
  signal: AbortSignal | undefined,
): Promise<'done' | 'broken'> {
  // a little longer than what is allowed, so that what is too long is seen without decoding an hour of it
  const most = String(LONGEST_CLIP_SECONDS + 1);
  try {
    await ffmpeg.convert(
      { inputPath, outputPath },
      (input, output) => [
        ...[...QUIET, '-protocol_whitelist', 'file,pipe', '-f', format, '-t', most, '-i', input],
        ...['-map', '0:a:0', '-ac', '1', '-ar', String(sampleRate), ...as, output],
      ],
      signal,
    );
    return 'done';
  } catch (error) {
    // the message is that of a decoder that met what it cannot read
    if (error instanceof MediaError && error.code === 'encoder-failed') return 'broken';
    throw error;
  }
}
