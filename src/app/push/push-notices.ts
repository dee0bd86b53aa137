import type { PushMessage, PushSender } from '../ports/push-sender.ts';
import type { Notification, NotificationKind } from '../ports/stores/notification-store.ts';
import type { Stores, World } from '../ports/world.ts';
import { WINDOW_STAYS_SECONDS } from './open-windows.ts';

/** What is older is in the notification centre, and no news any more. */
const NEWS_SECONDS = 10 * 60;
const MOST_AT_ONCE = 50;

const TITLES: Readonly<Record<NotificationKind, string>> = {
  'clip-ready': 'Your clip is ready',
  'clip-late': 'Your clip came after all',
  'clip-failed': 'A clip did not finish',
  'clip-refused': 'A clip was refused',
  'safety-answer': 'An answer to your request',
};

/**
 * Pushes what people were notified of to their browsers, if they have no window open anywhere: an open window tells them itself.
 * Each notification is decided on once; when this machine dies in the middle, the rest of its batch is not pushed, and waits
 * in the notification centre. Subscriptions that are gone are forgotten.
 *
 * @returns how many messages were sent
 */
export async function pushNotices({
  world,
  push,
}: {
  readonly world: World;
  readonly push: PushSender;
}): Promise<number> {
  const { stores } = world;
  const now = world.now();
  const notices = await stores.push.claimNotices(before(now, NEWS_SECONDS), MOST_AT_ONCE, now);
  let sent = 0;
  for (const notice of notices) {
    if (!(await wantsPush(stores, notice.personId, now))) continue;
    const message = await messageOf(stores, notice);
    for (const subscription of await stores.push.listOf(notice.personId)) {
      const outcome = await push.send(subscription, message);
      if (outcome === 'sent') sent++;
      if (outcome === 'gone') await stores.push.remove(subscription.endpoint);
    }
  }
  return sent;
}

const before = (at: Date, seconds: number): Date => new Date(at.getTime() - seconds * 1000);

async function wantsPush(stores: Stores, personId: string, now: Date): Promise<boolean> {
  const person = await stores.people.find(personId);
  if (person === undefined || person.settings.notifyWhenReady === false) return false;
  return !(await stores.windows.isAnyOpen(personId, before(now, WINDOW_STAYS_SECONDS)));
}

async function messageOf(stores: Stores, { kind, clipId, sentence, id }: Notification): Promise<PushMessage> {
  const clip = clipId === undefined ? undefined : await stores.clips.find(clipId);
  const url = clip?.state === 'ready' ? `/c/${clip.characterId}/clip/${clip.id}` : '/notifications';
  return { title: TITLES[kind], body: sentence, tag: `clip-${clipId ?? id}`, url };
}
