import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectClip, masterProfileFaults } from '../../src/media/inspect-clip.ts';
import { demoPicture } from '../support/pictures.ts';

const REVERIE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'bin', 'reverie.mjs');

let folder: string;
let portrait: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reverie-cli-'));
  portrait = join(folder, 'mira.png');
  copyFileSync((await demoPicture('mira')).path, portrait);
});
afterAll(() => rmSync(folder, { recursive: true }));

function reverie(...words: string[]) {
  return reverieWith({}, ...words);
}

function reverieWith(settings: Record<string, string>, ...words: string[]) {
  const env = { ...process.env, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, [REVERIE, ...words], { cwd: folder, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

const leftovers = (): string[] => readdirSync(folder).filter((name) => name.includes('.part-'));

describe('reverie animate', () => {
  it('turns a portrait into a clip with the master profile and says where it is', async () => {
    const { status, stdout, stderr } = reverie(
      'animate',
      'mira.png',
      '--motion',
      'smile-and-blink',
      '--seconds',
      '3',
      '--seed',
      '0',
      '--poster',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/mira_smile-and-blink\.mp4 \(720x960, 3 s, \d\.\d MB, seed 0\)/);
    expect(stderr).toContain('mira.png: 50 % drawn');
    const expected = { widthPixels: 720, heightPixels: 960, frameCount: 72, framesPerSecond: 24 };
    expect(masterProfileFaults(await inspectClip(join(folder, 'mira_smile-and-blink.mp4')), expected)).toEqual([]);
    expect((await sharp(join(folder, 'mira_smile-and-blink.jpg')).metadata()).width).toBe(720);
    expect(leftovers()).toEqual([]);
  });

  it('says what of a custom text it leaves out before it draws, and answers in JSON', () => {
    const { status, stdout, stderr } = reverie(
      'animate',
      'mira.png',
      '--custom',
      'Tucks a strand of hair behind her ear, looks down.',
      '--seconds',
      '3',
      '--out',
      'custom.mp4',
      '--json',
    );
    expect(status).toBe(0);
    expect(stderr.split('\n')[0]).toMatch(/hair behind her ear/i);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ ok: true, motion: 'custom', lengthSeconds: 3, widthPixels: 720 });
    expect(answer.notPossible).toHaveLength(1);
  });

  it('makes a clip of every picture of a folder, several at a time, and goes on after a bad one', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    copyFileSync(portrait, join(many, 'a.png'));
    writeFileSync(join(many, 'b.png'), 'not a picture');
    copyFileSync(portrait, join(many, 'c.png'));
    const { status, stdout, stderr } = reverie('animate', 'many', '--seconds', '3', '--jobs', '2');
    expect(status).toBe(2);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('b.png: This file is not a picture');
    expect(existsSync(join(many, 'a_gentle-movement.mp4')) && existsSync(join(many, 'c_gentle-movement.mp4'))).toBe(true);
  });

  it('leaves nothing half-written after Ctrl-C', async () => {
    const child = spawn(process.execPath, [REVERIE, 'animate', 'mira.png', '--out', 'stopped.mp4', '--seconds', '10'], { cwd: folder });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
      if (said.includes('25 % drawn')) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(said).toContain('nothing half-written is left');
    expect(existsSync(join(folder, 'stopped.mp4'))).toBe(false);
    expect(leftovers()).toEqual([]);
  });
});

