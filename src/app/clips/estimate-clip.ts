import { AWAY_WAIT_SECONDS, STATE_DEADLINE_SECONDS } from '../../domain/clip/clip-life.ts';
import type { EngineHouse } from '../ports/engine-house.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { Stores } from '../ports/world.ts';
import { secondsAfter } from './clip-worker.ts';

/** When a clip will be there, from what the last clips like it took; nothing is promised without a history. */
export interface ClipEstimate {
  /** Clips that are begun before this one; 0 when it is next. Only while it waits. */
  readonly clipsAhead: number | undefined;
  /** Half of all clips are there by then, nine of ten by `atMostSeconds`; both from now. */
  readonly likelySeconds: number | undefined;
  readonly atMostSeconds: number | undefined;
  /** Its engine takes no orders: if that is not over by then, the clip ends and its credits are back. */
  readonly waitsForEngineUntil: Date | undefined;
}

/** Estimates a living clip. */
export async function estimateClip(stores: Stores, engines: EngineHouse, clip: Clip, now: Date): Promise<ClipEstimate> {
  const clipsAhead = clip.state === 'queued' ? await stores.clips.countAhead(clip) : undefined;
  const unknown = { clipsAhead, likelySeconds: undefined, atMostSeconds: undefined, waitsForEngineUntil: undefined };
  if (clip.state === 'queued' && (await stores.engines.isAway(clip.engine, now)))
    return { ...unknown, waitsForEngineUntil: endsWaitingAt(clip) };
  const history = await stores.clips.history(clip.engine, clip.model, clip.lengthSeconds);
  if (history === undefined) return unknown;
  const slots = engines.get(clip.engine)?.policy.slots ?? 1;
  const roundsBefore = Math.floor((clipsAhead ?? 0) / slots);
  const spentSeconds = clip.startedAt === undefined ? 0 : (now.getTime() - clip.startedAt.getTime()) / 1000;
  const left = (seconds: number): number => Math.max(1, Math.round(seconds * (roundsBefore + 1) - spentSeconds));
  return { ...unknown, likelySeconds: left(history.medianSeconds), atMostSeconds: left(history.slowSeconds) };
}

/** As the sweeper does it. */
const endsWaitingAt = ({ deadlineAt }: Clip): Date =>
  secondsAfter(deadlineAt, AWAY_WAIT_SECONDS - STATE_DEADLINE_SECONDS.queued);
