import { describe, expect, it } from 'vitest';
import type { CommandParts } from './command.ts';
import { clipProgress } from './progress.ts';

/** What is needed of the command's parts, with a clock that moves on by itself. */
function parts(columns: number | undefined) {
  const shown: string[] = [];
  const notes: string[] = [];
  let milliseconds = 0;
  const terminal = { columns: () => columns as number, write: (text: string) => shown.push(text) };
  const made = {
    note: (line: string) => notes.push(line),
    terminal: columns === undefined ? undefined : terminal,
    now: () => milliseconds,
  } as unknown as CommandParts;
  const passSeconds = (seconds: number): void => {
    milliseconds += seconds * 1000;
  };
  const lastShown = (): string => (shown.at(-1) ?? '').replace('\r\x1b[2K', '');
  return { made, notes, lastShown, passSeconds };
}

const drawing = (framesDone: number) => ({ stage: 'drawing', framesDone, frameCount: 120 }) as const;

describe('progress on a terminal', () => {
  it('is a bar with percent and the time left, measured from the first frame on', () => {
    const { made, lastShown, passSeconds } = parts(80);
    const view = clipProgress('mira.png', made, false);
    view.tell({ stage: 'looking' });
    expect(lastShown()).toBe('mira.png: looking at the picture …');
    view.tell(drawing(0));
    passSeconds(3);
    view.tell(drawing(60));
    expect(lastShown()).toBe(`mira.png ${'█'.repeat(12)}${'░'.repeat(12)} 50 %, 3 s left`);
  });

  it('promises no time before it has seen enough frames', () => {
    const { made, lastShown } = parts(80);
    clipProgress('mira.png', made, false).tell(drawing(7));
    expect(lastShown()).not.toContain('left');
  });

  it.each([40, 60, 80, 0])('keeps to one line of %i columns, whatever the name', (columns) => {
    const { made, lastShown, passSeconds } = parts(columns);
    const view = clipProgress(`${'a-very-long-name-'.repeat(8)}.png`, made, false);
    view.tell(drawing(0));
    passSeconds(100);
    view.tell(drawing(60));
    expect(lastShown().length).toBeLessThan(columns === 0 ? 80 : columns);
    if (columns !== 40) expect(lastShown()).toMatch(/… █+░+ 50 %, 100 s left$/);
  });

  it('takes the bar away in the end, once', () => {
    const { made, lastShown } = parts(80);
    const view = clipProgress('mira.png', made, false);
    view.tell({ stage: 'finishing' });
    view.end();
    view.end();
    expect(lastShown()).toBe('');
  });
});

describe('progress elsewhere', () => {
  it('is a few plain lines', () => {
    const { made, notes } = parts(undefined);
    const view = clipProgress('mira.png', made, false);
    for (const stage of ['reading', 'looking'] as const) view.tell({ stage });
    for (let framesDone = 0; framesDone <= 120; framesDone++) view.tell(drawing(framesDone));
    view.tell({ stage: 'finishing' });
    expect(notes).toEqual([
      'mira.png: looking at the picture',
      'mira.png: 25 % drawn',
      'mira.png: 50 % drawn',
      'mira.png: 75 % drawn',
      'mira.png: 100 % drawn',
    ]);
  });

  it('also on a terminal when several clips are drawn at once', () => {
    const { made, notes, lastShown } = parts(80);
    clipProgress('mira.png', made, true).tell({ stage: 'looking' });
    expect([notes.length, lastShown()]).toEqual([1, '']);
  });
});
