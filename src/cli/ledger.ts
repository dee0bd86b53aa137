import { verifyLedger } from '../composition/database-tools.ts';
import { type Command, UsageError } from './command.ts';

export const ledger: Command = {
  help: `Usage: reverie ledger verify

Adds up every posting again and compares: entries with zero, wallets with their entries, their grants and their holds, and
what was reserved for clips with how these ended. Says each difference in a line. Works on DATABASE_URL while the service runs;
an embedded database (REVERIE_DATA_DIR) belongs to one process, so stop the service first.

Exit codes: 0 exact, 1 differences or something broke, 2 a mistake in what was asked.

Options:
  --help   this text

Example:
  reverie ledger verify`,
  run: async (parameters, { config, print }) => {
    if (parameters.join(' ') !== 'verify')
      throw new UsageError("It is 'reverie ledger verify'. See: reverie ledger --help");
    const { differences, entries, wallets } = await verifyLedger(config);
    for (const difference of differences) print(difference);
    const looked = `${entries} entries and ${wallets} wallets were added up again`;
    print(differences.length === 0 ? `Exact: ${looked}.` : `${differences.length} differences: ${looked}.`);
    return differences.length === 0 ? 0 : 1;
  },
};
