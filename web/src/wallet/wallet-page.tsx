import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMe } from '../data/me.ts';
import { sheetQuery } from '../motion-sheet/data.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { creditsInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

/** What one has, the plan one has, and what a plan is good for. */
export function WalletPage() {
  usePageTitle(t('wallet.title'));
  const me = useMe();
  const { from } = useSearch({ from: '/wallet' });
  const { data: sheet } = useQuery(sheetQuery);
  if (!me) return null;
  return (
    <div className="mx-auto grid max-w-180 gap-8 px-4 py-8 rail:px-10 rail:py-12">
      <h1 className="text-display rail:text-hero">{t('wallet.title')}</h1>
      {from === 'animate' && !me.plan.mayGenerate && (
        <p className="card border-lamp bg-glow p-5 font-voice text-voice">{t('wallet.reason')}</p>
      )}
      <section className="grid gap-1">
        <p className="font-bold text-title">{creditsInWords(me.wallet.credits)}</p>
        <p className="text-ink2">{me.plan.title}</p>
      </section>
      <section className="grid gap-3" aria-labelledby="plans-title">
        <h2 id="plans-title" className="text-title">
          {t('wallet.plans')}
        </h2>
        <ul className="grid gap-3 rail:grid-cols-3">
          {sheet?.plans.map(({ id, title, mayGenerate, monthlyCredits }) => (
            <li key={id} className={`card grid content-start gap-1 p-5 ${id === me.plan.id ? 'border-lamp' : ''}`}>
              <p className="font-medium font-voice text-voice">{title}</p>
              <p className="text-ink2 text-small">{t(mayGenerate ? 'wallet.plan.makes' : 'wallet.plan.watches')}</p>
              {monthlyCredits > 0 && (
                <p className="text-small">{t('wallet.plan.monthly', { amount: creditsInWords(monthlyCredits) })}</p>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
