import type { MotionSheet } from '@reverie-motion/client';
import { priceInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

/** What each length costs, engine by engine. */
export function PriceList({ engines }: Pick<MotionSheet, 'engines'>) {
  return (
    <section className="grid gap-3" aria-labelledby="prices-title">
      <h2 id="prices-title" className="text-title">
        {t('wallet.prices')}
      </h2>
      {engines.map(({ id, model, title, quality, lengths }) => (
        <table key={`${id} ${model}`} className="card w-full table-fixed border-separate border-spacing-0 text-start">
          <caption className="p-4 pb-1 text-start">
            <span className="font-medium">{title}</span>{' '}
            <span className="text-ink2 text-small">{t(`sheet.engine.${quality}`)}</span>
          </caption>
          <tbody>
            {lengths.map(({ seconds, priceCredits }) => (
              <tr key={seconds}>
                <th scope="row" className="px-4 py-2 text-start font-normal">
                  {t('time.seconds', { count: seconds })}
                </th>
                <td className="px-4 py-2 text-end tabular-nums">{priceInWords(priceCredits)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
