import type { Me, MotionSheet } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { creditsInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

/** The plans there are, and how to get one: here where it can be bought, from the platform where not. */
export function Plans({ plans, me }: { plans: MotionSheet['plans']; me: Me }) {
  const { data: offers } = useQuery({
    queryKey: ['billing-offers'],
    queryFn: async ({ signal }) => (await reverie.billing.offers({ signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section className="grid gap-3" aria-labelledby="plans-title">
      <h2 id="plans-title" className="text-title">
        {t('wallet.plans')}
      </h2>
      <ul className="grid gap-3 rail:grid-cols-3">
        {plans.map(({ id, title, mayGenerate, monthlyCredits }) => (
          <li key={id} className={`card grid content-start gap-1 p-5 ${id === me.plan.id ? 'border-lamp' : ''}`}>
            <p className="font-medium font-voice text-voice">{title}</p>
            <p className="text-ink2 text-small">{t(mayGenerate ? 'wallet.plan.makes' : 'wallet.plan.watches')}</p>
            {monthlyCredits > 0 && (
              <p className="text-small">{t('wallet.plan.monthly', { amount: creditsInWords(monthlyCredits) })}</p>
            )}
            {id === me.plan.id && (
              <p className="flex items-center gap-1 pt-2 text-good text-small">
                <Icon name="check" sizePixels={16} /> {t('wallet.plan.yours')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {offers === undefined || offers.length === 0 ? (
        !me.plan.mayGenerate && <p className="text-ink2">{t('wallet.plan.from-platform')}</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          {offers.map(({ id, title, credits }) => (
            <BuyButton key={id} offer={id} words={`${title} · ${creditsInWords(credits)}`} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Leads to the checkout of the payment provider; what was bought arrives by itself, whether or not one comes back. */
function BuyButton({ offer, words }: { offer: string; words: string }) {
  const checkout = useMutation({
    mutationFn: () => reverie.billing.checkout(offer),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <button
      type="button"
      className="button button-lamp"
      disabled={checkout.isPending}
      onClick={() => checkout.mutate()}
    >
      {words}
    </button>
  );
}
