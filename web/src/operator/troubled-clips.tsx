import type { Clip } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { agoInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { OperatorSection } from './operator-section.tsx';

const QUERY_KEY = ['operator', 'troubled-clips'];

/** Clips that failed, were refused or got stuck; failed ones can be made once more as a gift of the house. */
export function TroubledClips() {
  const { data: clips, isError } = useQuery({
    queryKey: QUERY_KEY,
    queryFn: async ({ signal }) => (await reverie.admin.troubledClips({ limit: 50 }, { signal }).page()).items,
  });
  return (
    <OperatorSection title={t('operator.troubled')} isLoading={clips === undefined} isBroken={isError}>
      {clips?.length === 0 ? (
        <p className="text-ink2">{t('operator.troubled.none')}</p>
      ) : (
        <ul className="card divide-y divide-line">
          {clips?.map((clip) => (
            <ClipRow key={clip.id} clip={clip} />
          ))}
        </ul>
      )}
    </OperatorSection>
  );
}

function ClipRow({ clip: { id, motion, engine, state, end, createdAt, endedAt } }: { clip: Clip }) {
  const again = useMutation({
    mutationFn: () => reverie.admin.tryAgain(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: QUERY_KEY }),
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 p-4">
      <span className="grid gap-0.5">
        <span>
          {t(`motion.${motion}`)} · {engine.title}
        </span>
        <span className="text-ink2 text-small">
          {endedAt === null
            ? t('operator.troubled.slow', { ago: agoInWords(createdAt, new Date()) })
            : `${end?.detail ?? ''} ${agoInWords(endedAt, new Date())}`}
        </span>
      </span>
      {state === 'failed' && (
        <button
          type="button"
          className="button button-plain button-small"
          disabled={again.isPending}
          onClick={() => again.mutate()}
        >
          <Icon name="retry" sizePixels={16} /> {t('app.try-again')}
        </button>
      )}
    </li>
  );
}
