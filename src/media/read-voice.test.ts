import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Sound, speakSounds, wavOf } from '../../test/support/synthetic-voice.ts';
import { createVoiceReader } from './read-voice.ts';

const folder = mkdtempSync(join(tmpdir(), 'reverie-voice-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
const spoken = (seconds: number): Float32Array => speakSounds([{ seconds, makes: [780, 1250] } as Sound]);

describe.each(['ffmpeg', 'none'])('recordings read by %s', (ffmpegCommand) => {
  const { read } = createVoiceReader({ ffmpegCommand });

  it('come as one channel at 16 kHz', async () => {
    const voice = await read(fileOf('a.wav', wavOf(spoken(0.5))));
    expect(voice).toMatchObject({ ok: true, lengthSeconds: 0.5 });
    if (voice.ok) expect(Math.max(...voice.samples)).toBeGreaterThan(0.3);
  });

  it.each([
    ['is not there', () => join(folder, 'nowhere.wav'), 'missing'],
    ['is a text', () => fileOf('text.wav', 'To be, or not to be, that is the question.'), 'not-a-voice'],
    ['lasts longer than ten seconds', () => fileOf('long.wav', wavOf(spoken(10.5))), 'too-long'],
    ['lasts a moment', () => fileOf('short.wav', wavOf(spoken(0.1))), 'too-short'],
    ['is silent', () => fileOf('silent.wav', wavOf(new Float32Array(16_000))), 'silent'],
    ['is cut off after its header', () => fileOf('cut.wav', wavOf(spoken(1)).subarray(0, 30)), 'broken'],
    ['is larger than anything that is spoken', () => fileOf('large.wav', new Uint8Array(8 * 1024 * 1024 + 1)), 'too-many-bytes'],
  ])('that %s are refused', async (_, path, reason) => {
    expect(await read(path())).toMatchObject({ ok: false, reason, sentence: expect.stringMatching(/\.$/) });
  });
});
