/** Where a clip is in its life. The last four are ends. */
export type ClipState =
  | 'queued'
  | 'submitting'
  | 'rendering'
  | 'storing'
  | 'ready'
  | 'failed'
  | 'refused'
  | 'cancelled';

export type ClipEvent =
  /** A free slot, a rate token and the fairest turn were found. */
  | 'dispatched'
  /** The engine has taken the order. */
  | 'started'
  /** The order surely does not live; another attempt may be made. */
  | 'sent-back'
  | 'engine-finished'
  | 'stored'
  | 'refused'
  | 'gave-up'
  | 'cancelled'
  /** An engine that had been given up delivered after all. */
  | 'came-late'
  /** An operator mended what was broken. */
  | 'tried-again';

/** The whole life of a clip. What is not in the table cannot happen. */
const CLIP_LIFE: Readonly<Record<ClipState, Partial<Record<ClipEvent, ClipState>>>> = {
  queued: { dispatched: 'submitting', refused: 'refused', 'gave-up': 'failed', cancelled: 'cancelled' },
  submitting: {
    started: 'rendering',
    'sent-back': 'queued',
    refused: 'refused',
    'gave-up': 'failed',
    cancelled: 'cancelled',
  },
  rendering: {
    'engine-finished': 'storing',
    'sent-back': 'queued',
    refused: 'refused',
    'gave-up': 'failed',
    cancelled: 'cancelled',
  },
  storing: { stored: 'ready', 'sent-back': 'queued', refused: 'refused', 'gave-up': 'failed' },
  ready: {},
  failed: { 'came-late': 'storing', 'tried-again': 'queued' },
  refused: {},
  cancelled: {},
};

/** The state after `event`, or `undefined` when a clip in `state` cannot see that event. */
export function nextState(state: ClipState, event: ClipEvent): ClipState | undefined {
  return CLIP_LIFE[state][event];
}

/** The states in which `event` can be seen: what a compare-and-set has to ask for. */
export function statesBefore(event: ClipEvent): ClipState[] {
  return CLIP_STATES.filter((state) => CLIP_LIFE[state][event] !== undefined);
}

export const CLIP_STATES = Object.keys(CLIP_LIFE) as ClipState[];

/** Living clips hold credits; ended ones never do. */
export function isLiving(state: ClipState): boolean {
  return state === 'queued' || state === 'submitting' || state === 'rendering' || state === 'storing';
}

/** How long a clip may stay in a living state before it is given up, in seconds. */
export const STATE_DEADLINE_SECONDS: Readonly<Record<'queued' | 'submitting' | 'rendering' | 'storing', number>> = {
  // a long queue moves on all the same; people may cancel it for nothing
  queued: 12 * 60 * 60,
  // an order in doubt is looked for after 90 s; what nobody can tell in ten minutes is given up
  submitting: 10 * 60,
  // fifteen times the longest that was promised
  rendering: 30 * 60,
  storing: 30 * 60,
};

/**
 * A clip whose engine takes no orders, and that no other engine makes, waits so long; then it ends and its credits are back.
 * Five times what was promised: a short outage costs nobody their clip, a long one keeps nobody's credits.
 */
export const AWAY_WAIT_SECONDS = 10 * 60;

/** Attempts at one clip at the most. A new one is never made while an old one may live. */
export const MOST_ATTEMPTS = 3;

/** Seconds before the next attempt after so many failed ones: 1 after none (it was only interrupted), then 10, 40. */
export function backoffSeconds(failedAttempts: number): number {
  return failedAttempts === 0 ? 1 : 10 * 4 ** (failedAttempts - 1);
}
