import { basename } from 'node:path';
import { lookAtPicture } from '../app/look-at-picture.ts';
import { type Advice, adviseOn, overallAdvice } from '../domain/picture/advice.ts';
import { type Command, type CommandParts, UsageError } from './command.ts';
import { picturesOf } from './pictures-of.ts';
import { readWords } from './read-words.ts';

const MARKS: Record<Advice['level'], string> = { good: '✓', hint: '·', warning: '!' };
const VERDICTS = {
  great: 'will animate well',
  fine: 'will animate, with limits',
  weak: 'will not animate well',
} as const;

export const look: Command = {
  help: `Usage: reverie look PICTURE... [--json]

Looks at pictures (files, or all pictures of a folder) without animating them and says what helps, what limits the
motions, and what to do about it.

Options:
  --json   one JSON object per picture and line on standard output
  --help   this text

Examples:
  reverie look portrait.png
  reverie look portraits/ --json`,

  run: async (parameters, parts) => {
    const { json, paths } = readOptions(parameters);
    const animator = parts.animator(1);
    let refused = 0;
    for (const path of await picturesOf(paths)) {
      const outcome = await lookAtPicture({ pictures: parts.pictures, animator }, { path }, { signal: parts.signal });
      if (!outcome.ok) {
        refused++;
        if (json) parts.print(JSON.stringify({ picture: path, ...outcome }));
        parts.note(`${path}: ${outcome.sentence}`);
        continue;
      }
      const advice = adviseOn(outcome.facts, outcome);
      if (json)
        parts.print(
          JSON.stringify({ picture: path, ok: true, overall: overallAdvice(advice), advice, facts: outcome.facts }),
        );
      else printAdvice(path, advice, parts);
    }
    return refused === 0 ? 0 : 2;
  },
};

function readOptions(parameters: readonly string[]): { readonly json: boolean; readonly paths: readonly string[] } {
  const { values, positionals } = readWords('look', parameters, { json: { type: 'boolean' } });
  if (positionals.length === 0) throw new UsageError('Which picture? For example: reverie look portrait.png');
  return { json: values.json === true, paths: positionals };
}

function printAdvice(path: string, advice: readonly Advice[], { print }: CommandParts): void {
  print(`${basename(path)} ${VERDICTS[overallAdvice(advice)]}:`);
  for (const { level, sentence, whatToDo } of advice) {
    print(`  ${MARKS[level]} ${sentence}${whatToDo === undefined ? '' : ` ${whatToDo}`}`);
  }
}
