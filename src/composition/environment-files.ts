import { readFileSync } from 'node:fs';
import { ConfigError } from '../config/setting.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const FROM_FILE = /^((?:REVERIE|STRIPE)_\w*(?:KEY|SECRET)|DATABASE_URL)_FILE$/;

/**
 * Keys and secrets may be told as the path of a file instead, as containers get them: `REVERIE_SEEDANCE_KEY_FILE` is read into
 * `REVERIE_SEEDANCE_KEY`. Throws `ConfigError` when a file cannot be read.
 */
export function withEnvironmentFiles(environment: Environment): Environment {
  const told = { ...environment };
  for (const [name, path] of Object.entries(environment)) {
    const [, setting] = FROM_FILE.exec(name) ?? [];
    if (setting !== undefined && path !== undefined && path !== '') told[setting] ??= readKey(name, path);
  }
  return told;
}

function readKey(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigError([
      `${name} is '${path}', which cannot be read, expected the path of a file with the key in it`,
    ]);
  }
}
