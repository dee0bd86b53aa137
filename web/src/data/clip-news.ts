import type { Clip } from '@reverie-motion/client';
import { queryOptions } from '@tanstack/react-query';
import { clipTitle } from '../clip/clip-words.ts';
import { announce } from '../shell/announce.ts';
import type { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';
import { queries } from './queries.ts';
import { reverie } from './service.ts';

export const characterQuery = (id: string) =>
  queryOptions({
    queryKey: ['character', id],
    queryFn: ({ signal }) => reverie.characters.get(id, { signal }),
    staleTime: 300_000,
  });

/** Says once that a clip is being made; percentages are never said. */
export function tellOfClipStart({ state }: Pick<Clip, 'state'>): void {
  if (state === 'rendering') announce(t('news.rendering'));
}

/** Tells how a clip ended: in words only where it can be seen, with a message where it cannot. */
export async function tellOfClipEnd(clip: Clip, isInView: boolean, show: typeof showToast): Promise<void> {
  if (clip.state === 'cancelled') return;
  const { name } = await queries.fetchQuery(characterQuery(clip.characterId));
  const sentence = sentenceOf(clip, name);
  if (isInView) return announce(sentence);
  const isReady = clip.state === 'ready';
  show({
    sentence,
    tone: isReady ? 'good' : 'bad',
    action: { label: t(isReady ? 'news.watch' : 'news.see-why'), act: (router) => router.history.push(clipPath(clip)) },
  });
}

function sentenceOf(clip: Pick<Clip, 'state' | 'motion' | 'end'>, name: string): string {
  if (clip.state === 'ready') return t('news.ready', { title: clipTitle(clip, name) });
  const returned = clip.end?.creditsReturned ?? 0;
  const reason = t(clip.state === 'refused' ? 'news.refused' : 'news.failed', { name });
  return returned === 0 ? reason : `${reason} ${t('credits.returned', { count: returned })}.`;
}

/** Where a clip can be seen large; of one that was not made, its picture, with what became of it. */
export const clipPath = ({ id, characterId, pictureId, state }: Clip): string =>
  state === 'ready' ? `/c/${characterId}/clip/${id}` : `/c/${characterId}/picture/${pictureId}`;
