import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FileStorage } from '../../app/ports/file-storage.ts';
import type { Picture } from '../../app/ports/stores/character-store.ts';
import type { Person } from '../../app/ports/stores/person-store.ts';
import type { Stores, World } from '../../app/ports/world.ts';
import { uuidV7 } from '../../domain/uuid.ts';
import { DEMO_CHARACTERS, type DemoCharacter } from '../characters.ts';
import { type DemoPicture, picturesOf } from '../demo-pictures.ts';
import { DRAWING_HEIGHT, DRAWING_WIDTH } from '../svg.ts';
import { demoCharacterId, demoPictureId, demoPictureTime } from './demo-ids.ts';
import { DEMO_STORIES, type DemoPersonId, type DemoStory, type StoryChat, type StoryMoment } from './demo-stories.ts';

export interface DemoWorldParts {
  readonly world: World;
  readonly storage: FileStorage;
  /** Makes, or finds, somebody whom a visitor can sign in as. */
  readonly personAs: (as: 'subscriber' | 'free') => Promise<Person>;
  /** Where the build painted the pictures: `<id>.webp`. */
  readonly picturesFolder: string;
}

const MADE_BY = 'Reverie demo artist';
/** The one whose login says that the demo world is there. Nobody can sign in as the artist. */
const ARTIST = { provider: 'demo', subject: 'artist' } as const;
const CONTENT_TYPE = 'image/webp';
const HOUR = 3_600_000;

/**
 * Fills an empty service with what a newcomer sees first: six characters with their galleries, chats of the last days, a feed.
 * Files first, then everything in one transaction, so a start that was interrupted is made up for by the next one; a demo world
 * that is there is left as people made it.
 *
 * @returns whether it was made now
 */
export async function seedDemoWorld(parts: DemoWorldParts): Promise<boolean> {
  const { world } = parts;
  if ((await world.stores.people.findByLogin(ARTIST)) !== undefined) return false;
  if ((await world.stores.characters.listFor(undefined, { most: 1 })).length > 0) return false;
  const people = { subscriber: await parts.personAs('subscriber'), free: await parts.personAs('free') };
  const pictures = await keepPictures(parts);
  return world.transaction(async (stores) => {
    const artist = await stores.people.addWithLogin({ id: world.newId(), name: MADE_BY, role: 'member' }, ARTIST);
    await stores.people.changeSettings(people.subscriber.id, { imageToVideo: true });
    const told = new Telling(stores, world.now(), { ...people, artist });
    for (const character of DEMO_CHARACTERS) await told.character(character, pictures.get(character.id) ?? []);
    return true;
  });
}

type KeptPicture = DemoPicture & Pick<Picture, 'storageKey' | 'sizeBytes' | 'sha256'>;

/** Puts the painted files into the storage; again does no harm. */
async function keepPictures({ storage, picturesFolder }: DemoWorldParts): Promise<Map<string, KeptPicture[]>> {
  const kept = new Map<string, KeptPicture[]>();
  for (const { id } of DEMO_CHARACTERS) {
    const files = picturesOf(id).map(async (picture): Promise<KeptPicture> => {
      const path = join(picturesFolder, `${picture.id}.webp`);
      const { key, sizeBytes, sha256 } = await storage.put(`pictures/demo/${picture.id}.webp`, { path }, CONTENT_TYPE);
      return { ...picture, storageKey: key, sizeBytes, sha256 };
    });
    kept.set(id, await Promise.all(files));
  }
  return kept;
}

/** Writes the stories down as they would have happened: every row has the id and the time of its moment. */
class Telling {
  readonly #stores: Stores;
  readonly #now: Date;
  readonly #people: Readonly<Record<DemoPersonId, Person>>;

  constructor(stores: Stores, now: Date, people: Readonly<Record<DemoPersonId, Person>>) {
    this.#stores = stores;
    this.#now = now;
    this.#people = people;
  }

  async character({ id, name, description }: DemoCharacter, pictures: readonly KeptPicture[]): Promise<void> {
    const story = DEMO_STORIES[id];
    const about = { characterId: demoCharacterId(id), ownerId: this.#people[story.owner].id };
    const { persona, greeting } = story;
    const row = { id: about.characterId, ownerId: about.ownerId, name, tagline: description, persona, greeting };
    await this.#stores.characters.add({ ...row, declaredAge: 'adult', visibility: 'public' });
    for (const picture of pictures) await this.#picture(picture, about);
    await this.#stores.characters.change(about.characterId, { avatarPictureId: demoPictureId(id) });
    await this.#talk(story, about.characterId);
  }

  async #talk({ chats, moments, owner }: DemoStory, characterId: string): Promise<void> {
    for (const chat of chats) await this.#chat(chat, characterId);
    for (const moment of moments) await this.#moment(moment, { characterId, authorId: this.#people[owner].id });
  }

  async #picture(picture: KeptPicture, about: { characterId: string; ownerId: string }): Promise<void> {
    const [id, createdAt] = [demoPictureId(picture.id), demoPictureTime(picture.id)];
    const { storageKey, sizeBytes, sha256, description } = picture;
    await this.#stores.pictures.add({
      ...{ ...about, id, storageKey, sizeBytes, sha256, description, createdAt },
      ...{ visibility: 'public', origin: 'ai_generated', madeBy: MADE_BY, rating: 'general' },
      ...{ contentType: CONTENT_TYPE, widthPixels: DRAWING_WIDTH, heightPixels: DRAWING_HEIGHT },
    });
    const shown = { id: this.#idAt(createdAt), ...about, visibility: 'public', kind: 'picture' } as const;
    await this.#stores.gallery.add({ ...shown, pictureId: id, clipId: undefined });
  }

  async #chat({ with: who, beganHoursAgo, lines }: StoryChat, characterId: string): Promise<void> {
    let at = this.#hoursAgo(beganHoursAgo).getTime();
    const opened = { id: this.#idAt(new Date(at)), personId: this.#people[who].id, characterId };
    const chat = await this.#stores.chats.open(opened);
    for (const { by, says, after, pictureId } of lines) {
      at += after * 60_000;
      const createdAt = new Date(at);
      const messageId = this.#idAt(createdAt);
      await this.#stores.chats.addMessage({ id: messageId, chatId: chat.id, author: by, body: says, createdAt });
      await this.#attach(pictureId, createdAt, { messageId });
    }
  }

  async #moment(
    { hoursAgo, says, pictureId }: StoryMoment,
    about: { characterId: string; authorId: string },
  ): Promise<void> {
    const createdAt = this.#hoursAgo(hoursAgo);
    const momentId = this.#idAt(createdAt);
    await this.#stores.moments.add({ ...about, id: momentId, body: says, createdAt });
    await this.#attach(pictureId, createdAt, { momentId });
  }

  async #attach(
    pictureName: string | undefined,
    at: Date,
    place: { readonly messageId: string } | { readonly momentId: string },
  ): Promise<void> {
    if (pictureName === undefined) return;
    const pictureId = demoPictureId(pictureName);
    await this.#stores.attachments.add({ id: this.#idAt(at), pictureId, clipId: undefined, ...place });
  }

  #hoursAgo(hours: number): Date {
    return new Date(this.#now.getTime() - hours * HOUR);
  }

  #idAt(at: Date): string {
    return uuidV7(at.getTime(), randomBytes(10));
  }
}
