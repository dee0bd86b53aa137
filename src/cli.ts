/** Composition root of the command line: `reverie COMMAND ...`. */
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PictureAnimator } from './app/ports/picture-animator.ts';
import { type Command, type CommandParts, UsageError } from './cli/command.ts';
import { didYouMean } from './cli/did-you-mean.ts';
import { withEnvironmentFiles } from './composition/environment-files.ts';
import { readConfig } from './config/config.ts';
import { ConfigError } from './config/setting.ts';
import { createLocalAnimator } from './engines/local/local-animator.ts';
import { createPictureReader } from './media/read-picture.ts';
import { createVoiceReader } from './media/read-voice.ts';
import { createClipWriter } from './media/write-clip.ts';

/** A command as the help lists it. */
interface ListedCommand {
  readonly summary: string;
  load(): Promise<Command>;
}

/** Each is loaded only when it is asked for: loading all of them takes 0.7 of the second that passes before a clip is begun. */
const COMMANDS: Readonly<Record<string, ListedCommand>> = {
  animate: { summary: 'turn pictures into clips', load: async () => (await import('./cli/animate.ts')).animate },
  look: { summary: 'say how well a picture will animate', load: async () => (await import('./cli/look.ts')).look },
  motions: { summary: 'list the motions', load: async () => (await import('./cli/motions.ts')).motions },
  doctor: { summary: 'check that everything is in place', load: async () => (await import('./cli/doctor.ts')).doctor },
  safety: {
    summary: 'say what the safety check makes of texts and pictures',
    load: async () => (await import('./cli/safety.ts')).safety,
  },
  clips: {
    summary: 'your clips at a service: list, fetch or cancel them',
    load: async () => (await import('./cli/remote/clips.ts')).clips,
  },
  characters: {
    summary: 'characters at a service: list them, or make one',
    load: async () => (await import('./cli/remote/characters.ts')).characters,
  },
  wallet: {
    summary: 'your credits at a service, and their last movements',
    load: async () => (await import('./cli/remote/wallet.ts')).wallet,
  },
  serve: {
    summary: 'answer people and programs; clips are made by machines that run `reverie work`',
    load: async () => (await import('./cli/run-service.ts')).serve,
  },
  work: {
    summary: 'make the clips that people ordered at machines that run `reverie serve`',
    load: async () => (await import('./cli/run-service.ts')).work,
  },
  ledger: {
    summary: 'verify the credits: everything is added up again',
    load: async () => (await import('./cli/ledger.ts')).ledger,
  },
  db: {
    summary: 'write everything that is remembered to a file, or read it into a new database',
    load: async () => (await import('./cli/db.ts')).db,
  },
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
  const listed = COMMANDS[name];
  if (listed === undefined) {
    throw new UsageError(`There is no command '${name}'${didYouMean(name, Object.keys(COMMANDS))}`);
  }
  const command = await listed.load();
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
