import type { MotionSheet } from '@reverie-motion/client';
import { t } from '../words/words.ts';
import { engineOf, type Strength, type Wish } from './wish.ts';

/** More would be too narrow for thumbs on a phone. */
const MOST_IN_A_ROW = 5;

export function LengthChoice({
  sheet,
  wish,
  onChange,
}: {
  sheet: MotionSheet;
  wish: Wish;
  onChange: (part: Partial<Wish>) => void;
}) {
  const lengths = engineOf(sheet, wish)?.lengths ?? [];
  const columns = lengths.length > MOST_IN_A_ROW ? Math.ceil(lengths.length / 2) : lengths.length;
  return (
    <fieldset>
      <legend className="pb-2 font-bold">{t('sheet.length')}</legend>
      <div className="segments grid-flow-row!" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {lengths.map(({ seconds }) => (
          <label key={seconds}>
            <input
              type="radio"
              name="seconds"
              checked={wish.seconds === seconds}
              onChange={() => onChange({ seconds })}
              aria-label={t('time.seconds', { count: seconds })}
            />
            <span aria-hidden="true">{t('sheet.length-short', { seconds })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function StrengthChoice({
  strengths,
  chosen,
  onChoose,
}: {
  strengths: readonly Strength[];
  chosen: Strength;
  onChoose: (strength: Strength) => void;
}) {
  return (
    <fieldset>
      <legend className="pb-2 font-bold">{t('sheet.strength')}</legend>
      <div className="segments">
        {strengths.map((strength) => (
          <label key={strength}>
            <input type="radio" name="strength" checked={chosen === strength} onChange={() => onChoose(strength)} />
            {t(`strength.${strength}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
