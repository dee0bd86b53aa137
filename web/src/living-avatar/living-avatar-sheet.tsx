import '../words/later-words.ts';
import type { Character, Clip, MotionSheet, Picture } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ClipLoop } from '../clip/clip-loop.tsx';
import { clipTitle } from '../clip/clip-words.ts';
import { PictureFrame } from '../clip/picture-frame.tsx';
import { characterQuery } from '../data/clip-news.ts';
import { addMyClip, isLiving, useClip } from '../data/clips.ts';
import { meQuery } from '../data/me.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { sheetQuery } from '../motion-sheet/data.ts';
import { Problem } from '../parts/problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { announce } from '../shell/announce.ts';
import { creditsInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

type Mood = MotionSheet['livingAvatar']['emotions'][number]['id'];

interface SheetProps {
  readonly character: Character;
  readonly onClose: () => void;
}

/** A four-second loop of the character's picture in a mood: make it, look at it, let it be the avatar. */
export function LivingAvatarSheet({ character, onClose }: SheetProps) {
  const [made, setMade] = useState<Clip>();
  const { id, name, avatar } = character;
  const setAvatar = useMutation({
    mutationFn: (avatarClipId: string | null) => reverie.characters.change(id, { avatarClipId }),
    onSuccess: (changed) => {
      queries.setQueryData(characterQuery(id).queryKey, changed);
      announce(t('living.is-set', { name }));
      onClose();
    },
  });
  return (
    <Sheet title={t('living.title', { name })} subtitle={t('living.subtitle')} onClose={onClose}>
      <div className="grid gap-5 p-5">
        {avatar.picture !== null && made !== undefined && <Preview first={made} picture={avatar.picture} name={name} />}
        {avatar.picture !== null && <MoodAndPrice picture={avatar.picture} onMade={setMade} />}
        {made !== undefined && (
          <UseIt first={made} isBusy={setAvatar.isPending} onUse={() => setAvatar.mutate(made.id)} />
        )}
        {avatar.clip !== null && made === undefined && (
          <button
            type="button"
            className="button button-quiet justify-self-start"
            disabled={setAvatar.isPending}
            onClick={() => setAvatar.mutate(null)}
          >
            {t('living.be-still')}
          </button>
        )}
        {setAvatar.isError && <Problem error={setAvatar.error} />}
      </div>
    </Sheet>
  );
}

function Preview({ first, picture, name }: { first: Clip; picture: Picture; name: string }) {
  const clip = useClip(first);
  return (
    <div className="mx-auto w-full max-w-60">
      <PictureFrame picture={picture} isDimmed={isLiving(clip)}>
        {clip.file !== null && <ClipLoop clip={clip} title={clipTitle(clip, name)} description={picture.description} />}
      </PictureFrame>
    </div>
  );
}

/** How it is going, and once it is there the one button. */
function UseIt({ first, isBusy, onUse }: { first: Clip; isBusy: boolean; onUse: () => void }) {
  const { state, wait, file, end } = useClip(first);
  if (file !== null)
    return (
      <button type="button" className="button button-lamp justify-self-start" disabled={isBusy} onClick={onUse}>
        {t('living.use')}
      </button>
    );
  const percent = wait?.progressPercent ?? 0;
  return (
    <p role="status" className="text-ink2 text-small">
      {isLiving({ state }) ? t('living.being-made', { percent }) : `${end?.detail ?? ''} ${end?.nextStep ?? ''}`}
    </p>
  );
}

function MoodAndPrice({ picture, onMade }: { picture: Picture; onMade: (clip: Clip) => void }) {
  const [mood, setMood] = useState<Mood>('neutral');
  const { data: sheet } = useQuery(sheetQuery);
  const { seconds = 4, emotions = [] } = sheet?.livingAvatar ?? {};
  const quote = useQuery({
    queryKey: ['quote', 'idle', seconds],
    queryFn: ({ signal }) => reverie.quotes.create({ motion: 'idle', seconds }, { signal }),
    enabled: sheet !== undefined,
    staleTime: 8 * 60_000,
  });
  // one key for one wish: however often it is tapped, it is one clip
  const idempotencyKey = useMemo(() => crypto.randomUUID(), [picture.id, mood]);
  const order = useMutation({
    mutationFn: () => {
      const quoteId = quote.data?.id;
      const wish = {
        pictureId: picture.id,
        motion: 'idle',
        emotion: mood,
        seconds,
        ...(quoteId && { quoteId }),
      } as const;
      return reverie.clips.create(wish, { idempotencyKey });
    },
    onSuccess: ({ view }) => {
      addMyClip(view);
      onMade(view);
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onError: () => void quote.refetch(),
  });
  return (
    <div className="grid gap-4">
      <fieldset className="grid gap-2">
        <legend className="pb-2 font-bold">{t('living.mood')}</legend>
        <div className="flex flex-wrap gap-2">
          {emotions.map(({ id }) => (
            <label
              key={id}
              className="chip min-h-11 cursor-pointer gap-2 px-4 has-checked:border-lamp has-checked:text-lamp"
            >
              <input
                type="radio"
                name="mood"
                className="accent-lamp"
                checked={mood === id}
                onChange={() => setMood(id)}
              />
              {t(`living.mood.${id}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {order.isError && <Problem error={order.error} />}
      <div className="flex items-center justify-between gap-4">
        <p className="font-bold">{quote.data === undefined ? ' ' : creditsInWords(quote.data.priceCredits)}</p>
        <button
          type="button"
          className="button button-lamp"
          disabled={order.isPending || sheet === undefined}
          onClick={() => order.mutate()}
        >
          {t('living.make')}
        </button>
      </div>
    </div>
  );
}
