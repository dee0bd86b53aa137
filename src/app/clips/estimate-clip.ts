import type { EngineHouse } from '../ports/engine-house.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { Stores } from '../ports/world.ts';

/** When a clip will be there, from what the last clips like it took; nothing is promised without a history. */
export interface ClipEstimate {
  /** Clips that are begun before this one; 0 when it is next. Only while it waits. */
  readonly clipsAhead: number | undefined;
  /** Half of all clips are there by then, nine of ten by `atMostSeconds`; both from now. */
  readonly likelySeconds: number | undefined;
  readonly atMostSeconds: number | undefined;
}

/** Estimates a living clip. */
export async function estimateClip(stores: Stores, engines: EngineHouse, clip: Clip, now: Date): Promise<ClipEstimate> {
  const clipsAhead = clip.state === 'queued' ? await stores.clips.countAhead(clip) : undefined;
  const history = await stores.clips.history(clip.engine, clip.model, clip.lengthSeconds);
  if (history === undefined) return { clipsAhead, likelySeconds: undefined, atMostSeconds: undefined };
  const slots = engines.get(clip.engine)?.policy.slots ?? 1;
  const roundsBefore = Math.floor((clipsAhead ?? 0) / slots);
  const spentSeconds = clip.startedAt === undefined ? 0 : (now.getTime() - clip.startedAt.getTime()) / 1000;
  const left = (seconds: number): number => Math.max(1, Math.round(seconds * (roundsBefore + 1) - spentSeconds));
  return { clipsAhead, likelySeconds: left(history.medianSeconds), atMostSeconds: left(history.slowSeconds) };
}
