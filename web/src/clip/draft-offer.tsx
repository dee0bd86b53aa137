import type { Clip } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { isLiving, keepClips, useDraftOf } from '../data/clips.ts';
import { reverie } from '../data/service.ts';
import { sheetQuery } from '../motion-sheet/data.ts';
import { t } from '../words/words.ts';

/** While a clip is made by an engine that takes longer, the built-in one can draw a free draft of it to look at meanwhile. */
export function DraftOffer({ clip }: { clip: Clip }) {
  const isOffered = clip.engine.quality !== 'draft';
  const { data: sheet } = useQuery({ ...sheetQuery, enabled: isOffered });
  const draft = useDraftOf(clip);
  const order = useMutation({
    mutationFn: () => reverie.clips.draft(clip.id),
    onSuccess: (made) => keepClips([made, { ...clip, wait: clip.wait && { ...clip.wait, draftId: made.id } }]),
  });
  if (!isOffered || !sheet?.engines.some(({ quality }) => quality === 'draft')) return null;
  if (draft === undefined) {
    return (
      <>
        <button
          type="button"
          className="button button-quiet button-small"
          title={t('draft.hint')}
          disabled={order.isPending}
          onClick={() => order.mutate()}
        >
          {t('draft.ask')}
        </button>
        {order.isError && (
          <p role="alert" className="w-full px-3.5 text-ink2 text-small">
            {order.error.message}
          </p>
        )}
      </>
    );
  }
  const words = isLiving(draft) ? 'draft.drawing' : draft.file ? 'draft.ready' : 'draft.none';
  return <p className="px-3.5 py-2 text-ink2 text-small">{t(words)}</p>;
}
