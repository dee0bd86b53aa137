import type { Clip } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { clipTitle } from '../clip/clip-words.ts';
import { Icon } from '../parts/icon.tsx';
import { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';
import { copyLink } from './link.ts';

const LOOK = 'button button-plain button-small min-h-11';

/**
 * Takes a clip along: as a file, by a link, or through the system's own sheet where there is one. A link exists only once
 * somebody asked for it.
 */
export function ShareButtons({ clip, name }: { clip: Clip; name: string }) {
  const copy = useMutation({
    mutationFn: () => copyLink(clip.id),
    onError: () => showToast({ sentence: t('share.failed'), tone: 'bad' }),
  });
  // phones refuse to share what has to be fetched first: the file is there before the tap
  const file = useRef<File>(undefined);
  const prefetch = async (): Promise<void> => {
    file.current ??= await fileOf(clip, name).catch(() => undefined);
  };
  return (
    <>
      <a className={LOOK} href={clip.file?.downloadUrl} download aria-label={t('clip.download')}>
        <Icon name="down" /> {t('clip.mp4')}
      </a>
      {clip.isMine && (
        <button type="button" className={LOOK} disabled={copy.isPending} onClick={() => copy.mutate()}>
          <Icon name="link" /> {t('share.copy')}
        </button>
      )}
      {'share' in navigator && (
        <button
          type="button"
          className={LOOK}
          onPointerEnter={() => void prefetch()}
          onFocus={() => void prefetch()}
          onClick={() => void shareWith(file.current, clip.isMine ? copy.mutate : undefined)}
        >
          <Icon name="share" /> {t('share.file')}
        </button>
      )}
    </>
  );
}

async function fileOf(clip: Clip, name: string): Promise<File | undefined> {
  if (clip.file === null) return undefined;
  const response = await fetch(clip.file.url);
  return new File([await response.blob()], `${clipTitle(clip, name)}.mp4`, { type: 'video/mp4' });
}

/** The file where the system takes files, else the link; whoever closes the system's sheet wanted nothing. */
async function shareWith(file: File | undefined, copy: (() => void) | undefined): Promise<void> {
  if (file === undefined || !navigator.canShare?.({ files: [file] })) return copy?.();
  await navigator.share({ files: [file] }).catch(() => undefined);
}
