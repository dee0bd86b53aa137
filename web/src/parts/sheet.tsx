import { type ReactNode, useEffect, useId, useRef } from 'react';
import { t } from '../words/words.ts';
import { Icon } from './icon.tsx';

/**
 * A dialog that comes from below on phones and stands in the middle above. It is the browser's own modal dialog, so the
 * focus stays in it and goes back where it was, and Escape closes it; so does a tap beside it.
 */
export function Sheet({
  title,
  subtitle,
  picture,
  actions,
  footer,
  isWide = false,
  onClose,
  children,
}: {
  title: string;
  subtitle?: ReactNode;
  picture?: ReactNode;
  /** Beside the button that closes it. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** For what wants to be seen large. */
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const opener = document.activeElement;
    element.showModal();
    heading.current?.focus();
    return () => {
      element.close();
      // by now it may have been taken off the page, and then the browser gives the focus back to nobody
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape and the close button
    <dialog
      ref={dialog}
      className={isWide ? 'sheet sheet-wide' : 'sheet'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="flex max-h-[inherit] flex-col">
        <header className="flex items-start gap-4 border-line border-b p-5 pe-3">
          {picture}
          <div className="grid grow gap-1 pt-1">
            <h2 id={titleId} ref={heading} tabIndex={-1} className="text-title">
              {title}
            </h2>
            {subtitle !== undefined && <p className="text-ink2 text-small">{subtitle}</p>}
          </div>
          {actions}
          <button type="button" className="icon-button" aria-label={t('app.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className="min-h-0 overflow-y-auto overscroll-contain">{children}</div>
        {footer !== undefined && (
          <footer className="border-line border-t bg-paper p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        )}
      </div>
    </dialog>
  );
}
