import type { Owned } from '../permissions.ts';
import type { CharacterVoice } from '../ports/character-voice.ts';
import type { Character } from '../ports/stores/character-store.ts';
import type { Chat, Message } from '../ports/stores/chat-store.ts';
import type { Stores, World } from '../ports/world.ts';
import { scriptedVoice } from './scripted-voice.ts';

/** Messages that a character remembers. */
const MEMORY_MESSAGES = 30;

export interface SendMessagePorts {
  readonly world: World;
  readonly voice: CharacterVoice;
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
 * picture comes out of the character's public pictures, in turn.
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
    const picture = reply.sendsPicture ? await stores.pictures.fromPool(character.id, turn) : undefined;
    if (picture !== undefined) {
      await stores.attachments.add({ id: world.newId(), pictureId: picture.id, clipId: undefined, messageId: id });
    }
    await stores.events.tell(chat.personId, 'message', { chatId: chat.id, messageId: id }, world.now());
    return (await stores.chats.findMessage(id)) as Message;
  });
}
