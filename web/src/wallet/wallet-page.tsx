import '../words/later-words.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMe } from '../data/me.ts';
import { reverie } from '../data/service.ts';
import { sheetQuery } from '../motion-sheet/data.ts';
import { Icon } from '../parts/icon.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { creditsInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { Plans } from './plans.tsx';
import { PriceList } from './price-list.tsx';
import { Statement } from './statement.tsx';

const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

/** What one has, where it went, what clips cost, and the plan one has. */
export function WalletPage() {
  usePageTitle(t('wallet.title'));
  const me = useMe();
  const { from, picture } = useSearch({ from: '/wallet' });
  const { data: sheet } = useQuery(sheetQuery);
  if (!me) return null;
  return (
    <div className="mx-auto grid max-w-180 gap-10 px-4 py-8 rail:px-10 rail:py-12">
      <h1 className="text-display rail:text-hero">{t('wallet.title')}</h1>
      {from === 'animate' && !me.plan.mayGenerate && (
        <p className="card border-lamp bg-glow p-5 font-voice text-voice">{t('wallet.reason')}</p>
      )}
      {picture !== undefined && me.plan.mayGenerate && (
        <Link to="/wallet" search={{ animate: picture }} className="button button-lamp justify-self-start">
          <Icon name="animate" /> {t('wallet.back-to-picture')}
        </Link>
      )}
      <Balance />
      {sheet && <Plans plans={sheet.plans} me={me} />}
      <Statement />
      {sheet && <PriceList engines={sheet.engines} />}
      <Link to="/help" className="link justify-self-start">
        {t('nav.help')}
      </Link>
    </div>
  );
}

function Balance() {
  const me = useMe();
  const { data: wallet } = useQuery({
    queryKey: ['wallet', 'balance'],
    queryFn: ({ signal }) => reverie.wallet.get({ signal }),
  });
  if (!me) return null;
  const { credits, heldCredits } = wallet ?? me.wallet;
  return (
    <section className="grid gap-1">
      <p className="font-bold text-title tabular-nums">{creditsInWords(credits)}</p>
      {heldCredits > 0 && <p className="text-ink2">{t('wallet.held', { amount: creditsInWords(heldCredits) })}</p>}
      <p className="text-ink2">{me.plan.title}</p>
      {wallet?.nextExpiry != null && (
        <p className="text-ink2 text-small">
          {t('wallet.expiry', {
            amount: creditsInWords(wallet.nextExpiry.credits),
            date: whole.format(new Date(wallet.nextExpiry.at)),
          })}
        </p>
      )}
    </section>
  );
}
