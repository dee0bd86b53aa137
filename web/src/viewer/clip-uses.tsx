import type { Clip } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { characterQuery } from '../data/clip-news.ts';
import { forgetMyClip } from '../data/clips.ts';
import { galleryChanged } from '../data/gallery.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { PostSheet } from '../moments/post-sheet.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';
import { ShareClip } from './share-clip.tsx';
import { useInChat } from './use-in-chat.ts';

/** What can be done with a clip: used again, kept as a file, made the face of a character, deleted. */
export function ClipUses({
  clip,
  name,
  isMyCharacter,
  onGone,
}: {
  clip: Clip;
  name: string;
  isMyCharacter: boolean;
  onGone: () => void;
}) {
  const [isPosting, setIsPosting] = useState(false);
  const navigate = useNavigate();
  const inChat = useInChat(clip, () =>
    navigate({ to: '/chat/$characterId', params: { characterId: clip.characterId } }),
  );
  const avatar = useMutation({ mutationFn: () => makeAvatar(clip, name) });
  const deletion = useMutation({ mutationFn: () => deleteWithUndo(clip), onSuccess: onGone });
  return (
    <div className="flex flex-wrap gap-2">
      <Use icon="chat" words={t('use.in-chat')} isBusy={inChat.isPending} onUse={() => inChat.mutate()} />
      {isMyCharacter && clip.visibility === 'public' && (
        <Use icon="moments" words={t('use.in-moment')} onUse={() => setIsPosting(true)} />
      )}
      {isMyCharacter && (
        <Use icon="person" words={t('use.as-avatar')} isBusy={avatar.isPending} onUse={() => avatar.mutate()} />
      )}
      {clip.isMine && <ShareClip clip={clip} name={name} />}
      <a className="button button-plain button-small min-h-11" href={clip.file?.downloadUrl} download>
        <Icon name="down" /> {t('clip.download')}
      </a>
      {clip.isMine && (
        <Use icon="trash" words={t('use.delete')} isBusy={deletion.isPending} onUse={() => deletion.mutate()} />
      )}
      {isPosting && (
        <PostSheet character={{ id: clip.characterId, name }} clip={clip} onClose={() => setIsPosting(false)} />
      )}
    </div>
  );
}

function Use({
  icon,
  words,
  isBusy = false,
  onUse,
}: {
  icon: IconName;
  words: string;
  isBusy?: boolean;
  onUse: () => void;
}) {
  return (
    <button type="button" className="button button-plain button-small min-h-11" disabled={isBusy} onClick={onUse}>
      <Icon name={icon} /> {words}
    </button>
  );
}

async function makeAvatar({ id, characterId }: Clip, name: string): Promise<void> {
  const changed = await reverie.characters.change(characterId, { avatarClipId: id });
  queries.setQueryData(characterQuery(characterId).queryKey, changed);
  showToast({ sentence: t('use.is-avatar', { name }), tone: 'good' });
}

/** A clip that is shown elsewhere says so before it goes: there, the picture comes back. */
async function deleteWithUndo(clip: Clip): Promise<void> {
  const { items: places } = await reverie.clips.places(clip.id);
  await reverie.clips.delete(clip.id);
  forgetMyClip(clip.id);
  await galleryChanged(clip);
  const undo = async (): Promise<void> => {
    await reverie.clips.restore(clip.id);
    await galleryChanged(clip);
  };
  const used = places.length === 0 ? '' : ` ${t('use.was-used', { count: places.length })}`;
  showToast({
    sentence: `${t('use.deleted')}${used}`,
    action: { label: t('use.undo'), act: () => void undo() },
  });
}
