/** How a clause follows the one before: in turn, before it, at the same time, or as the comma leaves open. */
type Join = 'next' | 'after' | 'while' | 'comma' | 'and';

/** A part of a text that says one thing, and where it stands in the text. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly join: Join;
}

/** Words that join clauses, in one language. A word may be several ("and then"). */
export type Conjunctions = Readonly<Partial<Record<Join, readonly string[]>>>;

/** Between two clauses the first of these wins: "smiles, then" is `next`, "nods, and" is a list. */
const STRENGTH: readonly Join[] = ['next', 'after', 'while', 'comma', 'and'];
const MARKS: readonly (readonly [marks: RegExp, join: Join])[] = [
  [/[;.!?…。！？；\n>]/u, 'next'],
  [/[,:、，：—–/()[\]]/u, 'comma'],
  [/[&+]/u, 'and'],
];
const MARK = /[;.!?…。！？；\n>,:、，：—–/()[\]&+]| - /u;

/** Splits a text at punctuation and conjunctions. Clauses without a letter or a digit are dropped. */
export function splitIntoClauses(text: string, conjunctions: Conjunctions, isUnspaced = false): Clause[] {
  const clauses: Clause[] = [];
  let join: Join | undefined;
  let start = 0;
  for (const separator of [...text.matchAll(separatorOf(conjunctions, isUnspaced)), undefined]) {
    const clause = trimmed(text, start, separator?.index ?? text.length);
    if (clause !== undefined) {
      clauses.push({ ...clause, join: join ?? 'next' });
      join = undefined;
    }
    if (separator === undefined) break;
    join = stronger(join, joinOf(separator[0], conjunctions));
    start = separator.index + separator[0].length;
  }
  return clauses;
}

function separatorOf(conjunctions: Conjunctions, isUnspaced: boolean): RegExp {
  const words = Object.values(conjunctions).flat();
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  if (words.length === 0) return new RegExp(MARK, 'gu');
  const anyWord = longestFirst.join('|');
  // "rising and falling", "again and again" are one motion
  const whole = `(?<![\\p{L}\\p{N}'])(?:${anyWord})(?![\\p{L}\\p{N}'])(?! (?:fall|forth|again|over))`;
  return new RegExp(`${MARK.source}|${isUnspaced ? anyWord : whole}`, 'giu');
}

function joinOf(separator: string, conjunctions: Conjunctions): Join {
  const mark = MARKS.find(([marks]) => marks.test(separator));
  if (mark !== undefined) return mark[1];
  const word = separator.toLowerCase();
  return STRENGTH.find((join) => conjunctions[join]?.includes(word)) ?? 'comma';
}

function stronger(one: Join | undefined, other: Join): Join {
  return one === undefined || STRENGTH.indexOf(other) < STRENGTH.indexOf(one) ? other : one;
}

function trimmed(text: string, start: number, end: number): Omit<Clause, 'join'> | undefined {
  const part = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(part)) return undefined;
  const from = start + part.length - part.trimStart().length;
  const clean = part.trim();
  return { text: clean, start: from, end: from + clean.length };
}
