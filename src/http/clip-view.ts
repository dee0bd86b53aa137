import type { Clip, ClipOrder, ClipStage } from './clip-queue.ts';
import type { Problem } from './problem.ts';

/** A clip as the page sees it. Addresses and sizes exist once the clip is `ready`, `problem` once it `failed`. */
export interface ClipView {
  readonly id: string;
  readonly state: ClipStage['state'];
  readonly motion: string;
  readonly seconds: number;
  readonly strength: string;
  readonly seed: number;
  readonly picture: ClipOrder['picture'];
  /** Clips that are drawn before this one. */
  readonly clipsAhead: number;
  readonly framesDone?: number;
  readonly frameCount?: number;
  readonly secondsLeft?: number;
  readonly clipUrl?: string;
  readonly posterUrl?: string;
  readonly widthPixels?: number;
  readonly heightPixels?: number;
  readonly sizeBytes?: number;
  readonly problem?: Problem;
}

/** What a clip looks like in JSON. */
export function clipView(clip: Clip, clipsAhead: number): ClipView {
  const { id, order, stage } = clip;
  const { lengthSeconds: seconds, strength, seed, motionId: motion, picture } = order;
  return { id, state: stage.state, motion, seconds, strength, seed, picture, clipsAhead, ...stageView(id, stage) };
}

function stageView(id: string, stage: ClipStage): Partial<ClipView> {
  if (stage.state === 'ready') {
    const { widthPixels, heightPixels, sizeBytes } = stage;
    const address = `/v1/clips/${id}`;
    return { clipUrl: `${address}/clip.mp4`, posterUrl: `${address}/poster.jpg`, widthPixels, heightPixels, sizeBytes };
  }
  if (stage.state === 'failed') return { problem: stage.problem };
  if (stage.state !== 'drawing') return {};
  const { state: _, ...progress } = stage;
  return progress;
}
