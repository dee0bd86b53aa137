/** What is worth saying of a custom motion text while it is written. */
export type TextAdvice = 'empty' | 'good' | 'long' | 'speech';

const CLAUSE_END = /[,;.!?…]+|\bthen\b|\band\b/giu;
const SPEECH = /\b(?:say|says|saying|sing|sings|singing|talk|talks|talking|speak|speaks|speaking|tells?|whispers?)\b/iu;
const FEW_CLAUSES = 3;
const WORDS_OF_THREE_SHORT_CLAUSES = 9;
const MOST_WORDS = 18;

/** Beats of a text, as a person would count them. */
export function beatsIn(text: string): number {
  return clausesOf(text).length;
}

/** One or two short beats look best. The product page's own examples, the longest of which has three, are all fine. */
export function adviceOnText(text: string): TextAdvice {
  if (text.trim() === '') return 'empty';
  if (SPEECH.test(text)) return 'speech';
  const clauses = clausesOf(text);
  const words = clauses.flatMap((clause) => clause.split(/\s+/u)).length;
  const isLong =
    clauses.length > FEW_CLAUSES ||
    (clauses.length === FEW_CLAUSES && words > WORDS_OF_THREE_SHORT_CLAUSES) ||
    words > MOST_WORDS;
  return isLong ? 'long' : 'good';
}

const clausesOf = (text: string): string[] =>
  text
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
