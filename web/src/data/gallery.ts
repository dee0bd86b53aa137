import { queryOptions } from '@tanstack/react-query';
import { keepClips } from './clips.ts';
import { reverie } from './service.ts';

/** The newest clips of a character that can be used. */
export const galleryClipsQuery = (characterId: string) =>
  queryOptions({
    queryKey: ['gallery', characterId, 'newest-clips'],
    queryFn: async ({ signal }) => {
      const { items } = await reverie.characters.gallery(characterId, { show: 'clips', limit: 60 }, { signal }).page();
      const clips = items.flatMap(({ clip }) => (clip === null || clip.file === null ? [] : [clip]));
      keepClips(clips);
      return clips;
    },
  });
