import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { useMe } from '../data/me.ts';
import { later } from '../parts/later.tsx';

const load = () => import('./motion-sheet.tsx');
const MotionSheetDialog = later(async () => (await load()).MotionSheetDialog);

/** Fetches the sheet before it is asked for: when somebody points at the button. */
export const preloadMotionSheet = (): void => void load().catch(() => undefined);

/** Opens the motion sheet on the picture that the address names, on whatever page. */
export function MotionSheetHost() {
  const { animate } = useSearch({ strict: false });
  const me = useMe();
  const router = useRouter();
  const navigate = useNavigate();
  const wasOpenedHere = useLocation({ select: ({ state }) => state.opensSheet === true });
  const isClosing = useRef(false);
  isClosing.current &&= animate !== undefined;
  const close = useCallback((): void => {
    // going back takes a moment, and going back twice would leave the page
    if (isClosing.current) return;
    isClosing.current = true;
    // "back" is how it closes, so that the next "back" does not open it again
    if (wasOpenedHere) router.history.back();
    else void navigate({ to: '.', search: ({ animate: _, ...rest }) => rest, replace: true, resetScroll: false });
  }, [wasOpenedHere, router, navigate]);
  if (animate === undefined || !me) return null;
  return <MotionSheetDialog key={animate} pictureId={animate} me={me} onClose={close} />;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The address was opened by a button of the page before it. */
    opensSheet?: boolean;
  }
}
