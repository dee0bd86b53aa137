import later from './en.later.json';
import { addWords } from './words.ts';

/** The words of all pages but the first: imported by each of them, so that nobody waits for them before. */
addWords(later);
