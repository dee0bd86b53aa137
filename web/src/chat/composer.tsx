import type { Chat, Clip } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { clipOfDrag, isClipDrag } from '../clip/clip-drag.ts';
import { ClipPicker } from '../clip/clip-picker.tsx';
import { messagesQuery } from '../data/chats.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { useOnline } from '../shell/connection-bar.tsx';
import { t } from '../words/words.ts';
import { AttachedPreview } from './attached-preview.tsx';
import { hideUnsent, showUnsent } from './unsent.ts';

interface Draft {
  readonly key: string;
  readonly body: string;
  readonly clip: Clip | undefined;
}

/** Where one writes, with a clip from the gallery if one likes. Clips can be dropped on it. */
export function Composer({ chat }: { chat: Chat }) {
  const [body, setBody] = useState('');
  const [clip, setClip] = useState<Clip>();
  const [picking, setPicking] = useState(false);
  const [dropping, setDropping] = useState(false);
  const online = useOnline();
  const send = useMutation({
    mutationFn: (draft: Draft) => sendDraft(chat.id, draft),
    onMutate: (draft) => showUnsent({ key: draft.key, chatId: chat.id, body: draft.body }),
    onSettled: async (_, error, draft) => {
      if (error === null) await queries.invalidateQueries({ queryKey: messagesQuery(chat.id).queryKey });
      hideUnsent(draft.key);
      if (error === null) return;
      // what was written is not lost
      setBody((now) => (now === '' ? draft.body : now));
      setClip((now) => now ?? draft.clip);
    },
  });
  const isEmpty = body.trim() === '' && clip === undefined;

  const submit = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (isEmpty || !online) return;
    send.mutate({ key: crypto.randomUUID(), body: body.trim(), clip });
    setBody('');
    setClip(undefined);
  };

  return (
    <form
      onSubmit={submit}
      className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-5 grid gap-2 bg-paper px-3 pt-1 pb-3 rail:bottom-0 rail:px-6 rail:pb-5"
      onDragOver={(event) => {
        if (!isClipDrag(event.dataTransfer)) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        void clipOfDrag(event.dataTransfer).then((dropped) => dropped && setClip(dropped));
      }}
    >
      {send.isError && (
        <p role="alert" className="text-bad text-small">
          {t('chat.not-sent')}
        </p>
      )}
      <div
        className={`card flex flex-wrap items-end gap-1 p-1.5 focus-within:border-lamp ${dropping ? 'outline-2 outline-lamp outline-dashed' : ''}`}
      >
        {clip && <AttachedPreview clip={clip} onRemove={() => setClip(undefined)} />}
        <button type="button" className="icon-button" aria-label={t('chat.attach')} onClick={() => setPicking(true)}>
          <Icon name="plus" />
        </button>
        <textarea
          className="composer min-w-0 grow resize-none bg-transparent px-1 py-2.5 text-[1rem] outline-none placeholder:text-ink2"
          rows={1}
          value={body}
          maxLength={8000}
          placeholder={t('chat.placeholder', { name: chat.character.name })}
          aria-label={t('chat.placeholder', { name: chat.character.name })}
          enterKeyHint="send"
          onInput={(event) => setBody(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
          }}
        />
        <button
          type="submit"
          className="icon-button bg-lamp text-on-lamp hover:bg-lamp-strong hover:text-on-lamp disabled:bg-sunken disabled:text-ink2"
          aria-label={t('chat.send')}
          disabled={isEmpty || !online}
        >
          <Icon name="send" />
        </button>
      </div>
      {picking && (
        <ClipPicker
          character={chat.character}
          onPick={(picked) => {
            setClip(picked);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </form>
  );
}

function sendDraft(chatId: string, { key, body, clip }: Draft): Promise<unknown> {
  const once = { idempotencyKey: key };
  if (clip === undefined) return reverie.chats.say(chatId, body, once);
  return reverie.clips.attach(clip.id, { chatId, body }, once);
}
