import { describe, expect, it } from 'vitest';
import { MOTIONS } from '../motion/presets.ts';
import { cutTitle, LONGEST_TITLE_BYTES, usualTitle } from './share-title.ts';

const bytesOf = (text: string) => Buffer.byteLength(text);

describe('the title of a shared clip', () => {
  it('says what it shows, for every motion', () => {
    expect(usualTitle('Mira', 'turn-to-camera')).toBe('Mira turns to the camera');
    expect(new Set(MOTIONS.map(({ id }) => usualTitle('Mira', id))).size).toBe(MOTIONS.length);
  });

  it('stays as it was written when it is short', () => {
    expect(cutTitle('“Guten Morgen”, sagt Mira 👩‍🚀')).toBe('“Guten Morgen”, sagt Mira 👩‍🚀');
  });

  it.each(['a'.repeat(200), 'ü'.repeat(200), '映'.repeat(200), '👩‍👩‍👧‍👦'.repeat(20), `${'e\u0301'.repeat(100)}`])(
    'is cut between letters, at most 70 bytes long: %s',
    (text) => {
      const cut = cutTitle(text);
      expect(bytesOf(cut)).toBeLessThanOrEqual(LONGEST_TITLE_BYTES);
      expect(bytesOf(cut)).toBeGreaterThan(LONGEST_TITLE_BYTES - 30);
      expect(cut.endsWith('…')).toBe(true);
      const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
      const kept = [...new Intl.Segmenter('en').segment(cut.slice(0, -1))].map(({ segment }) => segment);
      expect(kept).toEqual(letters.slice(0, kept.length));
    },
  );

  it('has one line, and nothing that turns the direction of what follows', () => {
    expect(cutTitle('  a\n\tb\u202ec\u2028d  ')).toBe('a b c d');
  });
});
