import type { World } from '../ports/world.ts';

/** An open window says so at least this often, and counts as open a little longer: its machine may have died. */
const WINDOW_SAYS_SECONDS = 60;
export const WINDOW_STAYS_SECONDS = 130;

/**
 * Notes that a window of a person is open here. Call `stillOpen` as often as you like; it is noted when it is time. What cannot be
 * noted is told, and means at worst one push too many.
 */
export function noteOpenWindow(
  world: World,
  personId: string,
  onBroken: (error: unknown) => void,
): { readonly stillOpen: () => void; readonly close: () => void } {
  const id = world.newId();
  let notedAt = Number.NEGATIVE_INFINITY;
  // one after the other: a window that closes at once is not noted after it was forgotten
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): void => {
    last = last.then(work).catch(onBroken);
  };
  const stillOpen = (): void => {
    const now = world.now();
    if (now.getTime() - notedAt < WINDOW_SAYS_SECONDS * 1000) return;
    notedAt = now.getTime();
    inTurn(() => world.stores.windows.seen(id, personId, now));
  };
  stillOpen();
  return { stillOpen, close: () => inTurn(() => world.stores.windows.closed(id)) };
}
