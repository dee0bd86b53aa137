import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeMotionText } from './judge-motion-text.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const OWN = join(root, 'test', 'safety-texts');
const SHARED = join(root, '..', 'shared', 'motion-texts');

interface TextSet {
  readonly allowed: readonly string[];
  readonly refused: readonly (readonly [category: string, text: string])[];
  readonly romantic?: readonly string[];
}

const readJson = <Content>(...path: string[]): Content => JSON.parse(readFileSync(join(...path), 'utf8')) as Content;
const SETS = readdirSync(OWN).map((file) => ({ name: basename(file, '.json'), set: readJson<TextSet>(OWN, file) }));

const categoriesOf = (text: string): readonly string[] => judgeMotionText(text).categories;

describe.each(SETS)('the own texts in $name', ({ set }) => {
  it('are allowed where they are harmless', () => {
    expect(set.allowed.length).toBeGreaterThan(15);
    const refused = set.allowed.filter((text) => categoriesOf(text).length > 0);
    expect(refused).toEqual([]);
  });

  it('are refused where they are not', () => {
    expect(set.refused.length).toBeGreaterThan(30);
    const missed = set.refused.filter(([, text]) => categoriesOf(text).length === 0);
    expect(missed).toEqual([]);
  });

  it('are romantic between adults where they say so', () => {
    const cold = (set.romantic ?? []).filter((text) => !judgeMotionText(text).isRomantic);
    expect(cold).toEqual([]);
  });
});

interface SharedAllowed {
  readonly seed: readonly string[];
  readonly english: readonly string[];
  readonly otherLanguages: readonly (readonly [language: string, text: string])[];
}

interface SharedRefused {
  readonly english: readonly (readonly [category: string, text: string])[];
  readonly otherLanguages: readonly (readonly [category: string, language: string, text: string])[];
  readonly evasions: readonly (readonly [category: string, text: string])[];
}

describe('the texts beside the project', () => {
  const isThere = existsSync(SHARED);
  if (!isThere) console.warn('\nLOUD: skipped everything on ../shared/motion-texts: there is no such folder here.\n');

  it.skipIf(!isThere)('are all allowed where they are harmless', () => {
    const { seed, english, otherLanguages } = readJson<SharedAllowed>(SHARED, 'allowed.json');
    const texts = [...seed, ...english, ...otherLanguages.map(([, text]) => text)];
    expect(texts.filter((text) => categoriesOf(text).length > 0)).toEqual([]);
  });

  it.skipIf(!isThere)('are all refused in the right category where they are not', () => {
    const { english, otherLanguages, evasions } = readJson<SharedRefused>(SHARED, 'refused.json');
    const others = otherLanguages.map(([category, , text]) => [category, text] as const);
    const wrong = [...english, ...others, ...evasions].filter(([category, text]) => judgeMotionText(text).category !== category);
    expect(wrong).toEqual([]);
  });
});

describe('how a text hides its words', () => {
  it.each([
    ['invisible-characters', 'n\u200Bu\u200Bd\u200Be'],
    ['direction-marks', 'smiles \u202Edekan'],
    ['mixed-scripts', 'ѕtrips nаked'],
    ['letter-lookalikes', 'ɴᴜᴅᴇ'],
    ['spaced-letters', 'n a k e d'],
    ['digits-for-letters', 'n4k3d'],
    ['masked-letters', 'n*ked'],
    ['stretched-letters', 'nakeeeeed'],
    ['scrambled-letters', 'naekd'],
  ] as const)('is noted (%s) and undone', (flag, text) => {
    const { flags, categories } = judgeMotionText(text);
    expect(flags).toContain(flag);
    expect(categories).toContain('sexual');
  });

  it('reads the real words of other scripts as they are', () => {
    expect(judgeMotionText('она улыбается и машет рукой').flags).toEqual([]);
    expect(judgeMotionText('in 4k, turns on the 2nd beat').categories).toEqual([]);
  });

  it('takes options of video engines inside a text for commands', () => {
    expect(categoriesOf('smiles --watermark false')).toEqual(['evasion']);
  });
});

describe('the closed vocabulary', () => {
  it('knows plain motion and nothing else', () => {
    expect(judgeMotionText('Nods slowly, then smiles.', { strictVocabulary: true }).isPlainMotion).toBe(true);
    expect(judgeMotionText('nods like a velociraptor', { strictVocabulary: true }).isPlainMotion).toBe(false);
    expect(judgeMotionText('nods like a velociraptor').isPlainMotion).toBe(true);
  });
});
