import type { Clip } from '@reverie-motion/client';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';

/** The clip that goes along with a message. */
export function AttachedPreview({ clip: { file }, onRemove }: { clip: Clip; onRemove: () => void }) {
  return (
    <div className="flex w-full items-center gap-3 p-1">
      {file && (
        <img
          className="h-16 w-auto rounded-small bg-sunken"
          src={file.smallPosterUrl}
          width={file.widthPixels}
          height={file.heightPixels}
          alt={t('chat.attached')}
        />
      )}
      <p className="grow text-ink2 text-small">{t('chat.attached')}</p>
      <button type="button" className="icon-button" aria-label={t('chat.detach')} onClick={onRemove}>
        <Icon name="close" sizePixels={16} />
      </button>
    </div>
  );
}
