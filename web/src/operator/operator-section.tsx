import { type ReactNode, useId } from 'react';
import { t } from '../words/words.ts';

/** One thing to look after, with its title; it says so while it loads or does not. */
export function OperatorSection({
  title,
  isLoading,
  isBroken,
  children,
}: {
  title: string;
  isLoading: boolean;
  isBroken: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <h2 id={id} className="text-title">
        {title}
      </h2>
      {isLoading && isBroken && <p role="alert">{t('operator.not-loaded')}</p>}
      {isLoading && !isBroken && <div className="skeleton h-24" role="status" aria-label={t('app.loading')} />}
      {!isLoading && children}
    </section>
  );
}
