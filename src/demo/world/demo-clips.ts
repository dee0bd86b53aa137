import { type RequestClipPorts, requestClip } from '../../app/clips/request-clip.ts';
import type { Clip } from '../../app/ports/stores/clip-store.ts';
import type { Person } from '../../app/ports/stores/person-store.ts';
import type { Stores, World } from '../../app/ports/world.ts';
import type { MotionPresetId } from '../../domain/motion/presets.ts';
import type { DemoCharacterId } from '../characters.ts';
import { demoCharacterId, demoPictureId } from './demo-ids.ts';

/** A clip that the local engine makes of a demo picture, and where it is seen. */
interface DemoClip {
  readonly pictureId: string;
  readonly characterId: DemoCharacterId;
  readonly motion: MotionPresetId;
  readonly lengthSeconds: number;
  readonly place: 'avatar' | { readonly chat: string } | { readonly moment: string };
}

/** In the order in which they are made: what the first screen shows comes first. */
const DEMO_CLIPS: readonly DemoClip[] = [
  {
    ...{ pictureId: 'mira-desk', characterId: 'mira', motion: 'turn-to-camera', lengthSeconds: 4 },
    place: { chat: 'The camera above the till caught me hearing the door. I thought it was you.' },
  },
  { pictureId: 'mira', characterId: 'mira', motion: 'smile-and-blink', lengthSeconds: 4, place: 'avatar' },
  {
    ...{ pictureId: 'finn-evening', characterId: 'finn', motion: 'hair-in-wind', lengthSeconds: 5 },
    place: { moment: 'Same evening, same wind. You can see why nothing got fixed.' },
  },
  {
    ...{ pictureId: 'amara-microphone', characterId: 'amara', motion: 'gentle-movement', lengthSeconds: 5 },
    place: { moment: 'One breath before the first line. Then it is only music.' },
  },
];

export interface DemoClipParts extends RequestClipPorts {
  /** Who orders them: the subscriber of the demo. */
  readonly person: Person;
  /** Waits a moment between two looks at a clip; rejects when the program stops. */
  readonly pause: () => Promise<void>;
  /** The built-in engine, which costs nothing, and its model. */
  readonly engine: { readonly engine: string; readonly model: string };
}

/**
 * Orders the demo's clips from the local engine, one after the other so that a visitor's own clip waits for one at most, and
 * puts each where it is seen. To be called at every start: what was ordered before goes on, and what was finished before has its
 * place already, or was taken away on purpose.
 *
 * @returns how each ended: its state, or why it could not be ordered
 */
export async function makeDemoClips(parts: DemoClipParts): Promise<string[]> {
  const outcomes: string[] = [];
  for (const wanted of DEMO_CLIPS) outcomes.push(await make(parts, wanted));
  return outcomes;
}

async function make(parts: DemoClipParts, wanted: DemoClip): Promise<string> {
  const { world, person, pause } = parts;
  const idempotencyKey = `demo-world:${wanted.pictureId}:${wanted.motion}`;
  const before = await world.stores.clips.findByKey(person.id, idempotencyKey);
  if (before?.endedAt !== undefined) return before.state;
  const asked = await requestClip(parts, person, {
    ...{ pictureId: demoPictureId(wanted.pictureId), motion: wanted.motion, lengthSeconds: wanted.lengthSeconds },
    ...{ customText: '', strength: 'normal', ...parts.engine, idempotencyKey },
  });
  if (!asked.ok) return asked.reason;
  let clip: Clip | undefined = asked.clip;
  while (clip !== undefined && clip.endedAt === undefined) {
    await pause();
    clip = await world.stores.clips.find(clip.id);
  }
  if (clip?.state === 'ready') await show(world, clip, wanted);
  return clip?.state ?? 'gone';
}

async function show(world: World, clip: Clip, { place, characterId: name }: DemoClip): Promise<void> {
  const characterId = demoCharacterId(name);
  await world.transaction(async (stores) => {
    if (place === 'avatar') await stores.characters.change(characterId, { avatarClipId: clip.id });
    else if ('chat' in place) await say(world, stores, { clip, characterId, body: place.chat });
    else await post(world, stores, { clip, characterId, body: place.moment });
  });
}

interface Shown {
  readonly clip: Clip;
  readonly characterId: string;
  readonly body: string;
}

async function say(world: World, stores: Stores, { clip, characterId, body }: Shown): Promise<void> {
  const chat = await stores.chats.open({ id: world.newId(), personId: clip.ownerId, characterId });
  const [messageId, createdAt] = [world.newId(), world.now()];
  await stores.chats.addMessage({ id: messageId, chatId: chat.id, author: 'character', body, createdAt });
  await stores.attachments.add({ id: world.newId(), clipId: clip.id, pictureId: undefined, messageId });
  await stores.events.tell(clip.ownerId, 'message', { chatId: chat.id, messageId }, createdAt);
}

async function post(world: World, stores: Stores, { clip, characterId, body }: Shown): Promise<void> {
  const momentId = world.newId();
  const about = { id: momentId, authorId: clip.ownerId, characterId };
  await stores.moments.add({ ...about, body, createdAt: world.now() });
  await stores.attachments.add({ id: world.newId(), clipId: clip.id, pictureId: undefined, momentId });
}
