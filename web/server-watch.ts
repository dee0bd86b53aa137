import { ask } from './api.ts';
import { byId } from './dom.ts';

const ASK_AGAIN_MILLISECONDS = 2000;
const bar = byId('server-gone');
const waiting: (() => void)[] = [];

/** Tells that the program does not answer, asks until it does, and calls `whenBack` then. */
export function serverIsGone(whenBack: () => void): void {
  waiting.push(whenBack);
  if (!bar.hidden) return;
  bar.hidden = false;
  setTimeout(askAgain, ASK_AGAIN_MILLISECONDS);
}

async function askAgain(): Promise<void> {
  try {
    await ask('/healthz');
  } catch {
    setTimeout(askAgain, ASK_AGAIN_MILLISECONDS);
    return;
  }
  bar.hidden = true;
  for (const whenBack of waiting.splice(0)) whenBack();
}
