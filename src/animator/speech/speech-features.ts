import { linearPrediction, spectralPeaks } from './linear-prediction.ts';

/** Samples per second of every voice, one channel. */
const VOICE_SAMPLE_RATE = 16_000;
/** How often a voice is looked at. */
export const FEATURES_PER_SECOND = 100;

/** What is heard at a moment. */
export interface SpeechMoment {
  /** Decibel below full scale; -100 is silence. */
  readonly levelDecibel: number;
  /** 0 a hiss or silence, 1 a clear tone. */
  readonly voicing: number;
  /** Correlation of neighbouring samples: vowels and hums 0.8 and more, hisses (F, S) below 0.5. */
  readonly tilt: number;
  /** The two lowest resonances of the mouth in Hz: the first rises with the jaw's opening, the second falls with rounding. */
  readonly f1Hz: number;
  readonly f2Hz: number;
}

/** Long enough for two periods of a deep voice. */
const WINDOW_SAMPLES = 512;
const PITCH_LAGS = { shortest: VOICE_SAMPLE_RATE / 400, longest: VOICE_SAMPLE_RATE / 70 };
/** Two coefficients for each resonance below half of the sample rate, and two for the slope (Markel and Gray 1976). */
const ORDER = 18;
const PRE_EMPHASIS = 0.97;
const F1 = { lowHz: 200, highHz: 1050 };
const F2 = { highHz: 2900, apartHz: 180 };
/** A mouth at rest. */
const NEUTRAL = { f1Hz: 500, f2Hz: 1450 };
const SILENCE_DECIBEL = -100;

/**
 * Listens to a voice, a hundred times a second. Moments without a resonance keep the one before.
 *
 * @param samples one channel at `VOICE_SAMPLE_RATE`, -1..1
 */
export function listenTo(samples: Float32Array): SpeechMoment[] {
  const hop = VOICE_SAMPLE_RATE / FEATURES_PER_SECOND;
  const count = Math.ceil(samples.length / hop);
  const window = new Float32Array(WINDOW_SAMPLES);
  const sharpened = new Float32Array(WINDOW_SAMPLES);
  let { f1Hz, f2Hz } = NEUTRAL;
  return Array.from({ length: count }, (_, moment) => {
    const start = Math.round((moment + 0.5) * hop) - WINDOW_SAMPLES / 2;
    for (let i = 0; i < WINDOW_SAMPLES; i++) {
      const now = samples[start + i] ?? 0;
      window[i] = now;
      sharpened[i] = HAMMING[i]! * (now - PRE_EMPHASIS * (samples[start + i - 1] ?? 0));
    }
    // the level is that of the middle alone, so that it is heard when it comes
    const levelDecibel = levelOf(window, WINDOW_SAMPLES / 4);
    const power = correlation(window, 0);
    if (levelDecibel > SILENCE_DECIBEL) {
      const [first, second] = resonances(sharpened);
      f1Hz = first ?? f1Hz;
      f2Hz = second ?? f2Hz;
    }
    const tilt = power > 0 ? correlation(window, 1) / power : 0;
    return { levelDecibel, voicing: voicingOf(window, power), tilt, f1Hz, f2Hz };
  });
}

const HAMMING = Float32Array.from(
  { length: WINDOW_SAMPLES },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (WINDOW_SAMPLES - 1)),
);

function levelOf(window: Float32Array, margin: number): number {
  let sum = 0;
  for (let i = margin; i < window.length - margin; i++) sum += window[i]! * window[i]!;
  return Math.max(SILENCE_DECIBEL, 10 * Math.log10(sum / (window.length - 2 * margin) + 1e-12));
}

function correlation(window: Float32Array, lag: number): number {
  let sum = 0;
  for (let i = lag; i < window.length; i++) sum += window[i]! * window[i - lag]!;
  return sum;
}

/** The best repetition at a distance that a voice can have. */
function voicingOf(window: Float32Array, power: number): number {
  if (power < 1e-6) return 0;
  let best = 0;
  for (let lag = PITCH_LAGS.shortest; lag <= PITCH_LAGS.longest; lag++) {
    const overlap = (window.length - lag) / window.length;
    best = Math.max(best, correlation(window, lag) / (power * overlap));
  }
  return Math.min(1, best);
}

function resonances(sharpened: Float32Array): readonly [number | undefined, number | undefined] {
  const peaks = spectralPeaks(linearPrediction(sharpened, ORDER), VOICE_SAMPLE_RATE, F1.lowHz, F2.highHz);
  const first = peaks.find((hz) => hz <= F1.highHz);
  const second = peaks.find((hz) => hz > (first ?? F1.lowHz) + F2.apartHz);
  return [first, second];
}
