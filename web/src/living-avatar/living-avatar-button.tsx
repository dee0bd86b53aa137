import type { Character } from '@reverie-motion/client';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../data/me.ts';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';

const LivingAvatarSheet = lazy(async () => ({
  default: (await import('./living-avatar-sheet.tsx')).LivingAvatarSheet,
}));

/** Opens what makes the picture of one's own character live; nothing where it cannot. */
export function LivingAvatarButton({ character }: { character: Character }) {
  const me = useMe();
  const [isOpen, setIsOpen] = useState(false);
  const { picture, clip } = character.avatar;
  const mayMove = picture?.canBeAnimated === true && me?.settings.imageToVideo === true;
  if (!character.isMine || (!mayMove && clip === null)) return null;
  return (
    <>
      <button type="button" className="button button-plain button-small" onClick={() => setIsOpen(true)}>
        <Icon name="person" sizePixels={16} /> {t('living.open')}
      </button>
      {isOpen && (
        <Suspense>
          <LivingAvatarSheet character={character} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
