import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { endClip } from '../../src/app/clips/end-clip.ts';
import { ownedClip } from '../../src/app/permissions.ts';
import type { Character, Picture } from '../../src/app/ports/stores/character-store.ts';
import type { Clip } from '../../src/app/ports/stores/clip-store.ts';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { shareClip } from '../../src/app/share/share-clip.ts';
import { credits } from '../../src/domain/credits/credits.ts';
import { speakSounds, wavOf } from './synthetic-voice.ts';
import type { TestService } from './test-service.ts';

/** Stands in everything of the owner's that others must not read. */
export const SECRET = 'only for the owner';

type Visibility = 'public' | 'private';

/** Things of one owner, each made anew when it is asked for: some rows of the matrix destroy them. */
export function ownedThings({ world, parts, engine }: TestService, owner: Person) {
  const { stores } = world;
  const words = (visibility: Visibility): string => (visibility === 'private' ? SECRET : 'for all to see');

  const character = (visibility: Visibility): Promise<Character> =>
    world.addCharacter(owner, { visibility, name: words(visibility), tagline: words(visibility) });

  async function picture(visibility: Visibility, of?: Character): Promise<Picture> {
    const key = `pictures/${randomUUID()}/picture.png`;
    const { sizeBytes, sha256 } = await parts.storage.put(key, { bytes: Buffer.from(words(visibility)) }, 'image/png');
    const about = { storageKey: key, sizeBytes, sha256, visibility, description: words(visibility) };
    return world.addPicture(of ?? (await character('public')), about);
  }

  async function voice(): Promise<{ id: string }> {
    const id = world.newId();
    const key = `voices/${id}.wav`;
    const { sizeBytes, sha256 } = await parts.storage.put(key, { bytes: Buffer.from(SECRET) }, 'audio/wav');
    const file = { storageKey: key, contentType: 'audio/wav', lengthSeconds: 1, sizeBytes, sha256 };
    await stores.voices.add({ id, ownerId: owner.id, createdAt: world.now(), ...file });
    return { id };
  }

  async function galleryItem(visibility: Visibility): Promise<string> {
    const { id, characterId } = await picture(visibility);
    const of = { characterId, viewerId: owner.id, show: 'pictures' } as const;
    const items = await stores.gallery.list({ ...of, most: 10 });
    return items.find(({ pictureId }) => pictureId === id)?.id as string;
  }

  async function waitingClip(visibility: Visibility): Promise<Clip> {
    const of = await picture(visibility);
    const id = world.newId();
    await stores.clips.add(
      {
        ...{ id, ownerId: owner.id, characterId: of.characterId, pictureId: of.id, visibility, idempotencyKey: id },
        ...{ motion: 'breathing', customText: '', strength: 'normal', frame: 'as-is', lengthSeconds: 4 },
        ...{ engine: engine.id, model: 'one', priceCredits: credits(0), priority: 0 },
      },
      { now: world.now(), deadlineAt: world.now(), fairTurn: 0 },
    );
    return (await stores.clips.find(id)) as Clip;
  }

  async function clip(visibility: Visibility): Promise<Clip> {
    const { id } = await waitingClip(visibility);
    const [clipKey, posterKey] = [`clips/${id}/clip.mp4`, `clips/${id}/poster.jpg`];
    const { sizeBytes, sha256 } = await parts.storage.put(
      clipKey,
      { bytes: Buffer.from(words(visibility)) },
      'video/mp4',
    );
    await parts.storage.put(posterKey, { bytes: Buffer.from(words(visibility)) }, 'image/jpeg');
    const file = { clipKey, posterKey, widthPixels: 720, heightPixels: 960, sizeBytes, sha256 };
    await stores.clips.move(id, ['queued'], { state: 'ready', endedAt: world.now(), file });
    return (await stores.clips.find(id)) as Clip;
  }

  async function failedClip(): Promise<Clip> {
    const waiting = await waitingClip('public');
    await world.transaction((inside) => endClip(world, inside, waiting, 'gave-up', 'timed-out'));
    return waiting;
  }

  async function chat(): Promise<string> {
    const { id: characterId } = await character('public');
    const { id } = await stores.chats.open({ id: world.newId(), personId: owner.id, characterId });
    const message = { id: world.newId(), chatId: id, author: 'person', body: SECRET } as const;
    await stores.chats.addMessage({ ...message, createdAt: world.now() });
    return id;
  }

  async function moment(visibility: Visibility): Promise<string> {
    const id = world.newId();
    const { id: characterId } = await character(visibility);
    await stores.moments.add({ id, authorId: owner.id, characterId, body: words(visibility), createdAt: world.now() });
    return id;
  }

  async function attachment(): Promise<string> {
    const id = world.newId();
    const { id: clipId } = await clip('public');
    await stores.attachments.add({
      id,
      clipId,
      pictureId: undefined,
      momentId: await moment('public'),
      messageId: undefined,
    });
    return id;
  }

  async function notification(): Promise<string> {
    const id = world.newId();
    const { id: clipId } = await clip('public');
    const about = { kind: 'clip-ready', clipId, sentence: SECRET, createdAt: world.now() } as const;
    await stores.notifications.add({ id, personId: owner.id, ...about });
    return id;
  }

  async function apiKey(): Promise<string> {
    const id = world.newId();
    const about = { name: SECRET, prefix: 'rvk_test', hash: parts.randomBytes(32), scopes: ['read'] };
    await stores.apiKeys.add({ id, personId: owner.id, ...about, createdAt: world.now(), expiresAt: undefined });
    return id;
  }

  async function sharedClip(): Promise<{ id: string; named: { slug: string } }> {
    const owned = ownedClip(owner, await clip('public'));
    if (owned === undefined) throw new Error('the owner does not own their clip');
    const newSlug = (): string => Buffer.from(parts.randomBytes(16)).toString('base64url');
    const shared = await world.transaction((inside) => shareClip(world, inside, owned, {}, newSlug));
    if (!shared.ok) throw new Error(`the clip cannot be shared: ${shared.reason}`);
    return { id: owned.id, named: { slug: shared.link.slug } };
  }

  /** The address of a browser that wants to be told. */
  async function pushEndpoint(): Promise<string> {
    const endpoint = `https://push.example/${randomUUID()}`;
    const subscription = { endpoint, personId: owner.id, p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) };
    await stores.push.put(subscription, 100, world.now());
    return endpoint;
  }

  /** A file that can be taken in. */
  const pictureFile = (): Promise<Buffer> =>
    sharp({ create: { width: 720, height: 960, channels: 3, background: '#a66' } })
      .png()
      .toBuffer();

  /** A recording that can be taken in. */
  const voiceFile = (): Buffer => wavOf(speakSounds([{ seconds: 0.5, makes: [780, 1250] }]));

  return {
    character,
    picture,
    voice,
    voiceFile,
    galleryItem,
    waitingClip,
    clip,
    failedClip,
    chat,
    moment,
    attachment,
    notification,
    apiKey,
    sharedClip,
    pushEndpoint,
    pictureFile,
  };
}