describe('every mistake is one clear sentence and exit code 2', () => {
  const file = (name: string, bytes: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const plain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'grey' } }).png({ compressionLevel: 1 });
  beforeAll(async () => {
    await plain(100, 300).toFile(join(folder, 'small.png'));
    await plain(7000, 6000).toFile(join(folder, 'vast.png'));
  });
  const cases: readonly (readonly [what: string, words: () => string[], says: RegExp])[] = [
    ['no picture', () => ['animate'], /^Which picture\? For example/],
    ['a missing file', () => ['animate', 'nowhere.png'], /^nowhere\.png: There is no such file/],
    ['a file that is no picture', () => ['animate', file('letter.png', 'Dear reader')], /This file is not a picture/],
    ['a picture that ends too early', () => ['animate', file('cut.png', readFileSync(portrait).subarray(0, 9000))], /is damaged/],
    ['a picture that is too small', () => ['animate', 'small.png'], /too small: its shorter side needs at least 128 pixels/],
    ['a picture of too many pixels', () => ['animate', 'vast.png'], /more than 40 megapixels/],
    ['a file of too many bytes', () => ['animate', file('heavy.png', new Uint8Array(21 * 1024 * 1024))], /larger than 20 MB/],
    ['an animated picture', () => ['animate', file('moving.gif', 'GIF89a')], /animated already/],
    ['an SVG', () => ['animate', file('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')], /vector drawing/],
    [
      'an unknown motion',
      () => ['animate', 'mira.png', '--motion', 'smile-and-blnk'],
      /^There is no motion 'smile-and-blnk': did you mean 'smile-and-blink'\?/,
    ],
    ['a length beyond ten seconds', () => ['animate', 'mira.png', '--seconds', '60'], /^--seconds must be a number from 3 to 10, not '60'/],
    ['a length below zero', () => ['animate', 'mira.png', '--seconds', '-3'], /^Option '--seconds' needs a value/],
    ['a seed that is none', () => ['animate', 'mira.png', '--seed', '1.5'], /^--seed must be a whole number/],
    ['an empty seed, which is not 0', () => ['animate', 'mira.png', '--seed', ''], /^--seed must be a whole number/],
    ['a seed in words', () => ['animate', 'mira.png', '--seed', 'seven'], /^--seed .*, not 'seven'\.$/m],
    ['an unknown strength', () => ['animate', 'mira.png', '--strength', 'livly'], /did you mean 'lively'\?/],
    ['an unknown finish', () => ['animate', 'mira.png', '--finish', 'flim'], /did you mean 'film'\?/],
    ['a text and a preset', () => ['animate', 'mira.png', '--custom', 'nods', '--motion', 'breathing'], /^Choose either/],
    ['a text that nothing can be made of', () => ['animate', 'mira.png', '--custom', 'the quarterly report'], /./],
    ['an unknown option', () => ['animate', 'mira.png', '--sound'], /--sound.*See: reverie animate --help/],
    ['a clip that is there already', () => ['animate', 'mira.png', '--out', 'there.mp4'], /is there already: use --force/],
    ['a folder that does not exist', () => ['animate', 'mira.png', '--out', 'no/where.mp4'], /^The folder for the clip does not exist/],
    ['another ending', () => ['animate', 'mira.png', '--out', 'clip.gif'], /must end in \.mp4/],
    ['a folder without pictures', () => ['animate', empty()], /no pictures in the folder/],
    ['an unknown command', () => ['animat'], /did you mean 'animate'\?/],
    [
      'a poster that would replace the picture',
      () => ['animate', photo(), '--out', 'photo.mp4', '--poster', '--force'],
      /is one of the pictures/,
    ],
    ['two pictures that would become one clip', () => ['animate', photo(), file('photo.png', '')], /^Two pictures would both become/],
    ['several pictures for one file', () => ['animate', 'mira.png', 'small.png', '--out', 'one.mp4'], /is not a folder/],
    ['a word too many', () => ['doctor', 'please'], /'reverie doctor' does not know 'please'/],
    ['looking at something that is no picture', () => ['look', file('letter.png', 'Dear reader')], /This file is not a picture/],
    ['looking at nothing', () => ['look'], /^Which picture\?/],
  ];
  const photo = (): string => {
    copyFileSync(portrait, join(folder, 'photo.jpg'));
    return join(folder, 'photo.jpg');
  };
  const empty = (): string => mkdtempSync(join(folder, 'empty-'));

  it.each(cases)('%s', (_, words, says) => {
    writeFileSync(join(folder, 'there.mp4'), '');
    const { status, stdout, stderr } = reverie(...words());
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('also a setting that makes no sense', () => {
    const { status, stderr } = reverieWith({ REVERIE_PORT: 'eighty' }, 'motions');
    expect(stderr).toMatch(/REVERIE_PORT is 'eighty', expected a port/);
    expect(status).toBe(2);
  });

  it('also a folder that nothing can be written into', () => {
    const readOnly = spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=1m', 'tmpfs', mkdtempSync(join(folder, 'ro-'))]);
    if (readOnly.status !== 0) {
      console.warn('SKIPPED: no read-only folder can be made here without being root.');
      return;
    }
    const mounted = readdirSync(folder).find((name) => name.startsWith('ro-'))!;
    const { status, stderr } = reverie('animate', 'mira.png', '--out', join(mounted, 'x.mp4'));
    spawnSync('umount', [join(folder, mounted)]);
    expect(stderr).toMatch(/read-only|permission/);
    expect(status).toBe(2);
  });

  it('and a disk without space, found while encoding', () => {
    const place = mkdtempSync(join(folder, 'full-'));
    const full = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]);
    if (full.status !== 0) {
      console.warn('SKIPPED: no full disk can be made here without being root.');
      return;
    }
    const { status, stderr } = reverie('animate', 'mira.png', '--seconds', '3', '--out', join(place, 'x.mp4'));
    const left = readdirSync(place);
    spawnSync('umount', [place]);
    expect(stderr).toMatch(/no space left/);
    expect(status).toBe(2);
    expect(left).toEqual([]);
  });
});

