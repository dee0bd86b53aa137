import { z } from 'zod';
import type { CharacterArtist } from '../app/ports/character-artist.ts';
import type { Character } from '../app/ports/stores/character-store.ts';
import { askModel, type ModelAddress } from './ask-model.ts';
import { VoiceError } from './voice-error.ts';

const ANSWER_SECONDS = 120;
const LONGEST_PROMPT_CHARACTERS = 1500;

const AnswerSchema = z.object({ data: z.array(z.object({ b64_json: z.string().nullish() })).min(1) });

/** Lets a picture model paint the character, through `POST /images/generations`. */
export function createModelArtist(address: ModelAddress): CharacterArtist {
  return {
    madeBy: address.model,
    paint: async (character, said) => {
      const request = { model: address.model, prompt: promptOf(character, said), n: 1, response_format: 'b64_json' };
      const answer = AnswerSchema.safeParse(await askModel(address, '/images/generations', request, ANSWER_SECONDS));
      const picture = answer.data?.data[0]?.b64_json;
      if (!picture) throw new VoiceError('the picture model painted nothing');
      return new Blob([Buffer.from(picture, 'base64')]).stream() as ReadableStream<Uint8Array>;
    },
  };
}

/** A portrait that animates well: a clear face, mid-range, a soft background. */
function promptOf({ name, tagline, persona }: Character, said: string): string {
  const prompt = `Portrait of ${name}, an adult. ${tagline} ${persona} In this moment: ${said} Head and shoulders, clear face, soft background, fully clothed.`;
  return prompt.slice(0, LONGEST_PROMPT_CHARACTERS);
}
