import type { Clip } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AvatarButton } from '../character/avatar-button.tsx';
import { forgetMyClip } from '../data/clips.ts';
import { galleryChanged } from '../data/gallery.ts';
import { reverie } from '../data/service.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { later } from '../parts/later.tsx';
import { MoreMenu } from '../safety/more-menu.tsx';
import { Copies } from '../share/copies.tsx';
import { LinkLine } from '../share/link-line.tsx';
import { ShareButtons } from '../share/share-buttons.tsx';
import { showToast } from '../shell/toast-list.ts';
import { t } from '../words/words.ts';
import { useInChat } from './use-in-chat.ts';

const PostSheet = later(async () => (await import('../moments/post-sheet.tsx')).PostSheet);

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
  const inChat = useInChat(() => navigate({ to: '/chat/$characterId', params: { characterId: clip.characterId } }));
  const deletion = useMutation({ mutationFn: () => deleteWithUndo(clip), onSuccess: onGone });
  return (
    <div className="flex flex-wrap gap-2">
      <Use icon="chat" words={t('use.in-chat')} isBusy={inChat.isPending} onUse={() => inChat.mutate(clip)} />
      {isMyCharacter && clip.visibility === 'public' && (
        <Use icon="moments" words={t('use.in-moment')} onUse={() => setIsPosting(true)} />
      )}
      {isMyCharacter && <AvatarButton clip={clip} name={name} />}
      <ShareButtons clip={clip} name={name} />
      {clip.isMine && (
        <Use icon="trash" words={t('use.delete')} isBusy={deletion.isPending} onUse={() => deletion.mutate()} />
      )}
      <MoreMenu subject={{ kind: 'clip', id: clip.id }} isMine={clip.isMine}>
        <Copies clipId={clip.id} />
      </MoreMenu>
      {clip.isMine && <LinkLine clipId={clip.id} />}
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

/** A clip that is shown elsewhere says so before it goes: there, the picture comes back. */
async function deleteWithUndo(clip: Clip): Promise<void> {
  const { items: places } = await reverie.clips.places(clip.id);
  await reverie.clips.delete(clip.id);
  forgetMyClip(clip);
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
