import type { Clip } from '@reverie-motion/client';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';
import { AnimateButton } from './animate-button.tsx';

/** What one can do with a clip where it plays. */
export function ClipActions({ clip, name, mayMove }: { clip: Clip; name: string; mayMove: boolean }) {
  if (clip.file === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <a className="button button-plain button-small min-h-11" href={clip.file.downloadUrl} download>
        <Icon name="down" /> {t('clip.download')}
      </a>
      {mayMove && <AnimateButton pictureId={clip.pictureId} name={name} again />}
    </div>
  );
}
