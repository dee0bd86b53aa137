import { ownedChat, ownedMoment, type Seen, type Viewer } from '../permissions.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { Stores, World } from '../ports/world.ts';

export type AttachPlace = { readonly chatId: string; readonly body: string } | { readonly momentId: string };
export type AttachOutcome =
  | { readonly ok: true; readonly attachmentId: string; readonly messageId: string | undefined }
  | { readonly ok: false; readonly reason: 'clip-not-ready' | 'place-not-found' | 'clip-is-private' };

/**
 * Attaches a finished clip: to a chat as a new message, to a moment of one's own. The same clip may be in any number of them.
 * Belongs into a transaction.
 */
export async function attachClip(
  world: World,
  stores: Stores,
  viewer: Viewer,
  clip: Seen<Clip>,
  place: AttachPlace,
): Promise<AttachOutcome> {
  if (clip.state !== 'ready' || clip.deletedAt !== undefined) return { ok: false, reason: 'clip-not-ready' };
  return 'chatId' in place
    ? intoChat(world, stores, viewer, clip, place)
    : intoMoment(world, stores, viewer, clip, place);
}

async function intoChat(
  world: World,
  stores: Stores,
  viewer: Viewer,
  clip: Seen<Clip>,
  { chatId, body }: { readonly chatId: string; readonly body: string },
): Promise<AttachOutcome> {
  const chat = ownedChat(viewer, await stores.chats.find(chatId));
  if (chat === undefined) return { ok: false, reason: 'place-not-found' };
  const [messageId, attachmentId] = [world.newId(), world.newId()];
  await stores.chats.addMessage({ id: messageId, chatId, author: 'person', body, createdAt: world.now() });
  await stores.attachments.add({ id: attachmentId, clipId: clip.id, pictureId: undefined, messageId });
  await stores.events.tell(chat.personId, 'message', { chatId, messageId }, world.now());
  return { ok: true, attachmentId, messageId };
}

async function intoMoment(
  world: World,
  stores: Stores,
  viewer: Viewer,
  clip: Seen<Clip>,
  { momentId }: { readonly momentId: string },
): Promise<AttachOutcome> {
  const moment = ownedMoment(viewer, await stores.moments.find(momentId));
  if (moment === undefined) return { ok: false, reason: 'place-not-found' };
  // everybody sees a moment
  if (clip.visibility === 'private') return { ok: false, reason: 'clip-is-private' };
  const attachmentId = world.newId();
  await stores.attachments.add({ id: attachmentId, clipId: clip.id, pictureId: undefined, momentId });
  return { ok: true, attachmentId, messageId: undefined };
}

/** Takes an attachment off; the clip stays in the gallery. `false` when the viewer may not, or it is not there. */
export async function detach(stores: Stores, viewer: Viewer, attachmentId: string): Promise<boolean> {
  const found = await stores.attachments.find(attachmentId);
  if (found === undefined || !(await ownsPlace(stores, viewer, found))) return false;
  await stores.attachments.remove(attachmentId);
  return true;
}

async function ownsPlace(
  stores: Stores,
  viewer: Viewer,
  { messageId, momentId }: { readonly messageId?: string | undefined; readonly momentId?: string | undefined },
): Promise<boolean> {
  if (momentId !== undefined) return ownedMoment(viewer, await stores.moments.find(momentId)) !== undefined;
  const message = messageId === undefined ? undefined : await stores.chats.findMessage(messageId);
  return message !== undefined && ownedChat(viewer, await stores.chats.find(message.chatId)) !== undefined;
}
