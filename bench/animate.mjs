// `npm run bench:animate`: how long a clip of five seconds takes from command to file, beside the floor (ffmpeg encoding the
// very same frames from a file) and beside an ffmpeg zoom over the same picture; then the same clip made by a program that is
// up, as the service makes it, and one of ten seconds. Medians of three, in one run: compare the ratios, seconds differ from
// machine to machine. Needs ffmpeg; Linux, for the memory of all processes together.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { build, install, root } from '../scripts/set-up.mjs';

install();
build();
const { renderCharacter } = await import('../dist/demo/render-character.js');
const { encodeArguments } = await import('../dist/media/encode-arguments.js');

const RUNS = 3;
const SIZES = [
  { name: '720x720', width: 720, height: 720 },
  { name: '720x960', width: 720, height: 960 },
];
const folder = join(root, '.cache', 'bench');
mkdirSync(folder, { recursive: true });

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Wall and CPU seconds of a command with its children, as bash counts them. */
function timed(command) {
  const script = `TIMEFORMAT='%R %U %S'; time (${command.map((word) => `'${word}'`).join(' ')} >/dev/null 2>&1)`;
  const { stderr, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} failed`);
  const [wallSeconds, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wallSeconds, cpuSeconds: user + system };
}

function medianOf(command) {
  const runs = Array.from({ length: RUNS }, () => timed(command));
  return {
    wallSeconds: median(runs.map((run) => run.wallSeconds)),
    cpuSeconds: median(runs.map((run) => run.cpuSeconds)),
  };
}

/** Largest resident memory of a process and its descendants together, in megabytes, looked at every 40 ms. */
async function peakMegabytes(command) {
  const child = spawn(command[0], command.slice(1), { stdio: 'ignore' });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(child.pid));
  }, 40);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(look);
  return peak;
}

function residentMegabytes(rootPid) {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const number = (key) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        return [{ pid: Number(pid), parent: number('PPid'), kilobytes: number('VmRSS') }];
      } catch {
        return [];
      }
    });
  const family = new Set([rootPid]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
    grown = family.size > before;
  }
  return processes.reduce((sum, { pid, kilobytes }) => sum + (family.has(pid) ? kilobytes : 0), 0) / 1000;
}

/** See bench/first-frame.mjs. */
function firstFrameSeconds(picture) {
  return medianOf([process.execPath, join(root, 'bench', 'first-frame.mjs'), picture]).wallSeconds;
}

/** See bench/warm-clip.mjs. */
function warmClip(picture) {
  const script = join(root, 'bench', 'warm-clip.mjs');
  const { stdout, status } = spawnSync(process.execPath, [script, picture, join(folder, 'warm.mp4')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error('bench/warm-clip.mjs failed');
  return JSON.parse(stdout);
}

const rows = [];
for (const { name, width, height } of SIZES) {
  const picture = join(folder, `${name}.png`);
  writeFileSync(
    picture,
    await sharp(await renderCharacter('mira'))
      .resize(width, height, { position: 'top' })
      .png()
      .toBuffer(),
  );
  const [clip, frames, again] = ['clip.mp4', 'frames.yuv', 'again.mp4'].map((file) => join(folder, `${name}-${file}`));
  const reverie = [process.execPath, join(root, 'bin', 'reverie.mjs')];
  const animate = [...reverie, 'animate', picture, '--motion', 'look-around', '--seed', '7', '--force', '--out', clip];
  console.error(`${name}: animating …`);
  const animated = medianOf(animate);
  const megabytes = await peakMegabytes(animate);
  console.error(`${name}: encoding the same frames …`);
  spawnSync('ffmpeg', ['-v', 'error', '-y', '-i', clip, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', frames]);
  const settings = { widthPixels: width, heightPixels: height, framesPerSecond: 24, encoder: 'native' };
  const floor = medianOf(['ffmpeg', ...encodeArguments(settings, frames, again)]);
  console.error(`${name}: zooming …`);
  const zoom = `zoompan=z=1+0.0005*on:d=120:s=${width}x${height}:fps=24`;
  const encode = encodeArguments(settings, picture, again);
  const zoomed = medianOf(['ffmpeg', '-y', '-i', picture, '-vf', zoom, ...encode.slice(encode.indexOf('-i') + 2)]);
  console.error(`${name}: again, by a program that is up …`);
  const warm = warmClip(picture);
  rows.push({ name, animated, floor, zoomed, megabytes, warm, firstFrame: firstFrameSeconds(picture) });
  for (const file of [frames, again]) rmSync(file, { force: true });
}

const fixed = (value) => value.toFixed(1);
const date = new Date().toISOString().slice(0, 10);
const lines = rows.map(({ name, animated, floor, zoomed, megabytes, warm, firstFrame }) => {
  const cells = [
    `${date}, Node ${process.versions.node}, ${cpus().length} cores`,
    name,
    `${fixed(animated.wallSeconds)} / ${fixed(animated.cpuSeconds)}`,
    fixed(firstFrame),
    Math.round(megabytes),
    `${fixed(floor.wallSeconds)} / ${fixed(floor.cpuSeconds)}`,
    fixed(animated.wallSeconds / floor.wallSeconds),
    `${fixed(zoomed.wallSeconds)} / ${fixed(zoomed.cpuSeconds)}`,
    fixed(warm.startUpSeconds),
    fixed(warm.fiveSeconds),
    (warm.fiveSeconds / floor.wallSeconds).toFixed(2),
    (warm.tenSeconds / warm.fiveSeconds).toFixed(2),
  ];
  return `| ${cells.join(' | ')} |`;
});
console.log(lines.join('\n'));
appendFileSync(join(root, 'bench', 'animate-history.md'), `${lines.join('\n')}\n`);
