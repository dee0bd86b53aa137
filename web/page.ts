import { ask, type Clip, type DemoCharacter, type MotionSheet, type Problem, Refused, send } from './api.ts';
import { isFinished, watchClip } from './clip-watch.ts';
import { announce, byId } from './dom.ts';
import { onBrokenClip } from './loop.ts';
import { motionChoice, motionTitle, offerMotions } from './motion-choice.ts';
import { choosePicture, offerPictures, type PictureChoice } from './picture-choice.ts';
import { serverIsGone } from './server-watch.ts';
import * as stage from './stage.ts';

/** The page as a story: offer pictures and motions, ask for a clip, watch it being drawn, play it. */

const animate = byId<HTMLButtonElement>('animate');
const hint = byId('animate-hint');
let chosen: PictureChoice | undefined;
let isSending = false;
let clip: Clip | undefined;
/** A page that was loaded again goes on where it was: its clip stands in the address. */
const clipOfAddress = /^#clip=([0-9a-f-]{36})$/.exec(location.hash)?.[1];

const CLIP_GONE: Problem = {
  code: 'clip-gone',
  detail: 'The program was started again in the meantime, and this clip is gone.',
  nextStep: 'Make it once more: everything is still chosen.',
};

async function open(): Promise<void> {
  try {
    const [sheet, demo] = await Promise.all([
      ask<MotionSheet>('/v1/motions'),
      ask<{ characters: DemoCharacter[] }>('/v1/demo-characters'),
    ]);
    offerMotions(sheet, showWhatIsMissing);
    offerPictures(demo.characters, sheet.largestPictureBytes, pictureListener);
    if (chosen === undefined) stage.showEmpty();
    showWhatIsMissing();
    await showClipOfAddress();
  } catch (error) {
    if (error instanceof Refused) stage.showTrouble(error.problem, false);
    else serverIsGone(open);
  }
}

const pictureListener = {
  chosen(choice: PictureChoice) {
    chosen = choice;
    isSending = false;
    byId('question').textContent = `How should ${choice.name} move?`;
    showChosen();
  },
  sending(source: string) {
    chosen = undefined;
    clip = undefined;
    isSending = true;
    byId('question').textContent = 'How should your picture move?';
    stage.showPicture(source, 'Your picture');
    stage.showAdvice('looking');
    showWhatIsMissing();
  },
  refused(problem: Problem) {
    chosen = undefined;
    isSending = false;
    for (const radio of document.querySelectorAll<HTMLInputElement>('input[name="picture"]')) radio.checked = false;
    stage.showEmpty();
    stage.showTrouble(problem, false);
    showWhatIsMissing();
  },
  advised: (advice: Parameters<typeof stage.showAdvice>[0]) => {
    if (!isBusy() && clip === undefined) stage.showAdvice(advice);
  },
};

/** The chosen picture, still, with no clip in its place. */
function showChosen(): void {
  if (isBusy()) return;
  clip = undefined;
  history.replaceState(null, '', location.pathname);
  document.title = 'Reverie Motion';
  if (chosen === undefined) stage.showEmpty();
  else stage.showPicture(chosen.source, chosen.description);
  showWhatIsMissing();
}

const isBusy = (): boolean => clip !== undefined && !isFinished(clip);

/** Why the button cannot be pressed, or nothing. */
function whatIsMissing(): string {
  if (isBusy()) return 'Your clip is being drawn.';
  if (isSending) return 'The picture is being read.';
  if (chosen === undefined) return 'Choose a picture first.';
  const motion = motionChoice();
  return 'missing' in motion ? motion.missing : '';
}

function showWhatIsMissing(): void {
  const missing = whatIsMissing();
  animate.disabled = missing !== '';
  // one accent at a time: beside a finished clip it belongs to the download
  const isReady = clip?.state === 'ready';
  animate.textContent = isReady ? 'Animate again' : 'Animate';
  animate.className = isReady ? 'quiet large' : 'primary large';
  byId('submit').dataset.busy = String(isBusy());
  hint.textContent = missing;
  byId<HTMLFieldSetElement>('pictures').disabled = isBusy();
}

async function makeClip(): Promise<void> {
  const motion = motionChoice();
  if (whatIsMissing() !== '' || chosen === undefined || 'missing' in motion) return;
  const picture = chosen.kind === 'demo' ? { demoCharacterId: chosen.character.id } : { pictureId: chosen.id };
  animate.disabled = true;
  try {
    follow(await send<Clip>('/v1/clips', { ...picture, ...motion }));
    stage.focusPanel('progress');
  } catch (error) {
    if (error instanceof Refused) showTrouble(error.problem);
    else serverIsGone(showWhatIsMissing);
  }
}

/** Shows a clip from now on, through every state until it is finished. */
function follow(started: Clip): void {
  history.replaceState(null, '', `#clip=${started.id}`);
  moveTo(started);
  if (!isFinished(started)) watchClip(started.id, moveTo, () => showTrouble(CLIP_GONE));
}

const MOVES: Record<Clip['state'], (now: Clip) => void> = {
  queued: stage.showProgress,
  drawing: stage.showProgress,
  ready: showReady,
  failed: (now) => now.problem !== undefined && showTrouble(now.problem),
  cancelled: () => {
    showChosen();
    announce('Cancelled. Nothing was kept.');
    animate.focus();
  },
};

function moveTo(now: Clip): void {
  if (clip?.state !== now.state && !isFinished(now))
    announce(now.state === 'queued' ? 'Clip in line.' : 'Drawing started.');
  clip = now;
  MOVES[now.state](now);
  showWhatIsMissing();
}

function showReady(now: Clip): void {
  const hadFocus = stage.focusIsAt('progress');
  stage.showClip(now, clipTitle(now));
  if (hadFocus) stage.focusPanel('result');
}

function clipTitle(now: Clip): string {
  const name = chosen?.kind === 'demo' ? chosen.name : 'Your picture';
  return `${name}, ${motionTitle(now.motion).toLowerCase()}`;
}

function showTrouble(problem: Problem): void {
  clip = undefined;
  history.replaceState(null, '', location.pathname);
  if (chosen !== undefined) stage.showPicture(chosen.source, chosen.description);
  const canRetry = chosen !== undefined && problem.code !== 'picture-gone';
  stage.showTrouble(problem, canRetry);
  stage.focusPanel('trouble');
  showWhatIsMissing();
}

async function showClipOfAddress(): Promise<void> {
  if (clipOfAddress === undefined) return;
  const found = await ask<Clip>(`/v1/clips/${clipOfAddress}`).catch(() => undefined);
  if (found === undefined || found.state === 'cancelled') return;
  choosePicture(found.picture, pictureListener);
  follow(found);
}

byId('sheet').addEventListener('submit', (event) => {
  event.preventDefault();
  makeClip();
});
byId('retry').addEventListener('click', () => makeClip());
byId('cancel').addEventListener('click', () => {
  if (clip !== undefined) send(`/v1/clips/${clip.id}/cancel`, {}).catch(() => undefined);
});
byId('another').addEventListener('click', () => {
  showChosen();
  document.querySelector<HTMLInputElement>('input[name="motion"]:checked')?.focus();
});
onBrokenClip(() =>
  showTrouble({ code: 'clip-gone', detail: 'This clip did not load.', nextStep: 'Make it once more.' }),
);

open();
