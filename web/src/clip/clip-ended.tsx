import type { Clip } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addMyClip, forgetMyClip } from '../data/clips.ts';
import { meQuery } from '../data/me.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { later } from '../parts/later.tsx';
import { t } from '../words/words.ts';
import { AnimateButton } from './animate-button.tsx';
import { giveFocusTo } from './focus-after-order.ts';

const Review = later(async () => (await import('../safety/review.tsx')).Review);

/** Ends that the same wish may survive when it is made again; the others need another motion or picture. */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set([
  'engine-overloaded',
  'engine-unavailable',
  'engine-broken',
  'outcome-unknown',
  'timed-out',
  'waited-too-long',
  'file-not-usable',
]);

/** Long after, nobody asks what became of a clip that they cancelled themselves. */
const TOLD_FOR_MILLISECONDS = 60 * 60_000;
const isRecent = ({ endedAt }: Clip): boolean =>
  endedAt !== null && Date.now() - new Date(endedAt).getTime() < TOLD_FOR_MILLISECONDS;

/** A clip that was not made: why, what to do, and that its credits are back. */
export function ClipEnded({ clip, name, mayMove }: { clip: Clip; name: string; mayMove: boolean }) {
  const { end, state } = clip;
  if (state === 'cancelled') {
    return (
      <div className="grid justify-items-start gap-2">
        {isRecent(clip) && <p className="text-ink2 text-small">{t('ended.cancelled')}</p>}
        {mayMove && <AnimateButton pictureId={clip.pictureId} name={name} />}
      </div>
    );
  }
  return (
    <div className="card grid w-full max-w-96 justify-items-start gap-3 p-4">
      <div className="grid grid-cols-[auto_1fr] gap-3">
        <span className={state === 'refused' ? 'text-note' : 'text-bad'}>
          <Icon name="warning" />
        </span>
        <div className="grid gap-1">
          <p className="font-medium">{end?.detail}</p>
          <p className="text-ink2">{end?.nextStep}</p>
        </div>
      </div>
      {end !== null && end.creditsReturned > 0 && (
        <p className="flex items-center gap-2 font-medium text-good text-small">
          <Icon name="check" sizePixels={16} /> {t('credits.returned', { count: end.creditsReturned })}
        </p>
      )}
      {state === 'refused' && <Review of={{ clipId: clip.id }} />}
      <div className="flex flex-wrap gap-2">
        {WORTH_ANOTHER_TRY.has(end?.code ?? '') && <TryAgain clip={clip} />}
        {mayMove && <AnimateButton pictureId={clip.pictureId} name={name} again />}
        <Dismiss clip={clip} />
      </div>
    </div>
  );
}

/** Orders the same clip once more. However often it is tapped, it is one order. */
function TryAgain({ clip }: { clip: Clip }) {
  const idempotencyKey = useMemo(() => `again-${clip.id}-${crypto.randomUUID()}`, [clip.id]);
  const again = useMutation({
    mutationFn: async () => {
      const { pictureId, motion, customText, seconds, strength, frame, engine } = clip;
      const wish = { pictureId, motion, customText: customText ?? '', seconds, strength, frame };
      return reverie.clips.create({ ...wish, engine: engine.id, model: engine.model }, { idempotencyKey });
    },
    onSuccess: ({ view }) => {
      giveFocusTo(view.id);
      addMyClip(view);
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  return (
    <>
      <button
        type="button"
        className="button button-lamp button-small"
        disabled={again.isPending}
        onClick={() => again.mutate()}
      >
        <Icon name="retry" sizePixels={16} /> {t('app.try-again')}
      </button>
      {again.isError && (
        <p role="alert" className="w-full text-bad text-small">
          {again.error.message}
        </p>
      )}
    </>
  );
}

function Dismiss({ clip }: { clip: Clip }) {
  const dismiss = useMutation({
    mutationFn: () => reverie.clips.delete(clip.id),
    onSuccess: () => forgetMyClip(clip),
  });
  return (
    <button
      type="button"
      className="button button-quiet button-small"
      disabled={dismiss.isPending}
      onClick={() => dismiss.mutate()}
    >
      {t('ended.dismiss')}
    </button>
  );
}
