import type { AnimateProgress } from '../app/animate-picture.ts';
import type { CommandParts, Terminal } from './command.ts';

const BAR_CHARACTERS = 24;
const ERASE_LINE = '\r\x1b[2K';
/** Columns when the terminal does not say (0), as a bare pseudo-terminal does. */
const USUAL_COLUMNS = 80;
/** Bar, percent and time left; what remains of the line is the name's. */
const COLUMNS_BESIDE_NAME = BAR_CHARACTERS + 24;
const SHORTEST_NAME = 8;
/** Without a terminal one line is written each time this part of the clip is done. */
const PLAIN_STEP = 0.25;

const STAGE_WORDS: Record<Exclude<AnimateProgress['stage'], 'drawing'>, string> = {
  reading: 'reading the picture',
  looking: 'looking at the picture',
  finishing: 'finishing the file',
};

/** Shows how far a clip is. */
export interface ClipProgressView {
  readonly tell: (progress: AnimateProgress) => void;
  /** Takes the bar away. May be called twice. */
  readonly end: () => void;
}

/**
 * A bar with the time left on a terminal, a few plain lines elsewhere.
 *
 * @param plain never draw a bar: several clips at once would write over each other
 */
export function clipProgress(name: string, parts: CommandParts, plain: boolean): ClipProgressView {
  const { terminal } = parts;
  return terminal === undefined || plain ? plainLines(name, parts) : bar(name, terminal, parts.now);
}

function bar(name: string, terminal: Terminal, now: () => number): ClipProgressView {
  let startedDrawing: number | undefined;
  let shown = false;
  // asked again each time: windows are resized; the last column stays free, some terminals wrap when it is written
  const columns = (): number => (terminal.columns() || USUAL_COLUMNS) - 1;
  const show = (text: string): void => {
    shown = true;
    terminal.write(ERASE_LINE + `${shortened(name, columns() - COLUMNS_BESIDE_NAME)}${text}`.slice(0, columns()));
  };
  return {
    tell: (progress) => {
      if (progress.stage !== 'drawing') return show(`: ${STAGE_WORDS[progress.stage]} …`);
      startedDrawing ??= now();
      const { framesDone, frameCount } = progress;
      const filled = Math.round((BAR_CHARACTERS * framesDone) / frameCount);
      const drawn = '█'.repeat(filled) + '░'.repeat(BAR_CHARACTERS - filled);
      const percent = Math.floor((100 * framesDone) / frameCount);
      show(` ${drawn} ${percent} %${timeLeft(now() - startedDrawing, framesDone, frameCount)}`);
    },
    end: () => {
      if (shown) terminal.write(ERASE_LINE);
      shown = false;
    },
  };
}

function shortened(name: string, columns: number): string {
  const most = Math.max(SHORTEST_NAME, columns);
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}

function timeLeft(milliseconds: number, framesDone: number, frameCount: number): string {
  if (framesDone < 8) return '';
  const seconds = Math.ceil(((milliseconds / framesDone) * (frameCount - framesDone)) / 1000);
  return `, ${seconds} s left`;
}

function plainLines(name: string, { note }: CommandParts): ClipProgressView {
  let next = PLAIN_STEP;
  return {
    tell: (progress) => {
      if (progress.stage === 'looking') note(`${name}: ${STAGE_WORDS.looking}`);
      if (progress.stage !== 'drawing') return;
      const share = progress.framesDone / progress.frameCount;
      if (share < next) return;
      next += PLAIN_STEP;
      note(`${name}: ${Math.floor(100 * share)} % drawn`);
    },
    end: () => undefined,
  };
}
