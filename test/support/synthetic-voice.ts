const SAMPLE_RATE = 16_000;

/** A sound of a voice made by code: what it is, and for how long. */
export type Sound = {
  readonly seconds: number;
  /** Resonances of a vowel in Hz, a hiss as of S, a hum as of M with closed lips, or nothing. */
  readonly makes: readonly [f1Hz: number, f2Hz: number] | 'hiss' | 'hum' | 'silence';
};

const PITCH_HZ = 125;
const FADE_SECONDS = 0.012;

/** Sounds one after the other, one channel at 16 kHz: pulses of the throat through the resonances of a mouth (Klatt 1980). */
export function speakSounds(sounds: readonly Sound[]): Float32Array {
  const parts = sounds.map(({ seconds, makes }) => faded(soundOf(makes, Math.round(seconds * SAMPLE_RATE))));
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function soundOf(makes: Sound['makes'], count: number): Float32Array {
  if (makes === 'silence') return new Float32Array(count);
  if (makes === 'hiss') return scaled(highPassed(noise(count)), 0.12);
  if (makes === 'hum') return scaled(resonated(pulses(count), 250, 60), 0.07);
  const [f1Hz, f2Hz] = makes;
  return scaled(resonated(resonated(resonated(pulses(count), f1Hz, 80), f2Hz, 110), 3100, 180), 0.6);
}

function pulses(count: number): Float32Array {
  const period = Math.round(SAMPLE_RATE / PITCH_HZ);
  // a throat's pulses fall off by about 12 dB an octave; the mouth gives 6 back
  let before = 0;
  return Float32Array.from({ length: count }, (_, i) => {
    before = 0.9 * before + (i % period === 0 ? 1 : 0);
    return before;
  });
}

/** The same noise every time (a linear congruential generator). */
function noise(count: number): Float32Array {
  let state = 12345;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

const highPassed = (samples: Float32Array): Float32Array =>
  samples.map((sample, i) => sample - 1.6 * (samples[i - 1] ?? 0) + 0.7 * (samples[i - 2] ?? 0));

/** A resonator of two poles. */
function resonated(samples: Float32Array, hz: number, widthHz: number): Float32Array {
  const radius = Math.exp((-Math.PI * widthHz) / SAMPLE_RATE);
  const turn = 2 * radius * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE);
  const out = new Float32Array(samples.length);
  for (let i = 0; i < out.length; i++) {
    out[i] = samples[i]! + turn * (out[i - 1] ?? 0) - radius * radius * (out[i - 2] ?? 0);
  }
  return out;
}

function scaled(samples: Float32Array, peak: number): Float32Array {
  const highest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-9);
  return samples.map((sample) => (sample * peak) / highest);
}

function faded(samples: Float32Array): Float32Array {
  const fade = FADE_SECONDS * SAMPLE_RATE;
  return samples.map((sample, i) => sample * Math.min(1, i / fade, (samples.length - 1 - i) / fade));
}

/** A WAV file of one channel of 16 bit. */
export function wavOf(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLE_RATE, 24);
  bytes.writeUInt32LE(SAMPLE_RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach(
    (sample, i) => void bytes.writeInt16LE(Math.round(32767 * Math.max(-1, Math.min(1, sample))), 44 + 2 * i),
  );
  return bytes;
}
