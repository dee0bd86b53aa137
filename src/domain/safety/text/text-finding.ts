/** What a text asks for that no clip may show; the gravest first. */
export const TEXT_CATEGORIES = [
  'minors',
  'realperson',
  'selfharm',
  'hate',
  'violence',
  'sexual',
  'illegal',
  'evasion',
] as const;

export type TextCategory = (typeof TEXT_CATEGORIES)[number];

/** Ways in which a text hides its words. None is forbidden by itself; operators see them with the decision. */
export type TextFlag =
  | 'invisible-characters'
  | 'direction-marks'
  | 'mixed-scripts'
  | 'letter-lookalikes'
  | 'spaced-letters'
  | 'digits-for-letters'
  | 'masked-letters'
  | 'stretched-letters'
  | 'scrambled-letters';

/** What the rules make of a motion text. */
export interface TextFinding {
  /** The gravest of `categories`, or `undefined` when the rules know of nothing. */
  readonly category: TextCategory | undefined;
  /** The gravest first, none twice. */
  readonly categories: readonly TextCategory[];
  /** A kiss, an embrace: fine between adults, never with a character who is declared a minor. */
  readonly isRomantic: boolean;
  readonly flags: readonly TextFlag[];
  /** Whether every word is one that describes motion; only asked in the strict mode, `true` elsewhere. */
  readonly isPlainMotion: boolean;
}
