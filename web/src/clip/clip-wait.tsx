import type { Clip } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keepClips } from '../data/clips.ts';
import { meQuery } from '../data/me.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { TellMeWhenDone } from '../notifications/tell-me-when-done.tsx';
import { announce } from '../shell/announce.ts';
import { t } from '../words/words.ts';
import { DraftOffer } from './draft-offer.tsx';
import { takeFocusAfterOrder } from './focus-after-order.ts';
import { waitInWords } from './wait-words.ts';

/** A clip on its way: where it is, how long it likely takes, how to stop it. */
export function ClipWait({ clip, name }: { clip: Clip; name: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => takeFocusAfterOrder(clip.id, place.current), [clip.id]);
  const cancel = useMutation({
    mutationFn: async () => (await reverie.clips.get(clip.id)).cancel(),
    onSuccess: ({ clip: after, detail }) => {
      keepClips([after]);
      announce(detail);
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const { what, left } = waitInWords(clip);
  const percent = clip.wait?.progressPercent ?? null;
  const cancelAsked = clip.wait?.cancelAsked === true;
  return (
    <div
      ref={place}
      role="group"
      tabIndex={-1}
      data-focus-quietly
      aria-label={t('wait.group', { name })}
      className="grid w-full max-w-96 gap-2 pt-1"
    >
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{what}</span>
        <span className="text-ink2">{left}</span>
      </p>
      {percent === null ? (
        <div className="progress-track" role="progressbar" aria-label={what}>
          <div className="progress-bar progress-bar-unknown" />
        </div>
      ) : (
        <div
          className="progress-track"
          role="progressbar"
          aria-label={what}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <div className="progress-bar" style={{ inlineSize: `${percent}%` }} />
        </div>
      )}
      <div className="-mx-3.5 flex flex-wrap items-center">
        {cancelAsked ? (
          <p className="px-3.5 py-2 text-ink2 text-small">{t('wait.cancel-asked')}</p>
        ) : (
          <button
            type="button"
            className="button button-quiet button-small"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('wait.cancel')}
          </button>
        )}
        <DraftOffer clip={clip} />
        <TellMeWhenDone />
      </div>
      {cancel.isError && (
        <p role="alert" className="text-bad text-small">
          {cancel.error.message}
        </p>
      )}
    </div>
  );
}
