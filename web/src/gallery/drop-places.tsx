import type { Character, Clip } from '@reverie-motion/client';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { isClipDrag } from '../clip/clip-drag.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { later } from '../parts/later.tsx';
import { useInChat } from '../viewer/use-in-chat.ts';
import { t } from '../words/words.ts';

const PostSheet = later(async () => (await import('../moments/post-sheet.tsx')).PostSheet);

/** Where a clip can be dropped while it is dragged out of the gallery: the chat with its character, and a moment. */
export function DropPlaces({ clip, character }: { clip: Clip | undefined; character: Character }) {
  const { id, name, isMine } = character;
  const [posted, setPosted] = useState<Clip>();
  const navigate = useNavigate();
  const inChat = useInChat(() => navigate({ to: '/chat/$characterId', params: { characterId: id } }));
  return (
    <>
      {clip && (
        <div className="fixed inset-x-4 bottom-20 z-20 mx-auto flex max-w-160 gap-3 rounded-large bg-paper p-3 shadow-raised rail:bottom-6">
          <DropPlace icon="chat" words={t('drop.chat', { name })} onDrop={() => inChat.mutate(clip)} />
          {isMine && clip.visibility === 'public' && (
            <DropPlace icon="moments" words={t('use.in-moment')} onDrop={() => setPosted(clip)} />
          )}
        </div>
      )}
      {posted && <PostSheet character={character} clip={posted} onClose={() => setPosted(undefined)} />}
    </>
  );
}

function DropPlace({ icon, words, onDrop }: { icon: IconName; words: string; onDrop: () => void }) {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (!isClipDrag(event.dataTransfer)) return;
    event.preventDefault();
    setIsOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the same in the viewer
    <div
      className={`flex min-h-20 grow items-center justify-center gap-3 rounded-medium border-2 border-dashed p-3 font-medium ${isOver ? 'border-lamp bg-glow' : 'border-edge'}`}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <Icon name={icon} /> {words}
    </div>
  );
}
