import { fold } from './fold.ts';
import { PLAIN_MOTION_STEMS } from './plain-motion-words.ts';

/** Endings that a stem of the vocabulary may have. */
const ENDINGS = ['', 's', 'es', 'ed', 'd', 'ing', 'ly', 'er', 'y', 'ies', 'ily', 'n'];

/** Whether every word of a text is in the closed vocabulary of motion; numbers and signs count as words it does not have. */
export function isPlainMotion(text: string): boolean {
  const words = fold(text.normalize('NFKC')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.every(isPlainWord);
}

function isPlainWord(word: string): boolean {
  return ENDINGS.some((ending) => {
    if (!word.endsWith(ending)) return false;
    const stem = word.slice(0, word.length - ending.length);
    return [stem, `${stem}e`, `${stem}y`, singled(stem)].some((form) => PLAIN_MOTION_STEMS.has(form));
  });
}

/** "nodding": the last letter is doubled before an ending. */
const singled = (stem: string): string => stem.replace(/(.)\1$/u, '$1');
