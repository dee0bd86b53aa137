import { type Me, type MotionSheet, type Picture, ReverieError } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { giveFocusTo } from '../clip/focus-after-order.ts';
import { addMyClip } from '../data/clips.ts';
import { meQuery } from '../data/me.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { later } from '../parts/later.tsx';
import { Problem } from '../parts/problem.tsx';
import { announce } from '../shell/announce.ts';
import { useOnline } from '../shell/connection-bar.tsx';
import { creditsInWords, priceInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { adviceOnText } from './beats.ts';
import { engineOf, keepLastMotion, priceOf, type Wish } from './wish.ts';

interface OrderFooterProps {
  readonly sheet: MotionSheet;
  readonly wish: Wish;
  readonly picture: Picture;
  readonly me: Me;
  readonly onClose: () => void;
}

const Review = later(async () => (await import('../safety/review.tsx')).Review);

/** The price is honoured for ten minutes; a sheet that stays open longer asks again. */
const QUOTE_FRESH_MILLISECONDS = 8 * 60_000;

const ORDER_KEY = ['order-clip'];

/** What it costs, what one has, and the one button. */
export function OrderFooter({ sheet, wish, picture, me, onClose }: OrderFooterProps) {
  const isIncomplete = wish.motion === 'custom' && adviceOnText(wish.customText) === 'empty';
  const online = useOnline();
  const engine = engineOf(sheet, wish);
  const quoteOf = { seconds: wish.seconds, engine: engine?.id ?? '', model: engine?.model ?? '' };
  const quote = useQuery({
    queryKey: ['quote', quoteOf],
    queryFn: ({ signal }) => reverie.quotes.create(quoteOf, { signal }),
    staleTime: QUOTE_FRESH_MILLISECONDS,
    refetchInterval: QUOTE_FRESH_MILLISECONDS,
    enabled: engine !== undefined,
  });
  const price = quote.data?.priceCredits ?? priceOf(engine, wish.seconds);
  const missing = price === undefined ? 0 : Math.max(0, price - me.wallet.credits);
  // one key for one wish: however often it is tapped, it is one clip; a wish that was changed is another
  const idempotencyKey = useMemo(() => crypto.randomUUID(), [picture.id, wish]);
  const order = useMutation({
    mutationKey: ORDER_KEY,
    mutationFn: async () => {
      const { motion, customText, strength, frame } = wish;
      const quoteId = quote.data?.id;
      return reverie.clips.create(
        {
          ...quoteOf,
          pictureId: picture.id,
          motion,
          customText,
          strength,
          frame,
          ...(quoteId !== undefined && { quoteId }),
        },
        { idempotencyKey },
      );
    },
    onSuccess: ({ view }) => {
      keepLastMotion(picture.characterId, wish.motion);
      giveFocusTo(view.id);
      addMyClip(view);
      announce(t('sheet.sent'));
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
      onClose();
    },
    onError: (error) => {
      if (error instanceof ReverieError && error.code === 'quote-expired') void quote.refetch();
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });

  if (!me.plan.mayGenerate) return <PlanNeeded pictureId={picture.id} />;
  return (
    <div className="grid gap-3">
      {order.isError && <OrderProblem error={order.error} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div>
          <p className="font-bold text-voice">{price === undefined ? ' ' : priceInWords(price)}</p>
          <p className={missing > 0 ? 'text-bad text-small' : 'text-ink2 text-small'}>
            {missing > 0
              ? t('sheet.missing', { amount: creditsInWords(missing) })
              : t('credits.you-have', { amount: creditsInWords(me.wallet.credits) })}
          </p>
        </div>
        {missing > 0 ? (
          <Link to="/wallet" search={{ from: 'credits', picture: picture.id }} className="button button-lamp">
            {t('sheet.add-credits')}
          </Link>
        ) : (
          <button
            type="button"
            className="button button-lamp min-w-36"
            disabled={order.isPending || isIncomplete || !online || price === undefined}
            onClick={() => {
              // the second of two quick taps comes before the button is seen disabled
              if (queries.isMutating({ mutationKey: ORDER_KEY }) === 0) order.mutate();
            }}
          >
            <Icon name="animate" /> {t(order.isPending ? 'sheet.sending' : 'animate.button')}
          </button>
        )}
      </div>
      {isIncomplete && <p className="text-ink2 text-small">{t('sheet.describe-first')}</p>}
      {!online && <p className="text-ink2 text-small">{t('app.offline')}</p>}
    </div>
  );
}

function PlanNeeded({ pictureId }: { pictureId: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-small">{t('sheet.plan-needed')}</p>
      <Link to="/wallet" search={{ from: 'animate', picture: pictureId }} className="button button-lamp">
        {t('sheet.see-plans')}
      </Link>
    </div>
  );
}

/** What the safety check refused can be looked at again by a person. */
function OrderProblem({ error }: { error: Error }) {
  const { decisionId } = (error instanceof ReverieError ? error.members : {}) as { decisionId?: unknown };
  return (
    <Problem error={error}>
      {typeof decisionId === 'string' && (
        <div className="pt-2">
          <Review of={{ decisionId }} />
        </div>
      )}
    </Problem>
  );
}
