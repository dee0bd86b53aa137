import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useStore } from '../parts/store.ts';
import { t } from '../words/words.ts';
import { dismissToast, secondsOf, type Toast, toasts } from './toast-list.ts';

/** Messages about what is not in view, in the lower corner. They wait while one looks at them. */
export function Toasts() {
  const shown = useStore(toasts);
  const [held, setHeld] = useState(false);
  return (
    <section
      aria-label={t('toast.region')}
      className="pointer-events-none fixed inset-x-4 bottom-20 z-20 grid justify-items-center gap-2 rail:inset-x-auto rail:end-6 rail:bottom-6 rail:justify-items-end"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} held={held} />
      ))}
    </section>
  );
}

const TONES = {
  good: { icon: 'check', colour: 'text-good' },
  bad: { icon: 'warning', colour: 'text-bad' },
  plain: { icon: 'bell', colour: 'text-note' },
} as const;

function ToastCard({ toast, held }: { toast: Toast; held: boolean }) {
  const { id, sentence, tone, action } = toast;
  const router = useRouter();
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(id), secondsOf(toast) * 1000);
    return () => clearTimeout(timer);
  }, [toast, id, held]);
  return (
    <div className="card toast pointer-events-auto flex max-w-104 items-center gap-3 py-2 ps-4 pe-2 shadow-raised">
      <span className={TONES[tone].colour}>
        <Icon name={TONES[tone].icon} />
      </span>
      <p className="grow py-1">{sentence}</p>
      {action !== undefined && (
        <button
          type="button"
          className="button button-quiet button-small"
          onClick={() => {
            dismissToast(id);
            action.act(router);
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="icon-button" aria-label={t('toast.dismiss')} onClick={() => dismissToast(id)}>
        <Icon name="close" sizePixels={16} />
      </button>
    </div>
  );
}
