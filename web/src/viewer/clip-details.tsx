import type { Clip } from '@reverie-motion/client';
import { priceInWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';

const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const megabytes = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** What is known of a clip, in words. What only its owner may know is left out for others. */
export function ClipDetails({ clip }: { clip: Clip }) {
  const { motion, customText, seconds, strength, engine, createdAt, priceCredits, file } = clip;
  const rows: readonly (readonly [string, string | null])[] = [
    [t('details.motion'), customText === null ? t(`motion.${motion}`) : `“${customText}”`],
    [t('details.sound'), clip.hasSound ? t('details.voice-heard') : null],
    [t('details.length'), t('time.seconds', { count: seconds })],
    [t('sheet.strength'), t(`strength.${strength}`)],
    [t('details.engine'), engine.title],
    [t('details.made'), whole.format(new Date(createdAt))],
    [t('details.cost'), priceCredits === null ? null : priceInWords(priceCredits)],
    [t('details.file'), file && fileInWords(file)],
  ];
  return (
    <details className="card p-4">
      <summary className="font-medium">{t('details.title')}</summary>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 pt-3 text-small">
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name} className="contents">
                <dt className="text-ink2">{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}

const fileInWords = ({ widthPixels, heightPixels, sizeBytes }: NonNullable<Clip['file']>): string =>
  `MP4, ${widthPixels} × ${heightPixels}, ${megabytes.format(sizeBytes / 1e6)} MB`;
