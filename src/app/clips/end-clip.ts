import { type ClipEvent, nextState, statesBefore } from '../../domain/clip/clip-life.ts';
import { type ClipEndReason, END_REASONS } from '../../domain/clip/end-reason.ts';
import { settleHold } from '../credits/hold-credits.ts';
import type { EngineHouse } from '../ports/engine-house.ts';
import type { Clip, ClipFile } from '../ports/stores/clip-store.ts';
import type { NotificationKind } from '../ports/stores/notification-store.ts';
import type { Stores, World } from '../ports/world.ts';
import type { ClipWorker } from './clip-worker.ts';
import { tellOfClip } from './tell-of-clip.ts';

type EndEvent = Extract<ClipEvent, 'refused' | 'gave-up' | 'cancelled'>;

/** Who cancels a clip knows it already. */
const NOTICE: Readonly<Record<EndEvent, NotificationKind | undefined>> = {
  refused: 'clip-refused',
  'gave-up': 'clip-failed',
  cancelled: undefined,
};

/**
 * Ends a clip without a file: its credits go back, its owner is told why, all in the transaction it is called in.
 * `false` when the clip has ended (or gone on) before.
 */
export async function endClip(
  world: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  clip: Pick<Clip, 'id' | 'state'>,
  event: EndEvent,
  reason: ClipEndReason,
): Promise<boolean> {
  const state = nextState(clip.state, event);
  if (state === undefined) return false;
  const now = world.now();
  const change = { state, endedAt: now, endReason: reason, progressPercent: null };
  const ended = await stores.clips.move(clip.id, [clip.state], change);
  if (ended === undefined) return false;
  const settled = await settleHold(world, stores, ended.id, 'released');
  // nobody waits for a draft
  const kind = ended.draftOf === undefined ? NOTICE[event] : undefined;
  if (kind !== undefined) await notify(world, stores, ended, kind, END_REASONS[reason].sentence);
  await tellOfClip(stores, ended, now, { wallet: settled === 'settled', notification: kind !== undefined });
  return true;
}

/**
 * A clip is ready: its file is in the gallery, its credits are spent, its owner is told, all in the transaction it is called
 * in. A clip that came late was given up before and its credits went back: it is a gift.
 */
export async function finishClip(
  { world, engines }: Pick<ClipWorker, 'world' | 'engines'>,
  stores: Stores,
  clipId: string,
  file: ClipFile,
  characterName: string,
): Promise<boolean> {
  const now = world.now();
  const change = { state: 'ready', endedAt: now, file, progressPercent: null } as const;
  const clip = await stores.clips.move(clipId, statesBefore('stored'), change);
  if (clip === undefined) return false;
  if (clip.draftOf !== undefined) {
    await tellOfClip(stores, clip, now);
    return true;
  }
  const { ownerId, characterId, visibility } = clip;
  const shown = { id: world.newId(), characterId, ownerId, visibility } as const;
  await stores.gallery.add({ ...shown, kind: 'clip', clipId, pictureId: undefined });
  await stores.clips.deleteDraftOf(clipId, now);
  const settled = await settleHold(world, stores, clipId, 'captured');
  const isGift = settled === 'nothing-held' && clip.priceCredits > 0;
  const sentence = isGift
    ? `Your clip of ${characterName} came after all. It is a gift: the credits were already returned.`
    : `Your clip of ${characterName} is ready.${madeByAnother(engines, clip)}`;
  await notify(world, stores, clip, isGift ? 'clip-late' : 'clip-ready', sentence);
  await tellOfClip(stores, clip, now, { wallet: settled === 'settled', notification: true });
  return true;
}

async function notify(
  world: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  { id: clipId, ownerId: personId }: Clip,
  kind: NotificationKind,
  sentence: string,
): Promise<void> {
  await stores.notifications.add({ id: world.newId(), personId, kind, clipId, sentence, createdAt: world.now() });
}

/** Who asked for one engine and got another is told, and what it costs then. */
function madeByAnother(engines: EngineHouse, { engine, askedEngine, priceCredits }: Clip): string {
  if (askedEngine === undefined || askedEngine === engine) return '';
  const titleOf = (id: string): string => engines.get(id)?.engine.title ?? id;
  const price = priceCredits === 0 ? ' It costs nothing: your credits are back.' : '';
  return ` ${titleOf(engine)} made it, because ${titleOf(askedEngine)} could not.${price}`;
}
