import { z } from '@hono/zod-openapi';
import { answerMessage, keepMessage } from '../../app/chats/send-message.ts';
import { type Owned, ownedChat, type Seen, seenCharacter, type Viewer } from '../../app/permissions.ts';
import type { Character } from '../../app/ports/stores/character-store.ts';
import type { Chat, Message } from '../../app/ports/stores/chat-store.ts';
import { answer, type Endpoint, endpoint } from './endpoint.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import { Id, IdParams, iso, PageQuery, pageArguments, pageOf, Time, toPage } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';
import { AttachmentSchema, attachmentViews } from './views/attachment-view.ts';
import { CharacterSchema, characterView } from './views/character-view.ts';

const ChatSchema = z.object({ id: Id, character: CharacterSchema, createdAt: Time }).openapi('Chat');

const MessageSchema = z
  .object({
    id: Id,
    author: z.enum(['person', 'character']),
    body: z.string(),
    createdAt: Time,
    attachments: z.array(AttachmentSchema),
  })
  .openapi('Message');

const SentSchema = z.object({ message: MessageSchema }).openapi('SentMessage');

/** Conversations with characters. */
export function chatEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  const findMine = async (viewer: Viewer, id: string): Promise<[Owned<Chat>, Seen<Character>] | undefined> => {
    const chat = ownedChat(viewer, await world.stores.chats.find(id));
    const character = chat && seenCharacter(viewer, await world.stores.characters.find(chat.characterId));
    return chat === undefined || character === undefined ? undefined : [chat, character];
  };
  return [
    endpoint({
      method: 'get',
      path: '/chats',
      tag: 'Chats',
      scope: 'read',
      summary: 'My conversations, newest first',
      query: PageQuery,
      answer: pageOf(ChatSchema),
      handle: async ({ person, query }) => {
        const chats = await world.stores.chats.listOf(person.id, pageArguments(query));
        const page = toPage(
          chats,
          query.limit,
          ({ id }) => findMine(person, id),
          ({ id }) => id,
        );
        const seen = (await Promise.all(page.items)).filter((one) => one !== undefined);
        const items = seen.map(([chat, character]) => chatView(parts, person, chat, character));
        return answer(pageOf(ChatSchema), { ...page, items: await Promise.all(items) });
      },
    }),
    endpoint({
      method: 'put',
      path: '/characters/{id}/chat',
      tag: 'Chats',
      scope: 'write',
      summary: 'My conversation with a character; begun when there is none, with its greeting',
      params: IdParams,
      answer: ChatSchema,
      handle: async ({ person, params }) => {
        const character = seenCharacter(person, await world.stores.characters.find(params.id));
        if (character === undefined) return problem('not-found');
        const chat = ownedChat(person, await openChat(parts, person.id, character));
        return chat === undefined
          ? problem('not-found')
          : answer(ChatSchema, await chatView(parts, person, chat, character));
      },
    }),
    endpoint({
      method: 'get',
      path: '/chats/{id}/messages',
      tag: 'Chats',
      scope: 'read',
      summary: 'What was said, newest first',
      params: IdParams,
      query: PageQuery,
      answer: pageOf(MessageSchema),
      handle: async ({ person, params, query }) => {
        const mine = await findMine(person, params.id);
        if (mine === undefined) return problem('not-found');
        const messages = await world.stores.chats.listMessages(mine[0].id, pageArguments(query));
        const page = toPage(
          messages,
          query.limit,
          (message) => messageView(parts, person, message),
          ({ id }) => id,
        );
        return answer(pageOf(MessageSchema), { ...page, items: await Promise.all(page.items) });
      },
    }),
    endpoint({
      method: 'post',
      path: '/chats/{id}/messages',
      tag: 'Chats',
      scope: 'write',
      once: true,
      status: 201,
      summary: 'Say something; the character answers a moment later, as an event "message"',
      params: IdParams,
      body: z.strictObject({ body: z.string().trim().min(1).max(8000) }),
      answer: SentSchema,
      handle: async ({ person, params, body, key }) => {
        const mine = await findMine(person, params.id);
        if (mine === undefined) return problem('not-found');
        const [chat, character] = mine;
        let isNew = false;
        const sent = await once(
          parts,
          { personId: person.id, route: `messages of ${chat.id}`, key, body },
          async (stores) => {
            const message = await keepMessage(world, stores, chat, body.body);
            isNew = true;
            return { status: 201, body: { message: await messageView(parts, person, message) } };
          },
        );
        // the person does not wait for the answer: it comes as an event, also to the other windows
        if (isNew) answerMessage(parts, chat, character).catch(parts.onBroken);
        return sent;
      },
    }),
  ];
}

function openChat({ world }: ServiceParts, personId: string, character: Character): Promise<Chat> {
  return world.transaction(async (stores) => {
    const id = world.newId();
    const chat = await stores.chats.open({ id, personId, characterId: character.id });
    const isNew = chat.id === id;
    if (isNew && character.greeting !== '') {
      const greeting = {
        id: world.newId(),
        chatId: id,
        author: 'character',
        body: character.greeting,
        createdAt: world.now(),
      };
      await stores.chats.addMessage({ ...greeting, author: 'character' });
    }
    return chat;
  });
}

async function chatView(parts: ServiceParts, viewer: Viewer, chat: Owned<Chat>, character: Seen<Character>) {
  return { id: chat.id, character: await characterView(parts, viewer, character), createdAt: iso(chat.createdAt) };
}

async function messageView(parts: ServiceParts, viewer: Viewer, { id, author, body, createdAt, attachments }: Message) {
  return {
    id,
    author,
    body,
    createdAt: iso(createdAt),
    attachments: await attachmentViews(parts, viewer, attachments),
  };
}
