import { describe, expect, it } from 'vitest';
import { aboutInWords, agoInWords, creditsInWords } from './amounts.ts';
import first from './en.json';
import later from './en.later.json';
import { t } from './words.ts';

const english = { ...first, ...later };

describe('the words of the app', () => {
  it('fill in names and numbers, and know one from many', () => {
    expect(t('credits.you-have', { amount: creditsInWords(1_340_000) })).toMatch(/^You have 1.340.000 credits$/);
    expect(creditsInWords(1)).toBe('1 credit');
  });

  it('leave no form of a plural out', () => {
    const plurals = Object.values(english).filter((entry) => typeof entry !== 'string');
    expect(plurals.length).toBeGreaterThan(3);
    for (const forms of plurals) expect(Object.keys(forms)).toEqual(['one', 'other']);
  });

  it('never say "Oops", and speak of people by their names', () => {
    const sentences = Object.values(english).flatMap((entry) => (typeof entry === 'string' ? entry : Object.values(entry)));
    expect(sentences.filter((sentence) => /\b(?:oops|he|she|his|hers|whoops)\b/i.test(sentence))).toEqual([]);
  });

  it('say a wait in words and rounded', () => {
    expect([3, 12, 44, 89, 100, 170].map(aboutInWords)).toEqual([
      'about 5 seconds',
      'about 10 seconds',
      'about 40 seconds',
      'about 90 seconds',
      'about 2 minutes',
      'about 3 minutes',
    ]);
  });

  it('say when something was, from where the reader stands', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    expect(agoInWords('2026-11-24T11:59:30Z', now)).toBe('just now');
    expect(agoInWords('2026-11-24T11:20:00Z', now)).toBe('40 minutes ago');
    expect(agoInWords('2026-11-23T11:20:00Z', now)).toBe('yesterday');
    expect(agoInWords('2026-10-01T11:20:00Z', now)).toContain('2026');
  });
});
