import { ReverieError } from '@reverie-motion/client';
import { queryOptions } from '@tanstack/react-query';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';

/** The link of a clip; `null` while it has none. */
export const linkQuery = (clipId: string) =>
  queryOptions({
    queryKey: ['share', clipId],
    queryFn: async ({ signal }) => {
      try {
        return await reverie.clips.shareLink(clipId, { signal });
      } catch (error) {
        if (error instanceof ReverieError && error.code === 'not-found') return null;
        throw error;
      }
    },
  });

/** Gets the link of a clip and copies it. Where others cannot open it, that is said with it. */
export async function copyLink(clipId: string): Promise<void> {
  const link = await reverie.clips.share(clipId);
  queries.setQueryData(linkQuery(clipId).queryKey, link);
  await navigator.clipboard.writeText(link.url);
  const sentence = link.opensForOthers ? t('share.copied') : `${t('share.copied')} ${link.detail}`;
  showToast({ sentence, tone: 'good' });
}

export async function turnOffLink(clipId: string): Promise<void> {
  await reverie.clips.unshare(clipId);
  queries.setQueryData(linkQuery(clipId).queryKey, null);
  showToast({ sentence: t('share.is-off') });
}
