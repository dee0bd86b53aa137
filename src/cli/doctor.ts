import { accessSync, constants, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { ClipToWrite } from '../app/ports/clip-writer.ts';
import { probeEngines } from '../composition/hosted-engines.ts';
import { FRAMES_PER_SECOND, SHORT_SIDE_PIXELS } from '../domain/clip/clip-format.ts';
import { warpModuleUrl } from '../engines/local/warp-module.ts';
import { chooseFfmpeg } from '../media/write-clip.ts';
import type { Command, CommandParts } from './command.ts';
import { readJsonOption } from './read-words.ts';

/** Below this a clip may not fit any more: ten seconds take up to 10 MB, twice while they are written. */
const SMALLEST_FREE_MEGABYTES = 100;
/** Side of the grey clip that is encoded to see whether the encoder is well. */
const PROBE_CLIP_PIXELS = 128;
const GREY = 128;

interface Finding {
  readonly ok: boolean;
  readonly sentence: string;
}

/** What is looked at, in this order. A check that throws has found something broken. */
const CHECKS: Readonly<Record<string, (parts: CommandParts) => Promise<Finding>>> = {
  node,
  encoder,
  kernel,
  models,
  engines,
  space,
  browser,
};

export const doctor: Command = {
  help: `Usage: reverie doctor [--json]

Checks the installation and says in words what is there, what is missing and what that means. Encodes a small clip and
runs the models, so it takes a few seconds. Exit code 1 when something is missing that clips cannot be made without.

Options:
  --json   the findings as one JSON array on standard output
  --help   this text

Examples:
  reverie doctor
  REVERIE_FFMPEG=/opt/ffmpeg/bin/ffmpeg reverie doctor`,

  run: async (parameters, parts) => {
    const json = readJsonOption('doctor', parameters);
    const findings: (Finding & { readonly check: string })[] = [];
    for (const [check, look] of Object.entries(CHECKS)) {
      const finding = await look(parts).catch(asFinding);
      parts.signal.throwIfAborted();
      findings.push({ check, ...finding });
      if (!json) parts.print(`${finding.ok ? '✓' : '✗'} ${finding.sentence}`);
    }
    if (json) parts.print(JSON.stringify(findings));
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
};

/** The errors of the adapters are sentences for people already. */
function asFinding(error: unknown): Finding {
  return { ok: false, sentence: error instanceof Error ? error.message : String(error) };
}

async function node(): Promise<Finding> {
  return { ok: true, sentence: `Node ${process.versions.node} on ${process.platform} ${process.arch}.` };
}

/** Encodes a second of grey, as a clip would be: what starts may still not be able to write H.264. */
async function encoder({ clips, config, signal }: CommandParts): Promise<Finding> {
  const command = pathOf(config.ffmpegCommand);
  const { kind, description } = await chooseFfmpeg({ ffmpegCommand: command });
  const folder = await mkdtemp(join(tmpdir(), 'reverie-doctor-'));
  try {
    const clip = { ...PROBE_CLIP, clipPath: join(folder, 'grey.mp4') };
    await clips.write(clip, greyFrames(clip), { signal });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (kind === 'native') return { ok: true, sentence: `${description} has libx264 and encodes clips, at full speed.` };
  const why =
    command === 'none' ? 'because REVERIE_FFMPEG is none' : `because no ffmpeg with libx264 starts as '${command}'`;
  return {
    ok: true,
    sentence: `${description} encodes clips, ${why}: about four times slower, some seconds for each.`,
  };
}

const PROBE_CLIP = {
  widthPixels: PROBE_CLIP_PIXELS,
  heightPixels: PROBE_CLIP_PIXELS,
  framesPerSecond: FRAMES_PER_SECOND,
  frameCount: FRAMES_PER_SECOND,
};

async function* greyFrames({ widthPixels, heightPixels, frameCount }: ClipToWrite): AsyncGenerator<Uint8Array> {
  const frame = new Uint8Array((widthPixels * heightPixels * 3) / 2).fill(GREY);
  for (let index = 0; index < frameCount; index++) yield frame;
}

/** Where a command lies, so that the person sees which of several is used; the name itself when it is not found. */
function pathOf(command: string): string {
  if (command === 'none' || /[\\/]/.test(command)) return command;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find((path) => mayUse(path, constants.X_OK)) ?? command;
}

/** Compiles what draws; a processor without SIMD refuses it. */
async function kernel(): Promise<Finding> {
  try {
    new WebAssembly.Module(await readFile(warpModuleUrl));
    return { ok: true, sentence: 'The drawing kernel is built, and this machine runs it (WebAssembly SIMD).' };
  } catch {
    return { ok: false, sentence: 'The drawing kernel is not built, or this machine cannot run it: npm run build.' };
  }
}

/** Looks at a plain grey picture: starts the worker, loads and verifies every model, runs the detectors. */
async function models({ animator, signal }: CommandParts): Promise<Finding> {
  const side = SHORT_SIDE_PIXELS;
  const rgba = new Uint8Array(side * side * 4).fill(GREY);
  const facts = await animator(1).look({ widthPixels: side, heightPixels: side, rgba }, { signal });
  const ok = facts.face === undefined;
  const well = 'The models for faces, people and hands are there, are the ones that were tested (SHA-256), and work.';
  return {
    ok,
    sentence: ok ? well : 'The models see a face in a plain grey picture: delete node_modules and run npm ci.',
  };
}

/** Asks every hosted engine that is set up about its models; clips can be made here without any of them. */
async function engines({ config }: CommandParts): Promise<Finding> {
  const probes = await probeEngines({ config, fetch });
  if (probes.length === 0)
    return { ok: true, sentence: 'No hosted engine is set up; the built-in one makes all clips.' };
  return {
    ok: probes.every(({ isGood }) => isGood),
    sentence: probes.map(({ sentence }) => sentence).join(' '),
  };
}

/** Makes nothing: the folder is made when the page first needs it. */
async function space({ config }: CommandParts): Promise<Finding> {
  const folder = nearestFolder(resolve(config.dataFolder));
  if (!mayUse(folder, constants.W_OK)) {
    return {
      ok: false,
      sentence: `Nothing can be written into ${folder}: choose another folder with REVERIE_DATA_DIR.`,
    };
  }
  const { bavail, bsize } = await statfs(folder);
  const megabytes = Math.floor((bavail * bsize) / 1e6);
  const ok = megabytes >= SMALLEST_FREE_MEGABYTES;
  return { ok, sentence: `${megabytes} MB are free in ${folder}${ok ? '' : ': too little, free some space'}.` };
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}

function mayUse(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

async function browser(): Promise<Finding> {
  return { ok: true, sentence: 'No browser is needed: Chromium only serves the tests of the page, where it is there.' };
}
