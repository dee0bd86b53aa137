import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import { useMe } from '../data/me.ts';

const load = () => import('./motion-sheet.tsx');
const MotionSheetDialog = lazy(async () => ({ default: (await load()).MotionSheetDialog }));

/** Fetches the sheet before it is asked for: when somebody points at the button. */
export const preloadMotionSheet = (): void => void load().catch(() => undefined);

/** Opens the motion sheet on the picture that the address names, on whatever page. */
export function MotionSheetHost() {
  const { animate } = useSearch({ strict: false });
  const me = useMe();
  const router = useRouter();
  const navigate = useNavigate();
  const wasOpenedHere = useLocation({ select: ({ state }) => state.opensSheet === true });
  const close = useCallback((): void => {
    // "back" is how it closes, so that the next "back" does not open it again
    if (wasOpenedHere) router.history.back();
    else void navigate({ to: '.', search: ({ animate: _, ...rest }) => rest, replace: true, resetScroll: false });
  }, [wasOpenedHere, router, navigate]);
  if (animate === undefined || !me) return null;
  return (
    <Suspense>
      <MotionSheetDialog key={animate} pictureId={animate} me={me} onClose={close} />
    </Suspense>
  );
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The address was opened by a button of the page before it. */
    opensSheet?: boolean;
  }
}
