import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A character that comes with the program, so that a first clip needs no picture of one's own. */
export interface DemoCharacter {
  /** Lower-case letters, digits and `-`. */
  readonly id: string;
  readonly name: string;
  /** What the picture shows, for people who do not see it. */
  readonly description: string;
}

export interface DemoGalleryOptions {
  readonly characters: readonly DemoCharacter[];
  /** Draws the portrait of a character as a PNG file. */
  readonly render: (id: string) => Promise<Uint8Array>;
  readonly folder: string;
}

/** The demo characters, each drawn once, when it is first asked for. */
export class DemoGallery {
  readonly #options: DemoGalleryOptions;
  readonly #paths = new Map<string, Promise<string>>();

  constructor(options: DemoGalleryOptions) {
    this.#options = options;
  }

  list(): readonly DemoCharacter[] {
    return this.#options.characters;
  }

  find(id: string): DemoCharacter | undefined {
    return this.#options.characters.find((character) => character.id === id);
  }

  /** The PNG file of a character's portrait. */
  picturePath(character: DemoCharacter): Promise<string> {
    const known = this.#paths.get(character.id);
    if (known !== undefined) return known;
    const drawn = this.#draw(character.id);
    this.#paths.set(character.id, drawn);
    // a portrait that could not be drawn is tried again the next time
    drawn.catch(() => this.#paths.delete(character.id));
    return drawn;
  }

  async #draw(id: string): Promise<string> {
    const path = join(this.#options.folder, `demo-${id}.png`);
    await writeFile(path, await this.#options.render(id));
    return path;
  }
}
