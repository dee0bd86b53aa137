import { describe, expect, it } from 'vitest';
import { type Sound, speakSounds } from '../../../test/support/synthetic-voice.ts';
import { poseAt } from '../motion/score.ts';
import { writeScore } from '../motion/write-score.ts';

const VOWELS = { a: [780, 1250], i: [300, 2400], o: [500, 880], u: [330, 880] } as const;
const PAUSE: Sound = { seconds: 0.3, makes: 'silence' };

/** The pose in the middle of a sound that stands between two pauses and a loud vowel. */
function poseFor(makes: Sound['makes']) {
  const voice = speakSounds([PAUSE, { seconds: 0.4, makes: VOWELS.a }, PAUSE, { seconds: 0.4, makes }, PAUSE]);
  return poseAt(scoreOf(voice), 0.3 + 0.4 + 0.3 + 0.24);
}

const scoreOf = (voice: Float32Array) =>
  writeScore({ kind: 'speak', voice }, { yawDegrees: 0 }, { lengthSeconds: voice.length / 16_000 + 0.3, strength: 'normal', seed: 4 });

describe('a mouth that speaks', () => {
  it('opens wide for A, a little for I with corners apart, and rounds for O and U', () => {
    const [a, i, o, u] = [VOWELS.a, VOWELS.i, VOWELS.o, VOWELS.u].map(poseFor);
    expect(a?.mouthOpen).toBeGreaterThan(0.7);
    expect(i?.mouthOpen).toBeLessThan(0.55 * a!.mouthOpen);
    expect(i?.mouthWide).toBeGreaterThan(0.5);
    for (const rounded of [o, u]) expect(rounded?.mouthRound).toBeGreaterThan(0.5);
    expect(u?.mouthOpen).toBeLessThan(o!.mouthOpen);
    for (const spread of [a, i]) expect(spread?.mouthRound).toBeLessThan(0.25);
  });

  it('shows its teeth for S, nearly closed', () => {
    const { mouthOpen, mouthWide } = poseFor('hiss');
    expect(mouthOpen).toBeGreaterThan(0.03);
    expect(mouthOpen).toBeLessThan(0.3);
    expect(mouthWide).toBeGreaterThan(0.15);
  });

  it('closes for M between two vowels, and in silence', () => {
    const a: Sound = { seconds: 0.3, makes: VOWELS.a };
    const score = scoreOf(speakSounds([PAUSE, a, { seconds: 0.14, makes: 'hum' }, a, PAUSE, PAUSE]));
    expect(poseAt(score, 0.3 + 0.15).mouthOpen).toBeGreaterThan(0.6);
    expect(poseAt(score, 0.3 + 0.3 + 0.08).mouthOpen).toBeLessThan(0.12);
    expect(poseAt(score, 0.3 + 0.74 + 0.4).mouthOpen).toBeLessThan(0.06);
  });

  it('falls nearly shut for the silence of a P between two vowels', () => {
    const a: Sound = { seconds: 0.3, makes: VOWELS.a };
    const score = scoreOf(speakSounds([PAUSE, a, { seconds: 0.09, makes: 'silence' }, a, PAUSE]));
    const around = Array.from({ length: 10 }, (_, step) => poseAt(score, 0.6 + 0.01 * step).mouthOpen);
    expect(Math.min(...around)).toBeLessThan(0.12);
    expect(poseAt(score, 0.85).mouthOpen).toBeGreaterThan(0.6);
  });

  it('is as in the picture at both ends, also when the recording is not', () => {
    const voice = speakSounds([{ seconds: 1.2, makes: VOWELS.a }]);
    const { lengthSeconds, ...score } = scoreOf(voice);
    for (const time of [0, lengthSeconds]) expect(poseAt({ lengthSeconds, ...score }, time).mouthOpen).toBe(0);
  });

  it('never jumps: not from one frame to the next over the whole way, however the recording cracks', () => {
    const voice = speakSounds([PAUSE, { seconds: 0.05, makes: VOWELS.a }, PAUSE, { seconds: 0.5, makes: 'hiss' }, PAUSE]);
    voice[8000] = 1;
    const score = scoreOf(voice);
    const open = Array.from({ length: Math.floor(score.lengthSeconds * 24) }, (_, frame) => poseAt(score, frame / 24).mouthOpen);
    for (const [frame, value] of open.entries()) expect(Math.abs(value - (open[frame - 1] ?? 0))).toBeLessThan(0.8);
  });

  it('nods with stressed syllables and blinks when it was quiet', () => {
    const syllable: Sound = { seconds: 0.22, makes: VOWELS.a };
    const score = scoreOf(speakSounds([PAUSE, syllable, PAUSE, PAUSE, syllable, PAUSE, PAUSE, syllable, PAUSE, PAUSE, PAUSE]));
    const pitches = score.tracks.filter(({ channel }) => channel === 'pitchDegrees');
    expect(pitches.length).toBeGreaterThanOrEqual(2);
    expect(score.blinks.length).toBeGreaterThanOrEqual(1);
  });
});
