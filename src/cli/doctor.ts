import { mkdir, statfs } from 'node:fs/promises';
import { createLocalAnimator } from '../engines/local/local-animator.ts';
import { chooseFfmpeg } from '../media/write-clip.ts';
import { type Command, type CommandParts, UsageError } from './command.ts';

/** Below this a clip may not fit any more: ten seconds take up to 10 MB, twice while they are written. */
const SMALLEST_FREE_MEGABYTES = 100;
/** Side of the grey picture that is looked at to see whether models and worker are well. */
const PROBE_SIDE_PIXELS = 720;

interface Finding {
  readonly ok: boolean;
  readonly sentence: string;
}

export const doctor: Command = {
  summary: 'check that everything is in place',
  help: `Usage: reverie doctor [--json]

Checks the installation and says in words what is there, what is missing and what that means. Exit code 1 when
something is missing that clips cannot be made without.

Example:
  reverie doctor`,

  run: async (parameters, parts) => {
    const wrong = parameters.find((word) => word !== '--json');
    if (wrong !== undefined)
      throw new UsageError(`'reverie doctor' does not know '${wrong}'. See: reverie doctor --help`);
    const findings: Finding[] = [];
    for (const check of [node, encoder, models, space]) findings.push(await check(parts));
    if (parameters.includes('--json')) parts.print(JSON.stringify(findings));
    else for (const { ok, sentence } of findings) parts.print(`${ok ? '✓' : '✗'} ${sentence}`);
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
};

async function node(): Promise<Finding> {
  return { ok: true, sentence: `Node ${process.versions.node} on ${process.platform} ${process.arch}.` };
}

async function encoder({ config }: CommandParts): Promise<Finding> {
  const runner = await chooseFfmpeg(config);
  const speed =
    runner.kind === 'native'
      ? 'clips are encoded at full speed'
      : 'no usable ffmpeg was found; clips are encoded about four times slower, which adds some seconds to each';
  return { ok: true, sentence: `${runner.description}: ${speed}.` };
}

/** Looks at a plain grey picture: loads every model, starts the worker, runs the detectors. */
async function models(_: CommandParts): Promise<Finding> {
  const animator = createLocalAnimator();
  try {
    const rgba = new Uint8Array(PROBE_SIDE_PIXELS * PROBE_SIDE_PIXELS * 4).fill(128);
    const facts = await animator.look({ widthPixels: PROBE_SIDE_PIXELS, heightPixels: PROBE_SIDE_PIXELS, rgba });
    const sees = facts.face === undefined;
    return {
      ok: sees,
      sentence: sees
        ? 'The models for faces, hands and people are there and work.'
        : 'The models see a face in a plain grey picture: reinstall with npm ci.',
    };
  } catch (error) {
    return { ok: false, sentence: `The animator does not start: ${error instanceof Error ? error.message : error}` };
  } finally {
    await animator.close();
  }
}

async function space({ config }: CommandParts): Promise<Finding> {
  try {
    await mkdir(config.dataFolder, { recursive: true });
    const { bavail, bsize } = await statfs(config.dataFolder);
    const megabytes = Math.floor((bavail * bsize) / 1e6);
    const ok = megabytes >= SMALLEST_FREE_MEGABYTES;
    return {
      ok,
      sentence: `${megabytes} MB are free in ${config.dataFolder}${ok ? '' : ': too little, free some space'}.`,
    };
  } catch (error) {
    return {
      ok: false,
      sentence: `The data folder ${config.dataFolder} cannot be used: ${error instanceof Error ? error.message : error}`,
    };
  }
}
