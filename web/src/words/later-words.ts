import later from './en.later.json';
import { addWords } from './words.ts';

/** The words of help, settings, wallet and operators: imported by those pages, so that nobody else waits for them. */
addWords(later);
