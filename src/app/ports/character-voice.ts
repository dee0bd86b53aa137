import type { Character } from './stores/character-store.ts';
import type { Message } from './stores/chat-store.ts';

export interface CharacterReply {
  readonly text: string;
  /** Whether a picture of the character goes with it. */
  readonly sendsPicture: boolean;
}

/** How a character answers. `history` is newest last and ends with what was just said. */
export interface CharacterVoice {
  reply(character: Character, history: readonly Pick<Message, 'author' | 'body'>[]): Promise<CharacterReply>;
}
