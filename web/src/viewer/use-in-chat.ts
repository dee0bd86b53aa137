import type { Clip } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { chatQuery, messagesQuery } from '../data/chats.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';

/** Sends a clip into the conversation with its character, without charge, and goes there. */
export function useInChat(onSent: () => unknown) {
  return useMutation({
    mutationFn: async (clip: Clip) => {
      const chat = await queries.ensureQueryData(chatQuery(clip.characterId));
      await reverie.clips.attach(clip.id, { chatId: chat.id, body: '' });
      await queries.invalidateQueries({ queryKey: messagesQuery(chat.id).queryKey });
    },
    onSuccess: onSent,
  });
}
