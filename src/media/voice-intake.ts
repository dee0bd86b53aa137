import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileStorage } from '../app/ports/file-storage.ts';
import type { VoiceIntake } from '../app/ports/voice-intake.ts';
import type { Voice, VoiceReader, VoiceRefusal } from '../app/ports/voice-reader.ts';
import type { FfmpegRunner } from './ffmpeg-runner.ts';
import { readCapped } from './read-capped.ts';
import { LARGEST_VOICE_BYTES, refuseVoice, writeVoice } from './read-voice.ts';

const CONTENT_TYPE = 'audio/wav';
/** Decoding ten seconds takes less than one, WebAssembly on a busy machine ten; a file that takes longer wants to harm. */
const LONGEST_DECODE_MILLISECONDS = 60_000;

export interface VoiceIntakeParts {
  readonly storage: FileStorage;
  readonly voices: VoiceReader;
  readonly ffmpeg: () => Promise<FfmpegRunner>;
}

/** Takes recordings in from outside and keeps them under `voices/<id>.wav`, with nothing but their sound. */
export function createVoiceIntake(parts: VoiceIntakeParts): VoiceIntake {
  return {
    take: async (voiceId, stream) => {
      const bytes = await readCapped(stream, LARGEST_VOICE_BYTES);
      if (bytes === undefined) return refuseVoice('too-many-bytes');
      const folder = await mkdtemp(join(tmpdir(), 'reverie-voice-'));
      const [sentPath, keptPath] = [join(folder, 'sent'), join(folder, 'kept.wav')];
      try {
        await writeFile(sentPath, bytes);
        const voice = await rewrite(parts, sentPath, keptPath);
        if (!voice.ok) return voice;
        const { lengthSeconds } = voice;
        const key = `voices/${voiceId}.wav`;
        const { sizeBytes, sha256 } = await parts.storage.put(key, { path: keptPath }, CONTENT_TYPE);
        const file = { storageKey: key, contentType: CONTENT_TYPE, lengthSeconds, sizeBytes, sha256 };
        return { ok: true, voiceId, sentSha256: createHash('sha256').update(bytes).digest('hex'), ...file };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Writes what was sent anew and listens to that: what is judged is what is kept. */
async function rewrite(
  { voices, ffmpeg }: VoiceIntakeParts,
  sentPath: string,
  keptPath: string,
): Promise<Voice | VoiceRefusal> {
  const signal = AbortSignal.timeout(LONGEST_DECODE_MILLISECONDS);
  try {
    return (await writeVoice(await ffmpeg(), sentPath, keptPath, signal)) ?? (await voices.read(keptPath, { signal }));
  } catch (error) {
    if (signal.aborted) return refuseVoice('broken');
    throw error;
  }
}
