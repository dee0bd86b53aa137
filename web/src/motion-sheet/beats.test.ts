import { describe, expect, it } from 'vitest';
import { adviceOnText, beatsIn } from './beats.ts';

describe('advice on a custom motion text', () => {
  it.each([
    'Slowly nodding with an encouraging smile, eyes warm.',
    'Tucks a strand of hair behind her ear, looks down.',
    'Reaches forward, then pauses; second-guessing the move.',
    'Laughs once, looks away, exhales.',
  ])("has nothing against the product page's own example: %s", (example) => {
    expect(adviceOnText(example)).toBe('good');
  });

  it('warns of stories', () => {
    const story = 'Turns around, walks to the window, opens it, and waves at somebody in the street';
    expect(adviceOnText(story)).toBe('long');
    expect(beatsIn(story)).toBe(4);
    expect(adviceOnText('nods '.repeat(19))).toBe('long');
  });

  it('says that clips are silent to those who ask for speech', () => {
    expect(adviceOnText('She says hello')).toBe('speech');
    expect(adviceOnText('Sings under the shower')).toBe('speech');
  });

  it('waits for a text before it judges one', () => {
    expect(adviceOnText('  ')).toBe('empty');
    expect(adviceOnText(' , . ')).toBe('good');
  });
});
