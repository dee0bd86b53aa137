import { z } from 'zod';
import type { CharacterReply, CharacterVoice } from '../app/ports/character-voice.ts';
import type { Character } from '../app/ports/stores/character-store.ts';
import { askModel, type ModelAddress } from './ask-model.ts';
import { VoiceError } from './voice-error.ts';

const ANSWER_SECONDS = 60;
/** Two or three sentences, as people write in a chat. */
const MOST_TOKENS = 300;
const LONGEST_REPLY_CHARACTERS = 4000;
/** What the model writes when a picture goes with its words. */
const PICTURE_MARK = '[picture]';

const AnswerSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

/** Lets a language model speak for the character, through `POST /chat/completions`. */
export function createModelVoice(address: ModelAddress): CharacterVoice {
  return {
    reply: async (character, history) => {
      const talk = history.map(({ author, body }) => ({
        role: author === 'person' ? 'user' : 'assistant',
        content: body,
      }));
      const messages = [{ role: 'system', content: introduction(character) }, ...talk];
      const request = { model: address.model, messages, max_tokens: MOST_TOKENS };
      const answer = AnswerSchema.safeParse(await askModel(address, '/chat/completions', request, ANSWER_SECONDS));
      return asReply(answer.data?.choices[0]?.message.content ?? '');
    },
  };
}

function introduction({ name, tagline, persona }: Character): string {
  return [
    `You are ${name}, a character in a chat. ${tagline}`,
    persona,
    'Stay in character. Answer in two or three short sentences, in the language of the other person.',
    `When a picture of you would suit the moment, or you are asked for one, end with ${PICTURE_MARK}.`,
  ].join('\n');
}

function asReply(content: string): CharacterReply {
  const text = content.replaceAll(PICTURE_MARK, '').trim().slice(0, LONGEST_REPLY_CHARACTERS);
  if (text === '') throw new VoiceError('the language model said nothing');
  return { text, sendsPicture: content.includes(PICTURE_MARK) };
}
