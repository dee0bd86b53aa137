import { Link } from '@tanstack/react-router';
import { useMe } from '../data/me.ts';
import { preloadMotionSheet } from '../motion-sheet/motion-sheet-host.tsx';
import { Icon } from '../parts/icon.tsx';
import { useOnline } from '../shell/connection-bar.tsx';
import { t } from '../words/words.ts';

/** The video button. It opens the motion sheet; people without a plan learn what it takes. */
export function AnimateButton({
  pictureId,
  name,
  again = false,
  look = 'button button-plain button-small min-h-11',
}: {
  pictureId: string;
  name: string;
  again?: boolean;
  /** How it looks where it is not a button below a picture. */
  look?: string;
}) {
  const me = useMe();
  const online = useOnline();
  const label = t(again ? 'animate.again' : 'animate.button');
  if (!online) {
    return (
      <button type="button" className={look} disabled title={t('app.offline')}>
        <Icon name="animate" /> {label}
      </button>
    );
  }
  if (me?.plan.mayGenerate === true) {
    return (
      <Link
        to="."
        search={(now) => ({ ...now, animate: pictureId })}
        hash={true}
        state={{ opensSheet: true }}
        resetScroll={false}
        onPointerEnter={preloadMotionSheet}
        onFocus={preloadMotionSheet}
        className={look}
        role="button"
        data-animates={pictureId}
        aria-label={t('animate.label', { label, name })}
      >
        <Icon name="animate" /> {label}
      </Link>
    );
  }
  return (
    <Link to="/wallet" search={{ from: 'animate', picture: pictureId }} className={look}>
      <Icon name="animate" /> {label} <span className="chip">{t('animate.plan')}</span>
    </Link>
  );
}
