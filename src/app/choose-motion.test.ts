import { describe, expect, it } from 'vitest';
import { chooseMotion } from './choose-motion.ts';

describe('choosing a motion', () => {
  it('takes a preset as it is, whatever text stands beside it', () => {
    expect(chooseMotion('look-around', 'drives a car')).toEqual({
      ok: true,
      motion: { kind: 'preset', presetId: 'look-around' },
      notPossible: [],
    });
  });

  it('reads a text into the motions it names', () => {
    const chosen = chooseMotion('custom', 'nods slowly, then smiles');
    if (!chosen.ok || chosen.motion.kind !== 'custom') throw new Error('the text can be played');
    expect(chosen.motion.motion.steps.flat().map(({ verb }) => verb)).toEqual(['nod', 'smile']);
    expect(chosen.notPossible).toEqual([]);
  });

  it('says what of a text it leaves out before anything is drawn', () => {
    const chosen = chooseMotion('custom', 'smiles and drives a car');
    expect(chosen.ok).toBe(true);
    expect(chosen.notPossible).toHaveLength(1);
    expect(chosen.notPossible[0]?.phrase).toMatch(/car/);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['nothing that a portrait can do', 'the quarterly report', 'nothing-possible'],
    ['too much', 'nods '.repeat(60), 'too-long'],
  ])('refuses a text that says %s', (_, text, reason) => {
    expect(chooseMotion('custom', text)).toMatchObject({ ok: false, reason, sentence: expect.stringMatching(/\w/) });
  });
});
