import type {
  EngineCheck,
  EngineOrder,
  EngineReconciliation,
  EngineStart,
  VideoEngine,
} from '../../src/app/ports/video-engine.ts';

/** What the engine does next; each is taken once, then the last stays. */
export interface Script {
  readonly starts?: (EngineStart | Error)[];
  readonly checks?: (EngineCheck | Error)[];
  readonly reconciliations?: EngineReconciliation[];
  readonly cancel?: 'cancelled' | 'too-late' | 'not-possible';
}

export interface ScriptedEngine extends VideoEngine {
  readonly orders: EngineOrder[];
  readonly cancelled: unknown[];
}

export const FILE = {
  clipKey: 'clips/a/clip.mp4',
  posterKey: 'clips/a/poster.jpg',
  widthPixels: 720,
  heightPixels: 960,
  sizeBytes: 1000,
  sha256: 'ab',
};
export const FINISHED = {
  kind: 'finished',
  result: { kind: 'stored', file: FILE },
  costMicroDollars: 50_000,
} satisfies EngineCheck;

let engineCount = 0;
/** Tickets of all scripted engines: one vendor is behind them, and whatever it took is finished unless a script says otherwise. */
const given = new Set<string>();
const GONE: EngineCheck = { kind: 'failed', trouble: { kind: 'gone' } };

/** An engine that follows a script: for the stories of a clip's life. It keeps the same contract as the real ones. */
export function scriptedEngine({
  starts = [],
  checks = [],
  reconciliations = [],
  cancel = 'not-possible',
}: Script = {}): ScriptedEngine {
  const orders: EngineOrder[] = [];
  const cancelled: unknown[] = [];
  const taken = <Answer>(script: (Answer | Error)[], otherwise: Answer): Answer => {
    const answer = script.length > 1 ? script.shift() : script[0];
    if (answer instanceof Error) throw answer;
    return answer ?? otherwise;
  };
  return {
    // an account of its own, so that one story never waits for the clips of another
    id: `test-${++engineCount}`,
    title: 'Scripted engine',
    generative: true,
    models: [{ id: 'one', lengthsSeconds: [3, 4, 5, 6, 7, 8, 9, 10], quality: 'generated' }],
    orders,
    cancelled,
    start: async (order) => {
      orders.push(order);
      const start = taken<EngineStart>(starts, { kind: 'started', ticket: { task: order.attemptId } });
      if (start.kind === 'started') given.add(JSON.stringify(start.ticket));
      return start;
    },
    check: async (ticket) => taken(checks, given.has(JSON.stringify(ticket)) ? FINISHED : GONE),
    cancel: async (ticket) => {
      cancelled.push(ticket);
      return cancel;
    },
    reconcile: async () => {
      const reconciliation = taken<EngineReconciliation>(reconciliations, { kind: 'unknown' });
      if (reconciliation.kind === 'found') given.add(JSON.stringify(reconciliation.ticket));
      return reconciliation;
    },
    close: async () => {},
  };
}
