import type { Clip } from '../ports/stores/clip-store.ts';
import type { Stores } from '../ports/world.ts';

/**
 * Tells the owner's open windows that a clip changed, and what changed with it. Windows ask for the rest themselves, so the
 * event says only what a moving picture needs. Do it last in a transaction.
 */
export async function tellOfClip(
  stores: Stores,
  { id, ownerId, state, progressPercent }: Pick<Clip, 'id' | 'ownerId' | 'state' | 'progressPercent'>,
  at: Date,
  also: { readonly wallet?: boolean; readonly notification?: boolean } = {},
): Promise<void> {
  const progress = progressPercent === undefined ? {} : { progressPercent };
  const body = {
    clipId: id,
    state,
    ...progress,
    walletChanged: also.wallet ?? false,
    notified: also.notification ?? false,
  };
  await stores.events.tell(ownerId, 'clip', body, at);
}
