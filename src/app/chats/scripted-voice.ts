import type { CharacterReply, CharacterVoice } from '../ports/character-voice.ts';

/** What a character says when no language model is set up: enough for a conversation to feel answered, never more than that. */
const LINES: readonly string[] = [
  'I was hoping you would write. How is your evening going?',
  'Tell me more. I have all the time in the world for you.',
  'That made me smile. Do you ever just stop and watch the light change?',
  'Mm. I know exactly what you mean.',
  'You have a way of saying things. Go on.',
  'I will remember that. What are you looking forward to?',
];
const WITH_PICTURE: readonly string[] = [
  'Here, this is me right now.',
  'For you. Be kind, it is windy here.',
  'One moment … there. Do you like it?',
];
const ASKS_FOR_PICTURE = /\b(picture|photo|selfie|pic|show|look like|see you|image)\b/i;
/** Without being asked, a character sends a picture with every so manieth answer. */
const PICTURE_EVERY = 4;

/** Answers from a script, in turn, and sends a picture when asked for one. */
export const scriptedVoice: CharacterVoice = {
  reply: async (_character, history): Promise<CharacterReply> => {
    const turn = history.filter(({ author }) => author === 'character').length;
    const said = history.at(-1)?.body ?? '';
    const sendsPicture = ASKS_FOR_PICTURE.test(said) || turn % PICTURE_EVERY === PICTURE_EVERY - 1;
    const lines = sendsPicture ? WITH_PICTURE : LINES;
    return { text: lines[turn % lines.length] as string, sendsPicture };
  },
};
