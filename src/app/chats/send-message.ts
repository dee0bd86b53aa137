import type { Owned } from '../permissions.ts';
import { importPaintedPicture } from '../pictures/import-picture.ts';
import type { CharacterArtist } from '../ports/character-artist.ts';
import type { CharacterVoice } from '../ports/character-voice.ts';
import type { PictureIntake } from '../ports/picture-intake.ts';
import type { Character, Picture } from '../ports/stores/character-store.ts';
import type { Chat, Message } from '../ports/stores/chat-store.ts';
import type { Stores, World } from '../ports/world.ts';
import { scriptedVoice } from './scripted-voice.ts';

/** Messages that a character remembers. */
const MEMORY_MESSAGES = 30;

export interface SendMessagePorts {
  readonly world: World;
  readonly voice: CharacterVoice;
  /** Paints pictures for replies; without one, they come from the character's own. */
  readonly artist?: CharacterArtist | undefined;
  readonly intake: PictureIntake;
  readonly onBroken: (error: unknown) => void;
}

/** Keeps what a person said. Belongs into a transaction. */
export async function keepMessage(world: World, stores: Stores, chat: Owned<Chat>, body: string): Promise<Message> {
  const message = { id: world.newId(), chatId: chat.id, author: 'person', body, createdAt: world.now() } as const;
  await stores.chats.addMessage(message);
  return { ...message, attachments: [] };
}

/**
 * Lets the character answer. A voice that fails is replaced by the scripted one: a person who wrote is always answered. A
 * picture is painted where an artist is set up, and comes out of the character's public pictures, in turn, where none is or
 * it fails.
 */
export async function answerMessage(
  ports: SendMessagePorts,
  chat: Owned<Chat>,
  character: Character,
): Promise<Message> {
  const { world } = ports;
  const newestFirst = await world.stores.chats.listMessages(chat.id, { most: MEMORY_MESSAGES });
  const history = newestFirst.reverse();
  const reply = await ports.voice.reply(character, history).catch((error) => {
    ports.onBroken(error);
    return scriptedVoice.reply(character, history);
  });
  const painted = reply.sendsPicture ? await paint(ports, chat, character, reply.text) : undefined;
  const turn = history.filter(({ attachments }) => attachments.length > 0).length;
  return world.transaction(async (stores) => {
    const id = world.newId();
    await stores.chats.addMessage({
      id,
      chatId: chat.id,
      author: 'character',
      body: reply.text,
      createdAt: world.now(),
    });
    const picture = painted ?? (reply.sendsPicture ? await stores.pictures.fromPool(character.id, turn) : undefined);
    if (picture !== undefined) {
      await stores.attachments.add({ id: world.newId(), pictureId: picture.id, clipId: undefined, messageId: id });
    }
    await stores.events.tell(chat.personId, 'message', { chatId: chat.id, messageId: id }, world.now());
    return (await stores.chats.findMessage(id)) as Message;
  });
}

async function paint(
  { world, artist, intake, onBroken }: SendMessagePorts,
  chat: Chat,
  character: Character,
  said: string,
): Promise<Picture | undefined> {
  // of characters who are declared to be minors nothing new is painted
  if (artist === undefined || character.declaredAge === 'minor') return undefined;
  try {
    const bytes = await artist.paint(character, said);
    const news = { madeBy: artist.madeBy, description: `${character.name}. ${said}`.slice(0, 1000), bytes };
    const taken = await importPaintedPicture({ world, intake }, character, chat.personId, news);
    return taken.ok ? taken.picture : undefined;
  } catch (error) {
    onBroken(error);
    return undefined;
  }
}
