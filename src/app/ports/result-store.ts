import type { ClipFile } from './stores/clip-store.ts';
import type { EngineResult } from './video-engine.ts';

export type KeptResult =
  | { readonly ok: true; readonly file: ClipFile }
  /** `not-usable`: no clip that plays everywhere can be made of it. `not-safe`: its frames did not pass. */
  | { readonly ok: false; readonly reason: 'not-usable' | 'not-safe'; readonly detail: string };

/** Where a clip is kept. A new place each time: somebody who is slow must not write over what somebody else has finished. */
export type KeptAt = Pick<ClipFile, 'clipKey' | 'posterKey'>;

/**
 * Fetches what an engine made, inspects it, brings it into the master profile, looks at its frames, and keeps it at a place.
 * What our own engine made stays where it is, too, and its poster is used as it is. Throws when the world is broken; it is
 * tried again then.
 */
export interface ResultStore {
  keep(clipId: string, result: EngineResult, options: KeptAt & { readonly signal: AbortSignal }): Promise<KeptResult>;
}
