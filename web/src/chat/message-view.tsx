import type { Attachment, Character, Message } from '@reverie-motion/client';
import { AnimatablePicture } from '../clip/animatable-picture.tsx';
import { AttachedClip } from '../clip/attached-clip.tsx';
import { t } from '../words/words.ts';
import { Avatar } from './avatar.tsx';

/** One message: a character's words stand on the paper in its own type, the person's own in a bubble. */
export function MessageView({ message, character }: { message: Message; character: Character }) {
  const { author, body, attachments } = message;
  const isMine = author === 'person';
  return (
    <li className={isMine ? 'grid justify-items-end gap-2' : 'grid grid-cols-[auto_minmax(0,1fr)] gap-3'}>
      {!isMine && <Avatar character={character} size="small" />}
      <div className={isMine ? 'grid w-full justify-items-end gap-2' : 'grid gap-3'}>
        <span className="sr-only">{t(isMine ? 'chat.you-said' : 'chat.they-said', { name: character.name })}</span>
        {body !== '' && (
          <p
            className={
              isMine
                ? 'max-w-[85%] whitespace-pre-wrap rounded-large bg-glow px-4 py-2.5'
                : 'max-w-140 whitespace-pre-wrap pt-1 font-voice text-voice'
            }
          >
            {body}
          </p>
        )}
        {attachments.map((attachment) => (
          <AttachmentView key={attachment.id} attachment={attachment} character={character} />
        ))}
      </div>
    </li>
  );
}

function AttachmentView({
  attachment: { picture, clip },
  character,
}: {
  attachment: Attachment;
  character: Character;
}) {
  if (picture !== null) return <AnimatablePicture picture={picture} name={character.name} />;
  if (clip !== null) return <AttachedClip clip={clip} name={character.name} />;
  return null;
}
