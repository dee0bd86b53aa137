import type { Command } from '../command.ts';
import { readJsonOption } from '../read-words.ts';
import { atService, openClient, SERVICE_HELP, splitServiceWords } from './open-client.ts';

const LINES = 20;
const grouped = new Intl.NumberFormat('en', { signDisplay: 'exceptZero' });

/** `reverie wallet`: what one has, and what became of it lately. */
export const wallet: Command = {
  help: `Usage: reverie wallet [options]

Shows the credits that you have at a service, and the last ${LINES} movements with the clips that they paid for.

Options:
${SERVICE_HELP}
  --json             one JSON object on standard output
  --help             this text

Example:
  REVERIE_API_KEY=rvk_… reverie wallet --server https://clips.example.com`,

  run: async (parameters, parts) => {
    const { service, rest } = splitServiceWords(parameters);
    const json = readJsonOption('wallet', rest);
    return atService(parts, async () => {
      const reverie = await openClient(service, parts);
      const { signal } = parts;
      const have = await reverie.wallet.get({ signal });
      const { items } = await reverie.wallet.entries({ limit: LINES }, { signal }).page();
      if (json) parts.print(JSON.stringify({ ...have, entries: items }));
      else {
        const format = new Intl.NumberFormat('en').format;
        parts.print(`${format(have.credits)} credits, and ${format(have.heldCredits)} reserved`);
        for (const { at, walletCredits, sentence } of items)
          parts.print(
            `  ${at.slice(0, 16).replace('T', ' ')}  ${grouped.format(walletCredits).padStart(12)}  ${sentence}`,
          );
      }
      return 0;
    });
  },
};
