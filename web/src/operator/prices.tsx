import type { Price } from '@reverie-motion/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { queries } from '../data/queries.ts';
import { reverie } from '../data/service.ts';
import { sheetQuery } from '../motion-sheet/data.ts';
import { t } from '../words/words.ts';
import { OperatorSection } from './operator-section.tsx';

const QUERY_KEY = ['operator', 'prices'];

/** What each length of each engine costs now. A new price holds from now on; quotes given before are honoured. */
export function Prices() {
  const { data: prices, isError } = useQuery({
    queryKey: QUERY_KEY,
    queryFn: async ({ signal }) => (await reverie.admin.prices({ signal })).items,
  });
  return (
    <OperatorSection title={t('wallet.prices')} isLoading={prices === undefined} isBroken={isError}>
      <ul className="card divide-y divide-line">
        {prices?.map((price) => (
          <PriceRow key={`${price.engine} ${price.model} ${price.seconds}`} price={price} />
        ))}
      </ul>
    </OperatorSection>
  );
}

function PriceRow({ price }: { price: Price }) {
  const { engine, model, seconds, priceCredits } = price;
  const [amount, setAmount] = useState(String(priceCredits));
  const change = useMutation({
    mutationFn: (next: number) => reverie.admin.setPrice({ engine, model, seconds, priceCredits: next }),
    onSuccess: () =>
      Promise.all([QUERY_KEY, sheetQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(Number(amount));
  };
  const what = `${engine} ${model}, ${t('time.seconds', { count: seconds })}`;
  return (
    <li>
      <form className="flex flex-wrap items-center justify-between gap-3 p-4" onSubmit={submit}>
        <span>{what}</span>
        <span className="flex flex-wrap gap-2">
          <label>
            <span className="sr-only">{t('operator.price-of', { what })}</span>
            <input
              className="field w-28! tabular-nums"
              type="number"
              min={0}
              max={1_000_000_000}
              required
              value={amount}
              onInput={(event) => setAmount(event.currentTarget.value)}
            />
          </label>
          <button
            type="submit"
            className="button button-plain button-small min-h-11"
            disabled={change.isPending || amount === String(priceCredits)}
          >
            {t('operator.set')}
          </button>
        </span>
      </form>
    </li>
  );
}
