import { type Command, type CommandParts, UsageError } from '../command.ts';
import { readWords } from '../read-words.ts';
import { atService, openClient, SERVICE_HELP, splitServiceWords } from './open-client.ts';

/** `reverie characters`: whose pictures can be animated. */
export const characters: Command = {
  help: `Usage: reverie characters [options]
       reverie characters --create NAME --age adult|minor [options]

Lists the characters that you see at a service, newest first, yours with a star; or makes one of your own, so that
'reverie animate' can take pictures of it. Every character is said to be an adult or a minor; minors move with care.

Options:
  --create NAME      make a character with this name
  --age adult|minor  what the new character is
${SERVICE_HELP}
  --json             one JSON object per character and line on standard output
  --help             this text

Example:
  reverie characters --create Mira --age adult --server http://127.0.0.1:4600 --demo`,

  run: async (parameters, parts) => {
    const { service, rest } = splitServiceWords(parameters);
    const { values } = readWords('characters', rest, {
      create: { type: 'string' },
      age: { type: 'string' },
      json: { type: 'boolean' },
    });
    const declaredAge = values.create === undefined ? undefined : readAge(values.age);
    return atService(parts, async () => {
      const reverie = await openClient(service, parts);
      const { signal } = parts;
      if (values.create === undefined || declaredAge === undefined) {
        for await (const one of reverie.characters.list({}, { signal })) show(one, values.json, parts);
      } else
        show(await reverie.characters.create({ name: values.create, declaredAge }, { signal }), values.json, parts);
      return 0;
    });
  },
};

function readAge(age: string | undefined): 'adult' | 'minor' {
  if (age === 'adult' || age === 'minor') return age;
  throw new UsageError('A new character needs --age adult or --age minor.');
}

function show(
  one: { readonly id: string; readonly name: string; readonly isMine: boolean },
  json: boolean | undefined,
  { print }: CommandParts,
): void {
  print(json ? JSON.stringify(one) : `${one.id}  ${one.isMine ? '*' : ' '} ${one.name}`);
}
