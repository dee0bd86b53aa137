import type { Advice, Clip, Problem } from './api.ts';
import { announce, byId, make } from './dom.ts';
import { showLoop } from './loop.ts';
import { megabytes, placeInLine, timeLeft } from './words.ts';

/** What the mat holds at the moment; the stylesheet draws each differently. */
type Showing = 'loading' | 'empty' | 'picture' | 'working' | 'clip';

const mat = byId('mat');
const picture = byId<HTMLImageElement>('picture');
const bar = byId<HTMLProgressElement>('progress-bar');
const PANELS = ['advice', 'progress', 'result', 'trouble'] as const;

/** Shows a picture, still, in the shape that its clip will have. */
export function showPicture(source: string, description: string): void {
  if (!picture.src.endsWith(source)) picture.src = source;
  picture.alt = description;
  fitFrame();
  matShows('picture');
  under();
}

/** Nothing is chosen: the frame invites a picture. */
export function showEmpty(): void {
  setRatio(1);
  matShows('empty');
  under();
}

/** The picture stays, a little dimmed, and says below how far its clip is. */
export function showProgress(clip: Clip): void {
  const { framesDone = 0, frameCount = 0 } = clip;
  const percent = frameCount === 0 ? 0 : Math.floor((100 * framesDone) / frameCount);
  matShows('working');
  under('progress');
  if (percent === 0) bar.removeAttribute('value');
  else bar.value = percent;
  byId('progress-what').textContent = whatIsDone(clip, percent);
  byId('progress-left').textContent = clip.secondsLeft === undefined ? '' : timeLeft(clip.secondsLeft);
  document.title = percent === 0 ? 'Reverie Motion' : `${percent} % · Reverie Motion`;
}

function whatIsDone(clip: Clip, percent: number): string {
  if (clip.state === 'queued') return placeInLine(clip.clipsAhead);
  return percent === 0 ? 'Looking at the picture' : `Drawing, ${percent} %`;
}

/** The finished clip takes the picture's place as a quiet loop. */
export function showClip(clip: Clip, title: string): void {
  setRatio((clip.widthPixels ?? 4) / (clip.heightPixels ?? 5));
  matShows('clip');
  under('result');
  showLoop(clip, title);
  byId('result-facts').textContent =
    `${clip.seconds} seconds · ${clip.widthPixels} × ${clip.heightPixels} · ${megabytes(clip.sizeBytes ?? 0)} · silent`;
  byId<HTMLAnchorElement>('download').href = `${clip.clipUrl}?download`;
  document.title = 'Ready · Reverie Motion';
  announce(`${title} is ready.`);
}

/** Something did not work: why, and what to do, where the progress was. */
export function showTrouble(problem: Problem, canRetry: boolean): void {
  if (mat.dataset.showing === 'working') matShows('picture');
  under('trouble');
  byId('trouble-what').textContent = problem.detail;
  byId('trouble-next').textContent = problem.nextStep;
  byId('retry').hidden = !canRetry;
  document.title = 'Reverie Motion';
}

const VERDICTS: Record<Advice['level'], string> = {
  good: 'This picture suits animation.',
  fair: 'Should work, with care.',
  poor: 'This picture will be hard to animate.',
};

/** What the engine thinks of the picture, before anything is made. */
export function showAdvice(advice: Advice | 'looking' | undefined): void {
  if (advice === undefined) return under();
  under('advice');
  const box = byId('advice');
  if (advice === 'looking') {
    delete box.dataset.level;
    box.replaceChildren('Looking at the picture…');
    return;
  }
  box.dataset.level = advice.level;
  const notes = advice.notes.map((note) => make('li', {}, [note.sentence, note.nextStep].filter(Boolean).join(' ')));
  box.replaceChildren(make('strong', {}, VERDICTS[advice.level]), make('ul', {}, ...notes));
}

/** Moves the focus to a panel when what had it is gone, so that the keyboard does not start over at the top. */
export function focusPanel(id: 'progress' | 'result' | 'trouble'): void {
  byId(id).focus({ preventScroll: true });
  byId('stage').scrollIntoView({ block: 'nearest' });
}

/** Whether the focus is inside a panel or was lost with what had it. */
export function focusIsAt(id: 'progress' | 'result'): boolean {
  return document.activeElement === document.body || byId(id).contains(document.activeElement);
}

function matShows(showing: Showing): void {
  mat.dataset.showing = showing;
  picture.hidden = showing === 'loading' || showing === 'empty';
  if (showing !== 'clip') showLoop(undefined, '');
}

function under(panel?: (typeof PANELS)[number]): void {
  for (const id of PANELS) byId(id).hidden = id !== panel;
}

function setRatio(ratio: number): void {
  byId('stage').style.setProperty('--ratio', String(ratio));
}

/** The frame takes the shape that the clip will have; a picture that is not loaded yet has none. */
function fitFrame(): void {
  if (!picture.complete || picture.naturalWidth === 0) return;
  setRatio(clamp(picture.naturalWidth / picture.naturalHeight, 9 / 21, 21 / 9));
}

picture.addEventListener('load', fitFrame);

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
