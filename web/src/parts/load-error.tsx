import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** A part of a page that did not load. What is known stays where it is. */
export function LoadError({ sentence, onTryAgain }: { sentence: string; onTryAgain: () => void }) {
  return (
    <div role="alert" className="card grid justify-items-start gap-3 p-4">
      <p>{sentence}</p>
      <button type="button" className="button button-plain button-small" onClick={onTryAgain}>
        <Icon name="retry" sizePixels={16} /> {t('app.try-again')}
      </button>
    </div>
  );
}
