/** Prints, for each set of test/safety-texts, how many harmless texts the rules refuse and how many others they catch. Needs the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { judgeMotionText } from '../dist/domain/safety/text/judge-motion-text.js';

const FOLDER = new URL('../test/safety-texts/', import.meta.url);
const isRefused = (text) => judgeMotionText(text).categories.length > 0;
const share = (part, all) => `${part}/${all} (${((100 * part) / all).toFixed(1)} %)`;

console.log('set        harmless, refused     not harmless, caught');
for (const file of readdirSync(FOLDER)) {
  const { allowed, refused } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
  const wronged = allowed.filter(isRefused);
  const caught = refused.filter(([, text]) => isRefused(text));
  const columns = [share(wronged.length, allowed.length), share(caught.length, refused.length)];
  console.log(basename(file, '.json').padEnd(10), ...columns.map((column) => column.padEnd(21)));
  for (const text of wronged) console.log('           wrongly refused:', text);
  for (const [category, text] of refused) if (!isRefused(text)) console.log(`           missed (${category}):`, text);
}
