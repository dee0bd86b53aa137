import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoPicture, portraits } from '../../test/support/pictures.ts';
import { readConfig } from '../config/config.ts';
import type { CommandParts } from './command.ts';
import { safety } from './safety.ts';

const folder = mkdtempSync(join(tmpdir(), 'reverie-safety-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]) {
  const lines: string[] = [];
  const parts = {
    ...{ config: readConfig({}), signal: new AbortController().signal },
    print: (line: string) => lines.push(line),
    note: () => undefined,
  } as unknown as CommandParts;
  const exitCode = await safety.run(words, parts);
  return { exitCode, lines, answers: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('reverie safety text', () => {
  it('ends with 0 when everything is allowed and with 3 when something is refused', async () => {
    expect((await run('text', 'nods slowly')).exitCode).toBe(0);
    const { exitCode, answers } = await run('text', 'nods slowly', 'strips naked', '--json');
    expect(exitCode).toBe(3);
    expect(answers()).toMatchObject([
      { text: 'nods slowly', action: 'allow', code: 'OK' },
      { text: 'strips naked', action: 'refuse', code: 'TEXT_SEXUAL', categories: ['sexual'] },
    ]);
  });

  it('takes texts out of a file, by name, alone or in pairs', async () => {
    const path = join(folder, 'texts.json');
    writeFileSync(path, JSON.stringify({ note: 'no list', allowed: ['waves'], refused: [['sexual', 'de', 'zieht sich aus']] }));
    const { lines, exitCode } = await run('text', '--file', path);
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(['OK', 'TEXT_SEXUAL']);
    expect(exitCode).toBe(3);
  });

  it('asks for the stricter uses when told', async () => {
    expect((await run('text', 'kisses him', '--minor', '--json')).answers()).toMatchObject([{ code: 'TEXT_ROMANCE_WITH_MINOR' }]);
    expect((await run('text', 'nods', '--generative', '--json')).answers()).toMatchObject([{ code: 'TEXT_UNCHECKED' }]);
  });

  it('says in a sentence what is missing', async () => {
    await expect(run('text')).rejects.toThrow(/Which text/);
    await expect(run('sing')).rejects.toThrow(/One of: text, picture, calibrate/);
    await expect(run('text', '--file', join(folder, 'none.json'))).rejects.toThrow(/no JSON file/);
  });
});

describe('reverie safety picture', () => {
  it('refuses no demo character anywhere, not even for a declared minor', async () => {
    const picture = await demoPicture('mira');
    const { exitCode, answers } = await run('picture', picture.path, '--minor', '--json');
    expect(answers()).toMatchObject([{ action: 'allow', code: 'OK' }]);
    expect(exitCode).toBe(0);
  });

  it('names a file that is no picture and ends with 2', async () => {
    const path = join(folder, 'text.png');
    writeFileSync(path, 'no picture');
    expect((await run('picture', path)).exitCode).toBe(2);
  });
});

describe('reverie safety calibrate', () => {
  const all = portraits();

  it.skipIf(all.length === 0)('refuses no portrait in private, and at most one in public', { timeout: 120_000 }, async () => {
    const [first] = all;
    const { lines } = await run('calibrate', join(first?.path ?? '', '..'), '--json');
    const { pictures, refusedAt } = JSON.parse(lines[0] ?? '') as {
      pictures: unknown[];
      refusedAt: { use: string; refused: number }[];
    };
    const refused = Object.fromEntries(refusedAt.map((row) => [row.use, row.refused]));
    expect(pictures).toHaveLength(all.length);
    expect(refused.private).toBe(0);
    expect(refused.public).toBeLessThanOrEqual(1);
  });
});
