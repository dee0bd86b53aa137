import type { Sql } from '../../app/ports/sql.ts';
import type {
  Attachment,
  AttachmentPlace,
  AttachmentStore,
  Chat,
  ChatStore,
  Message,
  Moment,
  MomentStore,
} from '../../app/ports/stores/chat-store.ts';

interface AttachmentJson {
  readonly id: string;
  readonly picture: string | null;
  readonly clip: string | null;
}

const asAttachment = ({ id, picture, clip }: AttachmentJson): Attachment => {
  return { id, pictureId: picture ?? undefined, clipId: clip ?? undefined };
};

/** Attachments of a row, oldest first; what was deleted is not shown. */
const attachmentsOf = (column: 'message' | 'moment', id: string): string => `
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'picture', a.picture, 'clip', a.clip) order by a.id)
    from attachment a left join clip c on c.id = a.clip left join picture p on p.id = a.picture
    where a.${column} = ${id} and c.deleted_at is null and p.deleted_at is null), '[]') as attachments`;

interface ChatRow {
  readonly id: string;
  readonly person: string;
  readonly character: string;
  readonly created_at: Date;
}
const asChat = (row: ChatRow): Chat => {
  return { id: row.id, personId: row.person, characterId: row.character, createdAt: row.created_at };
};

interface MessageRow {
  readonly id: string;
  readonly chat: string;
  readonly author: Message['author'];
  readonly body: string;
  readonly created_at: Date;
  readonly attachments: readonly AttachmentJson[];
}
const asMessage = (row: MessageRow): Message => ({
  id: row.id,
  chatId: row.chat,
  author: row.author,
  body: row.body,
  createdAt: row.created_at,
  attachments: row.attachments.map(asAttachment),
});

/** Chats and their messages as rows. */
export function createChatStore(sql: Sql): ChatStore {
  return {
    open: async ({ id, personId, characterId }) => {
      await sql.query('insert into chat (id, person, character) values ($1, $2, $3) on conflict do nothing', [
        id,
        personId,
        characterId,
      ]);
      const [row] = await sql.query<ChatRow>('select * from chat where person = $1 and character = $2', [
        personId,
        characterId,
      ]);
      return asChat(row as ChatRow);
    },
    find: async (id) => {
      const [row] = await sql.query<ChatRow>('select * from chat where id = $1', [id]);
      return row && asChat(row);
    },
    listOf: async (personId, { beforeId, most }) =>
      (
        await sql.query<ChatRow>(
          'select * from chat where person = $1 and ($2::uuid is null or id < $2) order by id desc limit $3',
          [personId, beforeId ?? null, most],
        )
      ).map(asChat),
    addMessage: async ({ id, chatId, author, body, createdAt }) => {
      await sql.query('insert into message (id, chat, author, body, created_at) values ($1, $2, $3, $4, $5)', [
        id,
        chatId,
        author,
        body,
        createdAt,
      ]);
    },
    listMessages: async (chatId, { beforeId, most }) =>
      (
        await sql.query<MessageRow>(
          `select m.*, ${attachmentsOf('message', 'm.id')} from message m
           where m.chat = $1 and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
          [chatId, beforeId ?? null, most],
        )
      ).map(asMessage),
    findMessage: async (id) => {
      const [row] = await sql.query<MessageRow>(
        `select m.*, ${attachmentsOf('message', 'm.id')} from message m where m.id = $1`,
        [id],
      );
      return row && asMessage(row);
    },
  };
}

interface MomentRow {
  readonly id: string;
  readonly author: string;
  readonly character: string;
  readonly body: string;
  readonly created_at: Date;
  readonly attachments: readonly AttachmentJson[];
}
const asMoment = (row: MomentRow): Moment => ({
  id: row.id,
  authorId: row.author,
  characterId: row.character,
  body: row.body,
  createdAt: row.created_at,
  attachments: row.attachments.map(asAttachment),
});

/** Moments as rows. */
export function createMomentStore(sql: Sql): MomentStore {
  return {
    add: async ({ id, authorId, characterId, body, createdAt }) => {
      await sql.query('insert into moment (id, author, character, body, created_at) values ($1, $2, $3, $4, $5)', [
        id,
        authorId,
        characterId,
        body,
        createdAt,
      ]);
    },
    find: async (id) => {
      const [row] = await sql.query<MomentRow>(
        `select m.*, ${attachmentsOf('moment', 'm.id')} from moment m where m.id = $1 and m.deleted_at is null`,
        [id],
      );
      return row && asMoment(row);
    },
    list: async ({ beforeId, most }) =>
      (
        await sql.query<MomentRow>(
          `select m.*, ${attachmentsOf('moment', 'm.id')} from moment m join character c on c.id = m.character
           where m.deleted_at is null and c.visibility = 'public' and c.deleted_at is null
             and ($1::uuid is null or m.id < $1) order by m.id desc limit $2`,
          [beforeId ?? null, most],
        )
      ).map(asMoment),
    setDeleted: async (id, at) => {
      await sql.query('update moment set deleted_at = $2 where id = $1', [id, at]);
    },
  };
}

interface AttachmentRow extends AttachmentJson {
  readonly message: string | null;
  readonly moment: string | null;
}

/** Attachments as rows. */
export function createAttachmentStore(sql: Sql): AttachmentStore {
  return {
    add: async ({ id, pictureId, clipId, messageId, momentId }) => {
      await sql.query('insert into attachment (id, picture, clip, message, moment) values ($1, $2, $3, $4, $5)', [
        id,
        pictureId ?? null,
        clipId ?? null,
        messageId ?? null,
        momentId ?? null,
      ]);
    },
    find: async (id) => {
      const [row] = await sql.query<AttachmentRow>('select * from attachment where id = $1', [id]);
      return row && { ...asAttachment(row), ...placeOf(row) };
    },
    remove: async (id) => {
      await sql.query('delete from attachment where id = $1', [id]);
    },
    placesOf: async (clipId) => {
      const rows = await sql.query<AttachmentRow & { chat: string | null }>(
        'select a.*, m.chat from attachment a left join message m on m.id = a.message where a.clip = $1 order by a.id',
        [clipId],
      );
      return rows.map((row) => ({
        ...asAttachment(row),
        chatId: row.chat ?? undefined,
        momentId: row.moment ?? undefined,
      }));
    },
  };
}

function placeOf({ message, moment }: AttachmentRow): AttachmentPlace {
  return { messageId: message ?? undefined, momentId: moment ?? undefined };
}
