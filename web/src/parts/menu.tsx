import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** What is wanted less often, behind three dots. Escape, a tap beside it and a choice in it close it. */
export function Menu({ label = t('app.more-actions'), children }: { label?: string; children: ReactNode }) {
  const place = useRef<HTMLDetailsElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [opens, setOpens] = useState('');
  useEffect(() => {
    if (!isOpen) return;
    const close = (): void => void place.current?.removeAttribute('open');
    const tap = ({ target }: Event): void => {
      if (target instanceof Node && !place.current?.contains(target)) close();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      close();
      place.current?.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', tap);
    document.addEventListener('keydown', key, { capture: true });
    return () => {
      document.removeEventListener('pointerdown', tap);
      document.removeEventListener('keydown', key, { capture: true });
    };
  }, [isOpen]);
  return (
    <details
      ref={place}
      className="menu"
      data-opens={opens}
      onToggle={({ currentTarget }) => {
        setOpens(whereThereIsRoom(currentTarget));
        setIsOpen(currentTarget.open);
      }}
    >
      <summary className="icon-button" aria-label={label}>
        <Icon name="more" />
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it closes after what its buttons do by themselves */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: buttons click by keyboard, too */}
      <div
        className="menu-list"
        onClick={({ target }) => {
          const isChoice = target instanceof Element && target.closest('a, button:not([data-stays])') !== null;
          if (isChoice) place.current?.removeAttribute('open');
        }}
      >
        {isOpen && children}
      </div>
    </details>
  );
}

/** Towards the start of the line, and upwards, where it stands past the middle of the window. */
function whereThereIsRoom(element: Element): string {
  const { left, right, top } = element.getBoundingClientRect();
  const isRight = (left + right) / 2 > window.innerWidth / 2;
  const isRtl = getComputedStyle(element).direction === 'rtl';
  const up = top > window.innerHeight / 2 ? ' up' : '';
  return (isRight === isRtl ? 'to-end' : 'to-start') + up;
}
