export interface Chat {
  readonly id: string;
  readonly personId: string;
  readonly characterId: string;
  readonly createdAt: Date;
}

/** A picture or a clip below a message or in a moment. */
export interface Attachment {
  readonly id: string;
  readonly pictureId: string | undefined;
  readonly clipId: string | undefined;
}

export interface Message {
  readonly id: string;
  readonly chatId: string;
  readonly author: 'person' | 'character';
  readonly body: string;
  readonly createdAt: Date;
  readonly attachments: readonly Attachment[];
}

export interface Page {
  readonly beforeId?: string | undefined;
  readonly most: number;
}

export interface ChatStore {
  /** The one chat of a person with a character; made when there is none. */
  open(chat: Pick<Chat, 'id' | 'personId' | 'characterId'>): Promise<Chat>;
  find(id: string): Promise<Chat | undefined>;
  listOf(personId: string, page: Page): Promise<Chat[]>;
  addMessage(message: Omit<Message, 'attachments'>): Promise<void>;
  /** Newest first. */
  listMessages(chatId: string, page: Page): Promise<Message[]>;
  findMessage(id: string): Promise<Message | undefined>;
}

export interface Moment {
  readonly id: string;
  readonly authorId: string;
  readonly characterId: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly attachments: readonly Attachment[];
}

export interface MomentStore {
  add(moment: Omit<Moment, 'attachments'>): Promise<void>;
  find(id: string): Promise<Moment | undefined>;
  /** The feed: moments of public characters, newest first. */
  list(page: Page): Promise<Moment[]>;
  setDeleted(id: string, at: Date | null): Promise<void>;
}

export interface AttachmentPlace {
  readonly messageId?: string | undefined;
  readonly momentId?: string | undefined;
}

export interface AttachmentStore {
  add(attachment: Attachment & AttachmentPlace): Promise<void>;
  find(id: string): Promise<(Attachment & AttachmentPlace) | undefined>;
  remove(id: string): Promise<void>;
  /** Where a clip is shown. */
  placesOf(
    clipId: string,
  ): Promise<(Attachment & { readonly chatId: string | undefined; readonly momentId: string | undefined })[]>;
}
