import type { Me } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { meQuery } from '../data/me.ts';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { t } from '../words/words.ts';

const STAGES = ['labs', 'general'] as const;

/** How far the feature is: an experiment that people turn on, or there for all. */
export function Stage({ stage }: Pick<Me, 'stage'>) {
  const change = useMutation({
    mutationFn: (next: Me['stage']) => reverie.admin.setStage(next),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  return (
    <fieldset className="grid gap-3">
      <legend className="pb-3 font-medium font-voice text-title">{t('operator.stage')}</legend>
      <div className="segments segments-scroll justify-self-start">
        {STAGES.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="stage"
              checked={(change.isPending ? change.variables : stage) === value}
              onChange={() => change.mutate(value)}
            />
            {t(`operator.stage.${value}`)}
          </label>
        ))}
      </div>
      <p className="max-w-120 text-ink2 text-small">{t(`operator.stage.${stage}.hint`)}</p>
    </fieldset>
  );
}
