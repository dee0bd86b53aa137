import { exportToFile, importFromFile } from '../composition/database-tools.ts';
import { type Command, UsageError } from './command.ts';

export const db: Command = {
  help: `Usage: reverie db export FILE
       reverie db import FILE

Writes everything the service remembers (people, credits, clips, chats, settings) as lines of JSON, or reads it into a
database in which nothing has happened yet: all of it or nothing. That is how an embedded database moves to PostgreSQL, or to
a new version. Pictures and clips themselves are files, and not part of it. The file holds password hashes and whatever people
wrote: keep it as safe as the database.

DATABASE_URL says which database, REVERIE_DATA_DIR the folder of an embedded one; stop the service before you touch that.

Options:
  --help   this text

Examples:
  reverie db export reverie.jsonl
  DATABASE_URL=postgres://reverie@db/reverie reverie db import reverie.jsonl`,
  run: async ([verb, path, ...rest], { config, print }) => {
    if ((verb !== 'export' && verb !== 'import') || path === undefined || rest.length > 0) {
      throw new UsageError("It is 'reverie db export FILE' or 'reverie db import FILE'. See: reverie db --help");
    }
    const rows = verb === 'export' ? await exportToFile(config, path) : await importFromFile(config, path);
    print(verb === 'export' ? `${path} has ${rows} rows.` : `${rows} rows were read from ${path}.`);
    return 0;
  },
};
