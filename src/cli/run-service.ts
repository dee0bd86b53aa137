import { availableParallelism } from 'node:os';
import { type Role, runRoles } from '../composition/run-roles.ts';
import { type Command, UsageError } from './command.ts';

/** `reverie serve`: the web side alone, for machines that answer people. */
export const serve = roleCommand('web', {
  name: 'serve',
  text: 'Serves the web app and the API, and makes no clips itself. Any number of machines may do it, on one PostgreSQL.',
});

/** `reverie work`: the workers alone. */
export const work = roleCommand('work', {
  name: 'work',
  text: 'Carries clips through their life and listens to nobody. Any number of machines may do it, on one PostgreSQL.',
});

function roleCommand(role: Role, { name, text }: { name: string; text: string }): Command {
  return {
    help: `Usage: reverie ${name}

${text}
Files have to be in one place for all of them (REVERIE_BUCKET, or one REVERIE_DATA_DIR that all machines see), and
REVERIE_SECRET has to be the same. Ctrl-C or SIGTERM stops it in order: what cannot end in time is taken up by others.
On one machine, \`npm start\` does both in one process.

Options:
  --help   this text

Example:
  DATABASE_URL=postgres://reverie@db/reverie REVERIE_SECRET=$(cat secret) reverie ${name}`,
    run: async (parameters, { config }) => {
      if (parameters.length > 0)
        throw new UsageError(`reverie ${name} takes no words, but got '${parameters.join(' ')}'.`);
      if (config.databaseUrl === undefined) {
        throw new UsageError(
          `reverie ${name} needs DATABASE_URL: the embedded database belongs to one process. Use \`npm start\` on one machine.`,
        );
      }
      return runRoles([role], process.env, availableParallelism());
    },
  };
}
