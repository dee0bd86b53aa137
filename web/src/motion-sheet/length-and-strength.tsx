import type { MotionSheet } from '@reverie-motion/client';
import { t } from '../words/words.ts';
import { engineOf, type Strength, type Wish } from './wish.ts';

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
  return (
    <fieldset>
      <legend className="pb-2 font-bold">{t('sheet.length')}</legend>
      <div className="segments">
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
