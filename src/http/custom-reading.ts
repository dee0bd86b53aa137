import { readCustomText } from '../domain/motion/read-custom-text.ts';

/** What a custom text would play, for the page. */
export interface CustomReadingView {
  /** Whether a clip can be made of it. */
  readonly ok: boolean;
  /** `nods slowly, then smiles`; empty when nothing would be played. */
  readonly plays: string;
  /** What was asked for and will not be played, each as a sentence. */
  readonly cannot: readonly string[];
}

/** Reads a text as the engine would, without drawing anything. */
export function customReadingView(text: string): CustomReadingView {
  const reading = readCustomText(text);
  const leftOut = reading.notPossible.map((each) => each.sentence);
  if (reading.ok) return { ok: true, plays: reading.summary, cannot: leftOut };
  return { ok: false, plays: '', cannot: [...leftOut, reading.sentence] };
}
