import { clamp, smoothstep } from '../plane.ts';
import type { SpeechMoment } from './speech-features.ts';

/** How a mouth stands: 0 is the mouth of the picture. */
export interface MouthPose {
  /** -1 closed where the picture's is open, 0 as it is, 1 wide open. */
  readonly open: number;
  /** 0..1: corners apart. */
  readonly wide: number;
  /** 0..1: corners together, lips forward. */
  readonly round: number;
}

/**
 * Vowels by their first two resonances (means of Peterson and Barney 1952, men and women together) and the mouth that makes
 * them. Sizes were looked at on paintings, renders and drawn faces.
 */
const VOWELS: readonly (MouthPose & { readonly f1Hz: number; readonly f2Hz: number })[] = [
  { f1Hz: 780, f2Hz: 1250, open: 1, wide: 0, round: 0.15 }, // A: the jaw draws the corners in
  { f1Hz: 560, f2Hz: 1950, open: 0.62, wide: 0.6, round: 0 }, // E
  { f1Hz: 300, f2Hz: 2450, open: 0.34, wide: 0.85, round: 0 }, // I
  { f1Hz: 520, f2Hz: 880, open: 0.66, wide: 0, round: 0.75 }, // O
  { f1Hz: 330, f2Hz: 900, open: 0.36, wide: 0, round: 1 }, // U
  { f1Hz: 520, f2Hz: 1450, open: 0.5, wide: 0.15, round: 0.1 }, // schwa
];
/** Teeth: F and S, nearly closed, corners a little apart. */
const TEETH: MouthPose = { open: 0.2, wide: 0.4, round: 0 };
/** Lips: M, B and P. */
const CLOSED: MouthPose = { open: -1, wide: 0, round: 0 };

/** How far vowels lie apart that are told from each other. */
const APART = { f1Hz: 150, f2Hz: 330 };
const HISS = { surelyBelow: 0.25, notAbove: 0.7, voicedFrom: 0.5, surelyVoiced: 0.75 };
/** A hum (M, N) is this much quieter than the vowels around it, and has no treble. */
const HUM = { quieterDecibel: 7, surelyDecibel: 14, tiltFrom: 0.9 };
/** A silence beside a loud sound is a stop (P, T, K) or the end of a word: lips fall shut instead of sinking. */
const STOP = { nearbyDecibel: 20, open: -0.25 };
/** Below the loudest by this much nothing is said. */
const QUIET_DECIBEL = 34;

/**
 * The mouth for what is heard.
 *
 * @param loudestDecibel of the whole voice
 * @param nearbyDecibel the loudest within a tenth of a second
 */
export function mouthFor(moment: SpeechMoment, loudestDecibel: number, nearbyDecibel: number): MouthPose {
  const { levelDecibel, tilt, voicing } = moment;
  const loudness = clamp((levelDecibel - loudestDecibel + QUIET_DECIBEL) / QUIET_DECIBEL, 0, 1);
  if (loudness === 0)
    return { open: loudestDecibel - nearbyDecibel < STOP.nearbyDecibel ? STOP.open : 0, wide: 0, round: 0 };
  const isTone = smoothstep(HISS.voicedFrom, HISS.surelyVoiced, voicing);
  const hiss = (1 - smoothstep(HISS.surelyBelow, HISS.notAbove, tilt)) * (1 - isTone);
  const hum =
    smoothstep(HUM.quieterDecibel, HUM.surelyDecibel, nearbyDecibel - levelDecibel) *
    smoothstep(HUM.tiltFrom, 0.98, tilt);
  const spoken = mixed(mixed(vowelOf(moment), TEETH, hiss), CLOSED, hum);
  // quiet speech opens less, its shape stays
  const size = smoothstep(0.1, 0.95, loudness);
  const shape = smoothstep(0.05, 0.5, loudness);
  return { open: spoken.open * size, wide: spoken.wide * shape, round: spoken.round * shape };
}

function vowelOf({ f1Hz, f2Hz }: SpeechMoment): MouthPose {
  let [total, open, wide, round] = [1e-6, 0, 0, 0];
  for (const vowel of VOWELS) {
    const distance = ((f1Hz - vowel.f1Hz) / APART.f1Hz) ** 2 + ((f2Hz - vowel.f2Hz) / APART.f2Hz) ** 2;
    const weight = Math.exp(-0.5 * distance) + 1e-5;
    total += weight;
    open += weight * vowel.open;
    wide += weight * vowel.wide;
    round += weight * vowel.round;
  }
  return { open: open / total, wide: wide / total, round: round / total };
}

const mixed = (a: MouthPose, b: MouthPose, share: number): MouthPose => ({
  open: a.open + (b.open - a.open) * share,
  wide: a.wide + (b.wide - a.wide) * share,
  round: a.round + (b.round - a.round) * share,
});
