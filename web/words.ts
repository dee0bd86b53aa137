/** Numbers as people say them. */

/** `about 40 seconds left`: honest about being an estimate, and never a jumping last second. */
export function timeLeft(secondsLeft: number): string {
  if (secondsLeft < 3) return 'a moment left';
  if (secondsLeft < 55) return `about ${roundTo(secondsLeft, secondsLeft < 10 ? 1 : 5)} seconds left`;
  const minutes = Math.round(secondsLeft / 60);
  return minutes <= 1 ? 'about a minute left' : `about ${minutes} minutes left`;
}

/** `0.9 MB`, as file managers count: a million bytes. */
export function megabytes(sizeBytes: number): string {
  return `${(sizeBytes / 1e6).toFixed(1)} MB`;
}

/** `Starting`, `In line, 2 clips ahead`. */
export function placeInLine(clipsAhead: number): string {
  if (clipsAhead === 0) return 'Starting';
  return clipsAhead === 1 ? 'In line, 1 clip ahead' : `In line, ${clipsAhead} clips ahead`;
}

/** `subtle` -> `Subtle`: words that the server gives without a title. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