describe('the other commands', () => {
  it('look says how well a picture will animate, in words and in JSON', () => {
    const words = reverie('look', 'mira.png');
    expect(words.stdout).toMatch(/^mira\.png will animate well:\n {2}✓ A clear face\./);
    const answer = JSON.parse(reverie('look', 'mira.png', '--json').stdout);
    expect(answer).toMatchObject({ ok: true, overall: 'great' });
  });

  it('look takes a folder, and goes on after a bad picture', () => {
    const gallery = join(folder, 'gallery');
    mkdirSync(gallery);
    writeFileSync(join(gallery, 'a.png'), 'not a picture');
    copyFileSync(portrait, join(gallery, 'b.png'));
    const { status, stdout, stderr } = reverie('look', 'gallery');
    expect(stderr).toMatch(/a\.png: This file is not a picture/);
    expect(stdout).toMatch(/^b\.png will animate/);
    expect(status).toBe(2);
  });

  it('motions lists the eight rows of the motion sheet', () => {
    const [sheet, others] = reverie('motions').stdout.trim().split('\n\n');
    expect(sheet?.split('\n')).toHaveLength(8);
    expect(others).toContain('--emotion NAME');
    expect(JSON.parse(reverie('motions', '--json').stdout)).toHaveLength(8);
  });

  it('doctor finds everything in place and leaves nothing behind', () => {
    const before = readdirSync(folder);
    const { status, stdout } = reverie('doctor');
    expect(stdout).toMatch(/^✓ Node \d+\./);
    expect(stdout).toMatch(/✓ (?:ffmpeg \S+ \(\/|FFmpeg 5\.1 as WebAssembly)/);
    expect(stdout).toMatch(/✓ The drawing kernel is built/);
    expect(stdout).toMatch(/✓ The models .* and work/);
    expect(stdout).toMatch(/✓ \d+ MB are free/);
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('doctor says that clips take longer when there is no ffmpeg, and that a missing folder cannot be written', () => {
    const { status, stdout } = reverieWith({ REVERIE_FFMPEG: '/nowhere/ffmpeg', REVERIE_DATA_DIR: '/proc/reverie' }, 'doctor', '--json');
    const findings: readonly { check: string; ok: boolean; sentence: string }[] = JSON.parse(stdout);
    const encoder = findings.find(({ check }) => check === 'encoder');
    expect(encoder).toMatchObject({ ok: true, sentence: expect.stringMatching(/WebAssembly.*no ffmpeg .* starts as '\/nowhere\/ffmpeg'/) });
    expect(findings.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['space']);
    expect(status).toBe(1);
  });

  it('results can be piped into a reader that does not wait for all of them', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${REVERIE}" doctor | head -n 1`], { encoding: 'utf8' });
    expect(stderr).not.toMatch(/EPIPE|\n\s+at /);
    expect(status).toBe(0);
  });

  it.each(['--help', '-h', 'help'])('%s lists the commands', (word) => {
    expect(reverie(word).stdout).toMatch(/animate .*\n {2}look .*\n {2}motions .*\n {2}doctor /);
  });

  it('--version is the version of the package', () => {
    expect(reverie('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(['animate', 'look', 'motions', 'doctor'])('%s --help shows usage and an example', (command) => {
    const { status, stdout } = reverie(command, '--help');
    expect(stdout).toMatch(new RegExp(`Usage: reverie ${command}[\\s\\S]*Examples?:\\n {2}reverie ${command}`));
    expect(status).toBe(0);
  });
});
