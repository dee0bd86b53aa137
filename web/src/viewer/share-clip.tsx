import { type Clip, ReverieError } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { clipTitle } from '../clip/clip-words.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';

const linkQuery = (clipId: string) => ({
  queryKey: ['share', clipId],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    try {
      return await reverie.clips.shareLink(clipId, { signal });
    } catch (error) {
      if (error instanceof ReverieError && error.code === 'not-found') return null;
      throw error;
    }
  },
});

/**
 * Lets others see a clip: as a file through the system's own sheet where there is one, by a link everywhere. A link exists
 * only once somebody asked for it, and can be turned off.
 */
export function ShareClip({ clip, name }: { clip: Clip; name: string }) {
  const [file, setFile] = useState<File>();
  const { data: link } = useQuery(linkQuery(clip.id));
  const copy = useMutation({
    mutationFn: () => copyLink(clip.id),
    onError: () => showToast({ sentence: t('share.failed'), tone: 'bad' }),
  });
  const turnOff = useMutation({
    mutationFn: async () => {
      await reverie.clips.unshare(clip.id);
      queries.setQueryData(linkQuery(clip.id).queryKey, null);
    },
    onSuccess: () => showToast({ sentence: t('share.is-off') }),
  });
  // phones refuse to share what has to be fetched first: the file is there before the tap
  const prefetch = (): void => void fileOf(clip, name).then(setFile, () => undefined);
  return (
    <>
      {'share' in navigator && (
        <button
          type="button"
          className="button button-plain button-small min-h-11"
          onPointerEnter={prefetch}
          onFocus={prefetch}
          onClick={() => void shareWith(file, copy.mutate)}
        >
          <Icon name="share" /> {t('share.file')}
        </button>
      )}
      <button
        type="button"
        className="button button-plain button-small min-h-11"
        disabled={copy.isPending}
        onClick={() => copy.mutate()}
      >
        <Icon name="link" /> {t('share.copy')}
      </button>
      {link != null && (
        <p className="grid basis-full gap-1 text-small">
          <span className="flex flex-wrap items-center gap-2">
            <a className="link break-all" href={link.url} aria-label={t('share.link')}>
              {link.url}
            </a>
            <button
              type="button"
              className="button button-quiet button-small"
              disabled={turnOff.isPending}
              onClick={() => turnOff.mutate()}
            >
              {t('share.off')}
            </button>
          </span>
          <span className="text-ink2">{link.detail}</span>
        </p>
      )}
    </>
  );
}

async function copyLink(clipId: string): Promise<void> {
  const link = await reverie.clips.share(clipId);
  queries.setQueryData(linkQuery(clipId).queryKey, link);
  await navigator.clipboard.writeText(link.url);
  showToast({ sentence: t('share.copied'), tone: 'good' });
}

async function fileOf(clip: Clip, name: string): Promise<File | undefined> {
  if (clip.file === null) return undefined;
  const response = await fetch(clip.file.url);
  return new File([await response.blob()], `${clipTitle(clip, name)}.mp4`, { type: 'video/mp4' });
}

/** The file where the system takes files, else the link; whoever closes the system's sheet wanted nothing. */
async function shareWith(file: File | undefined, copy: () => void): Promise<void> {
  if (file === undefined || !navigator.canShare?.({ files: [file] })) return copy();
  await navigator.share({ files: [file] }).catch(() => undefined);
}
