import { EMOTIONS } from '../domain/motion/living-avatar.ts';
import { MOTIONS } from '../domain/motion/presets.ts';
import type { Command } from './command.ts';
import { readJsonOption } from './read-words.ts';

export const motions: Command = {
  help: `Usage: reverie motions [--json]

Lists the motions that 'reverie animate --motion NAME' can play, and what each is best for.

Examples:
  reverie motions
  reverie motions --json`,

  run: async (parameters, { print }) => {
    if (readJsonOption('motions', parameters)) print(JSON.stringify(MOTIONS));
    else {
      for (const { id, title, bestFor } of MOTIONS) print(`${id.padEnd(18)} ${title.padEnd(16)} ${bestFor}`);
      print(
        `\nFor profiles, as an endless loop: 'reverie animate --emotion NAME' (${EMOTIONS.map(({ id }) => id).join(', ')})`,
      );
    }
    return 0;
  },
};
