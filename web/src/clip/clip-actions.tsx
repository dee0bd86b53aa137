import type { Clip } from '@reverie-motion/client';
import { Link } from '@tanstack/react-router';

import { Icon } from '../parts/icon.tsx';
import { later } from '../parts/later.tsx';
import { MoreMenu } from '../safety/more-menu.tsx';
import { ShareButtons } from '../share/share-buttons.tsx';
import { t } from '../words/words.ts';
import { AnimateButton } from './animate-button.tsx';

const Copies = later(async () => (await import('../share/copies.tsx')).Copies);

/** What one can do with a clip where it plays. */
export function ClipActions({ clip, name, mayMove }: { clip: Clip; name: string; mayMove: boolean }) {
  if (clip.file === null) return null;
  const { id, characterId } = clip;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ShareButtons clip={clip} name={name} />
      <MoreMenu subject={{ kind: 'clip', id }} isMine={clip.isMine}>
        {mayMove && <AnimateButton pictureId={clip.pictureId} name={name} again look="menu-item" />}
        <Link
          className="menu-item"
          to="/c/$characterId/$kind/$itemId"
          params={{ characterId, kind: 'clip', itemId: id }}
          resetScroll={false}
        >
          <Icon name="open" /> {t('clip.open')}
        </Link>
        <Copies clipId={id} />
      </MoreMenu>
    </div>
  );
}
