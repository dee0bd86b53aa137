import type { Character } from './stores/character-store.ts';

/** Paints a picture of a character for a reply. */
export interface CharacterArtist {
  /** Name of the model, kept with the picture as where it comes from. */
  readonly madeBy: string;
  /** A picture file of the character as it is in this moment of the talk. Throws when none could be painted. */
  paint(character: Character, said: string): Promise<ReadableStream<Uint8Array>>;
}
