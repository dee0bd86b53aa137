import type { MotionSheet } from '@reverie-motion/client';
import { t } from '../words/words.ts';
import { MotionGlyph } from './glyphs.tsx';
import type { MotionId } from './wish.ts';

/** The eight motions, each with a glyph that performs it while it is chosen, focused or pointed at. */
export function MotionOptions({
  motions,
  chosen,
  onChoose,
}: {
  motions: MotionSheet['motions'];
  chosen: MotionId;
  onChoose: (motion: MotionId) => void;
}) {
  return (
    <fieldset>
      <legend className="pb-2 font-bold">{t('sheet.motion')}</legend>
      <div className="grid gap-2 min-[24rem]:grid-cols-2">
        {motions.map(({ id }) => (
          <label key={id} className="option">
            <input type="radio" name="motion" value={id} checked={chosen === id} onChange={() => onChoose(id)} />
            <MotionGlyph motion={id} />
            <span className="grid min-w-0">
              <span className="font-medium">{t(`motion.${id}`)}</span>
              <span className="text-ink2 text-small">{t(`motion.${id}.best-for`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
