import type { Clip } from './api.ts';
import { byId } from './dom.ts';

/** The clip as a quiet loop: it starts by itself only where that is welcome, and can always be stopped. */

const video = byId<HTMLVideoElement>('clip');
const button = byId<HTMLButtonElement>('play');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Puts a clip into the frame, or takes it away. */
export function showLoop(clip: Clip | undefined, title: string): void {
  video.hidden = clip === undefined;
  button.hidden = clip === undefined;
  if (clip?.clipUrl === undefined) {
    video.removeAttribute('src');
    video.load();
    return;
  }
  video.width = clip.widthPixels ?? 720;
  video.height = clip.heightPixels ?? 720;
  video.poster = clip.posterUrl ?? '';
  video.ariaLabel = title;
  video.src = clip.clipUrl;
  sayWhetherItPlays();
  if (mayStartByItself()) play();
}

/** Calls `listener` when the clip's file cannot be played. */
export function onBrokenClip(listener: () => void): void {
  video.addEventListener('error', () => {
    if (video.hasAttribute('src')) listener();
  });
}

function mayStartByItself(): boolean {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  return !calm.matches && connection?.saveData !== true;
}

/** A browser may say no, for example in low power mode: then the poster and the play button stay. */
function play(): void {
  video.play().catch(sayWhetherItPlays);
}

function sayWhetherItPlays(): void {
  button.dataset.playing = String(!video.paused);
  byId('play-label').textContent = video.paused ? 'Play clip' : 'Pause clip';
}

button.addEventListener('click', () => (video.paused ? play() : video.pause()));
video.addEventListener('play', sayWhetherItPlays);
video.addEventListener('pause', sayWhetherItPlays);
calm.addEventListener('change', () => {
  if (calm.matches) video.pause();
});
