import type { Clip } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { characterQuery } from '../data/clip-news.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';

/** Makes a clip the living avatar of its character, or lets the avatar be a picture again. */
export function AvatarButton({ clip: { id, characterId }, name }: { clip: Clip; name: string }) {
  const { data: character } = useQuery(characterQuery(characterId));
  const isAvatar = character?.avatar.clip?.id === id;
  const change = useMutation({ mutationFn: () => changeAvatar(characterId, isAvatar ? null : id, name) });
  return (
    <button
      type="button"
      className="button button-plain button-small min-h-11"
      disabled={change.isPending}
      onClick={() => change.mutate()}
    >
      <Icon name="person" /> {t(isAvatar ? 'use.no-avatar' : 'use.as-avatar')}
    </button>
  );
}

async function changeAvatar(characterId: string, avatarClipId: string | null, name: string): Promise<void> {
  const changed = await reverie.characters.change(characterId, { avatarClipId });
  queries.setQueryData(characterQuery(characterId).queryKey, changed);
  showToast({ sentence: t(avatarClipId === null ? 'use.is-picture' : 'use.is-avatar', { name }), tone: 'good' });
}
