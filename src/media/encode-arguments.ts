/** What the encoder must know of the frames it is fed: I420, BT.709, limited range, one after the other on its input. */
export interface EncodeSettings {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly framesPerSecond: number;
  readonly encoder: EncoderKind;
  readonly frameCount: number;
  /** A recording that is heard in the clip. */
  readonly soundPath?: string | undefined;
}

/** The system's ffmpeg, or FFmpeg compiled to WebAssembly from npm. */
export type EncoderKind = 'native' | 'wasm';

/**
 * Preset and quality per encoder. Native: as good as `medium` to the eye at a third of its time. Wasm: `veryfast` takes 1.5
 * times as long for nothing one can see.
 */
const EFFORT: Record<EncoderKind, { readonly preset: string; readonly quality: string }> = {
  native: { preset: 'veryfast', quality: '17' },
  wasm: { preset: 'superfast', quality: '21' },
};

/** Keeps ten seconds of the most restless picture below 10 MiB: 65 Mbit and one buffer of 6.5 Mbit are 8.5 MiB. */
const LARGEST_RATE = '6500k';
/** A closed group of pictures every two seconds: cheap to seek, required by Instagram. */
const GROUP_SECONDS = 2;

/** Colours of every clip: BT.709, limited range. */
export const BT709 = ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];

/** Errors only, and over what a try before left. */
export const QUIET = ['-hide_banner', '-loglevel', 'error', '-y'];

/**
 * The ffmpeg arguments for a clip that plays on every social platform: H.264 High, 4:2:0, BT.709, constant frame rate, index
 * first, no edit list, no metadata, no sound unless a recording is given. Says what to run; runs nothing.
 */
export function encodeArguments(settings: EncodeSettings, inputPath: string, outputPath: string): string[] {
  const { widthPixels, heightPixels, framesPerSecond, frameCount, encoder, soundPath } = settings;
  return [
    ...QUIET,
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-video_size', `${widthPixels}x${heightPixels}`],
    ...['-framerate', String(framesPerSecond), ...BT709, '-i', inputPath],
    ...(soundPath === undefined ? [] : spoken(soundPath, frameCount / framesPerSecond)),
    ...masterProfile({ framesPerSecond, encoder, hasSound: soundPath !== undefined }, outputPath),
  ];
}

/** The profile "spoken": AAC beside the picture, silence where the recording ends before the clip does. */
function spoken(soundPath: string, lengthSeconds: number): string[] {
  return [
    ...['-protocol_whitelist', 'file,pipe', '-i', soundPath, '-map', '0:v:0', '-map', '1:a:0'],
    ...['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2', '-af', 'apad', '-t', lengthSeconds.toFixed(3)],
  ];
}

/** A clip from elsewhere, brought into the master profile: its short side, its frame rate, its length in whole seconds. */
export interface NormaliseSettings {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly framesPerSecond: number;
  readonly frameCount: number;
  readonly encoder: EncoderKind;
}

/** The ffmpeg arguments that bring an MP4 of somebody else into the master profile. */
export function normaliseArguments(settings: NormaliseSettings, inputPath: string, outputPath: string): string[] {
  const { widthPixels, heightPixels, framesPerSecond, frameCount, encoder } = settings;
  const scale = `scale=${widthPixels}:${heightPixels}:flags=lanczos:out_color_matrix=bt709:out_range=tv`;
  return [
    ...QUIET,
    ...fromStranger(inputPath),
    ...['-map', '0:v:0', '-vf', `${scale},fps=${framesPerSecond},setsar=1`, '-frames:v', String(frameCount)],
    ...masterProfile({ framesPerSecond, encoder }, outputPath),
  ];
}

export interface FramesSettings {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Frames of each second; `first`: only the first of the clip. */
  readonly which: { readonly perSecond: number } | 'first';
}

/** The ffmpeg arguments that write frames of a clip as raw RGB (`height x width x 3` each). */
export function framesArguments(
  { widthPixels, heightPixels, which }: FramesSettings,
  inputPath: string,
  outputPath: string,
): string[] {
  const scale = `scale=${widthPixels}:${heightPixels}`;
  const chosen = which === 'first' ? ['-vf', scale, '-frames:v', '1'] : ['-vf', `fps=${which.perSecond},${scale}`];
  return [
    ...QUIET,
    ...fromStranger(inputPath),
    ...['-map', '0:v:0', ...chosen, '-pix_fmt', 'rgb24', '-f', 'rawvideo', outputPath],
  ];
}

/** A file of somebody else is an MP4 or nothing, and opens no other file or address. */
function fromStranger(inputPath: string): string[] {
  return ['-protocol_whitelist', 'file,pipe', '-f', 'mov', '-i', inputPath];
}

function masterProfile(
  {
    framesPerSecond,
    encoder,
    hasSound = false,
  }: Pick<EncodeSettings, 'framesPerSecond' | 'encoder'> & { readonly hasSound?: boolean },
  outputPath: string,
): string[] {
  const { preset, quality } = EFFORT[encoder];
  return [
    ...[
      ...(hasSound ? ['-flags:a', '+bitexact'] : ['-an']),
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact+cgop',
    ],
    ...['-c:v', 'libx264', '-preset', preset, '-crf', quality, '-profile:v', 'high', '-pix_fmt', 'yuv420p'],
    ...['-maxrate', LARGEST_RATE, '-bufsize', LARGEST_RATE, '-g', String(GROUP_SECONDS * framesPerSecond)],
    ...BT709,
    // the index goes first, so that a browser can start before the whole file has arrived; an edit list, which B-frames
    // usually bring along, is refused by Instagram
    ...['-movflags', '+faststart+negative_cts_offsets', '-use_editlist', '0', '-f', 'mp4', outputPath],
  ];
}
