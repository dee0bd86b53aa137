import { ReverieError } from '@reverie-motion/client';
import type { ReactNode } from 'react';

/** What stood in the way and the next step, where it was asked for: nothing that was chosen or written is lost. */
export function Problem({ error, children }: { error: Error; children?: ReactNode }) {
  return (
    <div role="alert" className="rounded-medium border border-bad px-4 py-3 text-small">
      <p className="font-medium text-bad">{error.message}</p>
      {error instanceof ReverieError && <p className="text-ink2">{error.nextStep}</p>}
      {children}
    </div>
  );
}
