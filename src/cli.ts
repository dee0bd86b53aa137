/** Composition root of the command line: `reverie COMMAND ...`. */
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PictureAnimator } from './app/ports/picture-animator.ts';
import { animate } from './cli/animate.ts';
import { type Command, type CommandParts, UsageError } from './cli/command.ts';
import { db } from './cli/db.ts';
import { didYouMean } from './cli/did-you-mean.ts';
import { doctor } from './cli/doctor.ts';
import { ledger } from './cli/ledger.ts';
import { look } from './cli/look.ts';
import { motions } from './cli/motions.ts';
import { characters } from './cli/remote/characters.ts';
import { clips } from './cli/remote/clips.ts';
import { wallet } from './cli/remote/wallet.ts';
import { serve, work } from './cli/run-service.ts';
import { safety } from './cli/safety.ts';
import { withEnvironmentFiles } from './composition/environment-files.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLocalAnimator } from './engines/local/local-animator.ts';
import { createPictureReader } from './media/read-picture.ts';
import { createVoiceReader } from './media/read-voice.ts';
import { createClipWriter } from './media/write-clip.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  animate,
  look,
  motions,
  doctor,
  safety,
  clips,
  characters,
  wallet,
  serve,
  work,
  ledger,
  db,
};
const STOPPED_EXIT_CODE = 130;

const HELP = `Reverie Motion turns a character's picture into a short, silent, unwatermarked 720p clip.

Usage: reverie COMMAND [options]

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')}

  reverie COMMAND --help    usage, options and examples
  reverie --version

Example:
  reverie animate portrait.png --motion smile-and-blink`;

const stop = new AbortController();

/** Runs a command line and returns the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...parameters] = words;
  if (name === undefined || ['help', '--help', '-h'].includes(name)) return print(HELP);
  if (name === '--version') return print(versionOfPackage());
  const command = COMMANDS[name];
  if (command === undefined) {
    throw new UsageError(`There is no command '${name}'${didYouMean(name, Object.keys(COMMANDS))}`);
  }
  if (parameters.includes('--help') || parameters.includes('-h')) return print(command.help);
  return runCommand(command, parameters);
}

async function runCommand(command: Command, parameters: readonly string[]): Promise<number> {
  const config = readConfig(withEnvironmentFiles(process.env));
  const animators: PictureAnimator[] = [];
  const parts: CommandParts = {
    config,
    pictures: createPictureReader(),
    clips: createClipWriter({ ffmpegCommand: config.ffmpegCommand }),
    voices: createVoiceReader({ ffmpegCommand: config.ffmpegCommand }),
    animator: (workers) => {
      const animator = createLocalAnimator({ workers });
      animators.push(animator);
      return animator;
    },
    signal: stop.signal,
    print: (line) => print(line),
    note: (line) => process.stderr.write(`${line}\n`),
    terminal: process.stderr.isTTY
      ? {
          columns: () => process.stderr.columns,
          write: (text) => void process.stderr.write(text),
        }
      : undefined,
    now: () => performance.now(),
    newSeed: () => randomInt(2 ** 32),
  };
  try {
    return await command.run(parameters, parts);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write('Stopped; nothing half-written is left.\n');
    return STOPPED_EXIT_CODE;
  } finally {
    await Promise.all(animators.map((animator) => animator.close()));
  }
}

function print(line: string): 0 {
  process.stdout.write(`${line}\n`);
  return 0;
}

function versionOfPackage(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Mistakes and broken surroundings are one sentence; only what nobody foresaw shows where it happened. */
function explain(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const foreseen = error instanceof UsageError || error instanceof ConfigError || MENDABLE.has(String(code));
  if (error instanceof Error && (foreseen || 'retryable' in error)) {
    process.stderr.write(`${error.message}\n`);
    return foreseen ? 2 : 1;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}

/** Codes of errors that the person at the keyboard can mend. */
const MENDABLE: ReadonlySet<string> = new Set(['no-space', 'not-writable']);

const onStop = (): void => stop.abort(new Error('stopped'));
// for as long as the program lives: pressing Ctrl-C twice must not cut the tidying short
process.on('SIGINT', onStop).on('SIGTERM', onStop);
// a reader of our words that goes away (`| head`) is no error; nobody waits for the rest
process.stdout.on('error', onStop);
process.stderr.on('error', onStop);
process.exitCode = await main(process.argv.slice(2)).catch(explain);
