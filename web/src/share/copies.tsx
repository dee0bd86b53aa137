import '../words/later-words.ts';
import type { CopyFormat } from '@reverie-motion/client';
import { useMutation } from '@tanstack/react-query';
import { reverie } from '../data/service.ts';
import { Icon } from '../parts/icon.tsx';
import { t } from '../words/words.ts';

const FORMATS: readonly CopyFormat[] = ['gif', 'webp', 'compat'];

/** A clip in other formats. Each is made when it is first asked for, and says then how large it is. */
export function Copies({ clipId }: { clipId: string }) {
  return (
    <ul className="grid">
      {FORMATS.map((format) => (
        <li key={format}>
          <Copy clipId={clipId} format={format} />
        </li>
      ))}
    </ul>
  );
}

const megabytes = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1, minimumFractionDigits: 1 });

function Copy({ clipId, format }: { clipId: string; format: CopyFormat }) {
  const make = useMutation({ mutationFn: () => reverie.clips.copy(clipId, format) });
  if (make.data !== undefined) {
    return (
      <a className="menu-item" href={make.data.url} download>
        <Icon name="down" />
        {t('copies.save', { format: t(`copies.${format}`), megabytes: megabytes.format(make.data.sizeBytes / 1e6) })}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        className="menu-item"
        data-stays
        disabled={make.isPending}
        aria-busy={make.isPending}
        onClick={() => make.mutate()}
      >
        <Icon name="clip" />
        {make.isPending ? t('copies.making') : t(`copies.${format}`)}
      </button>
      {make.isError && (
        <p role="alert" className="px-4 pb-2 text-bad text-small">
          {make.error.message}
        </p>
      )}
    </>
  );
}
