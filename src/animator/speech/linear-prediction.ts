/**
 * The resonances of a mouth as a filter: coefficients `a` (the first is 1) with which a sample is best foretold from those
 * before it. Levinson and Durbin's recursion on the autocorrelation (Makhoul 1975).
 */
export function linearPrediction(samples: Float32Array, order: number): Float64Array {
  const correlations = Float64Array.from({ length: order + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i < samples.length; i++) sum += samples[i]! * samples[i - lag]!;
    return sum;
  });
  // a little noise keeps silence solvable
  let error = correlations[0]! * (1 + 1e-4) + 1e-9;
  let a = new Float64Array(order + 1);
  a[0] = 1;
  for (let step = 1; step <= order; step++) {
    let sum = correlations[step]!;
    for (let i = 1; i < step; i++) sum += a[i]! * correlations[step - i]!;
    const reflection = -sum / error;
    const before = a;
    a = a.slice();
    for (let i = 1; i < step; i++) a[i] = before[i]! + reflection * before[step - i]!;
    a[step] = reflection;
    error *= 1 - reflection * reflection;
  }
  return a;
}

const STEP_HZ = 25;

/** Where the filter resonates, in Hz, from low to high: peaks of its spectrum between two frequencies. */
export function spectralPeaks(a: Float64Array, sampleRate: number, lowHz: number, highHz: number): number[] {
  const count = Math.floor((highHz - lowHz) / STEP_HZ) + 1;
  const gains = Float64Array.from({ length: count }, (_, step) => gainAt(a, (lowHz + step * STEP_HZ) / sampleRate));
  const peaks: number[] = [];
  for (let step = 1; step < count - 1; step++) {
    if (gains[step]! > gains[step - 1]! && gains[step]! >= gains[step + 1]!) peaks.push(lowHz + step * STEP_HZ);
  }
  return peaks;
}

function gainAt(a: Float64Array, turns: number): number {
  let [real, imaginary] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    real += a[i]! * Math.cos(2 * Math.PI * turns * i);
    imaginary -= a[i]! * Math.sin(2 * Math.PI * turns * i);
  }
  return 1 / (real * real + imaginary * imaginary);
}
