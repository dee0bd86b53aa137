import { openSafetyChecks } from '../composition/safety-checks.ts';
import { type Command, type CommandParts, UsageError } from './command.ts';
import { calibrateSafety } from './safety-calibrate.ts';
import type { SafetyCommand } from './safety-command.ts';
import { checkPictures } from './safety-picture.ts';
import { checkTexts } from './safety-text.ts';

const SUBCOMMANDS: Readonly<Record<string, SafetyCommand>> = {
  text: checkTexts,
  picture: checkPictures,
  calibrate: calibrateSafety,
};

export const safety: Command = {
  help: `Usage: reverie safety text "TEXT"... [--file TEXTS.json] [--json]
       reverie safety picture PICTURE... [--json]
       reverie safety calibrate FOLDER [--json]

Needs no running service. Asks the models that the settings name, after the built-in rules and the built-in classifier. For
operators: unlike what people are told, it shows categories and scores.

Options:
  --file PATH    a JSON file with texts: an array of them, or arrays by name; of a pair the last is the text
  --public       as for a profile or a moment, which everybody sees (otherwise: for a private chat)
  --minor        as for a character who is declared to be under 18
  --generative   as for an engine that can invent what is not in the picture
  --json         one JSON object per text or picture and line
  --help         this text

The exit code is 0 when everything is allowed, 3 when something is refused, 1 when a check could not be made.

Examples:
  reverie safety text "nods slowly, then smiles"
  reverie safety picture portrait.png --public --json
  reverie safety calibrate portraits/`,

  run: async ([name = '', ...parameters], parts: CommandParts) => {
    const command = SUBCOMMANDS[name];
    if (command === undefined) {
      throw new UsageError(
        `What of safety? One of: ${Object.keys(SUBCOMMANDS).join(', ')}. See: reverie safety --help`,
      );
    }
    const checks = openSafetyChecks(parts.config);
    try {
      return await command(parameters, { ...parts, checks });
    } finally {
      await checks.close();
    }
  },
};
