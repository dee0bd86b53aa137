import type { MotionSheet } from '@reverie-motion/client';
import { priceInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { engineKey, nearestLength, priceOf, type Wish } from './wish.ts';

/** Who makes the clip, where there is a choice: a draft first, to see whether one likes the motion, or the real thing. */
export function EngineChoice({
  sheet: { engines },
  wish,
  onChange,
}: {
  sheet: MotionSheet;
  wish: Wish;
  onChange: (part: Partial<Wish>) => void;
}) {
  if (engines.length < 2) return null;
  return (
    <fieldset>
      <legend className="pb-2 font-bold">{t('sheet.engine')}</legend>
      <div className="grid gap-2">
        {engines.map((engine) => {
          const key = engineKey(engine);
          const seconds = nearestLength(engine, wish.seconds);
          const price = priceOf(engine, seconds);
          return (
            <label key={key} className="option justify-between">
              <input
                type="radio"
                name="engine"
                checked={wish.engine === key}
                onChange={() => onChange({ engine: key, seconds })}
              />
              <span className="grid">
                <span className="font-medium">{engine.title}</span>
                <span className="text-ink2 text-small">{t(`sheet.engine.${engine.quality}`)}</span>
              </span>
              <span className="text-ink2 text-small">{price === undefined ? '' : priceInWords(price)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
