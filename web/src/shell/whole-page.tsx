import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';
import { usePageTitle } from './page-title.ts';

/** A page that says one thing. */
function QuietPage({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="mx-auto grid min-h-[70dvh] max-w-120 content-center justify-items-center gap-4 p-6 text-center">
      <h1 className="text-display">{title}</h1>
      {children}
    </div>
  );
}

export function NotFoundPage() {
  return (
    <QuietPage title={t('app.not-found.title')}>
      <p className="text-ink2">{t('app.not-found.body')}</p>
      <Link to="/" className="button button-plain">
        {t('app.home')}
      </Link>
    </QuietPage>
  );
}

/** For whatever a page threw: it says so, and can try again. */
export function BrokenPage({ reset }: ErrorComponentProps) {
  const router = useRouter();
  const tryAgain = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <QuietPage title={t('app.broken.title')}>
      <p className="text-ink2">{t('app.broken.body')}</p>
      <button type="button" className="button button-plain" onClick={tryAgain}>
        <Icon name="retry" /> {t('app.try-again')}
      </button>
    </QuietPage>
  );
}
