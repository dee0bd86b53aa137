import type { EngineHouse } from '../app/ports/engine-house.ts';
import type { Stores } from '../app/ports/world.ts';
import { CLIP_STATES, isLiving } from '../domain/clip/clip-life.ts';

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter';
  readonly samples: readonly Sample[];
}

/** Requests that were answered here, by kind; counted in memory and gone with the process, as Prometheus expects it. */
export interface RequestCounter {
  count(method: string, status: number, seconds: number): void;
  read(): { readonly method: string; readonly status: string; readonly count: number; readonly seconds: number }[];
}

export function createRequestCounter(): RequestCounter {
  const kinds = new Map<string, { method: string; status: string; count: number; seconds: number }>();
  return {
    count: (method, status, seconds) => {
      const key = `${method} ${status}`;
      const kind = kinds.get(key) ?? { method, status: String(status), count: 0, seconds: 0 };
      kind.count++;
      kind.seconds += seconds;
      kinds.set(key, kind);
    },
    read: () => [...kinds.values()],
  };
}

/** Everything worth watching, in the text format of Prometheus. */
export async function metricsText(
  stores: Pick<Stores, 'clips' | 'engines' | 'attempts'>,
  engines: EngineHouse,
  requests: RequestCounter,
  memory: { readonly rss: number },
  now: Date,
): Promise<string> {
  const metrics = [
    ...(await clipMetrics(stores)),
    ...(await engineMetrics(stores, engines, now)),
    ...(await costMetrics(stores)),
    ...requestMetrics(requests),
  ];
  const process: Metric = {
    name: 'process_resident_memory_bytes',
    help: 'Memory of this process',
    type: 'gauge',
    samples: [{ labels: {}, value: memory.rss }],
  };
  return [...metrics, process].map(textOf).join('');
}

async function clipMetrics({ clips }: Pick<Stores, 'clips'>): Promise<Metric[]> {
  const counts = await clips.countByState();
  // ended clips are counted since the beginning, living ones now
  const living = CLIP_STATES.filter(isLiving).map((state) => ({ labels: { state }, value: counts[state] ?? 0 }));
  const ended = CLIP_STATES.filter((state) => !isLiving(state)).map((state) => {
    return { labels: { state }, value: counts[state] ?? 0 };
  });
  return [
    { name: 'reverie_clips_living', help: 'Clips that wait or are being made', type: 'gauge', samples: living },
    { name: 'reverie_clips_ended_total', help: 'Clips that have ended', type: 'counter', samples: ended },
  ];
}

async function engineMetrics({ engines }: Pick<Stores, 'engines'>, house: EngineHouse, now: Date): Promise<Metric[]> {
  const samples = [...house].map(async ([engine, { policy }]) => {
    const [busy, isAway] = [await engines.busySlots(engine), await engines.isAway(engine, now)];
    return { labels: { engine }, busy, isAway, slots: policy.slots };
  });
  const read = await Promise.all(samples);
  return [
    {
      name: 'reverie_engine_slots_busy',
      help: 'Orders that an engine has now',
      type: 'gauge',
      samples: read.map(({ labels, busy }) => ({ labels, value: busy })),
    },
    {
      name: 'reverie_engine_slots',
      help: 'Orders that an engine takes at a time',
      type: 'gauge',
      samples: read.map(({ labels, slots }) => ({ labels, value: slots })),
    },
    {
      name: 'reverie_engine_away',
      help: '1 while an engine gets no orders because of its troubles',
      type: 'gauge',
      samples: read.map(({ labels, isAway }) => ({ labels, value: Number(isAway) })),
    },
  ];
}

/** Over the clips that are kept: what was forgotten is not counted any more. */
async function costMetrics({ attempts }: Pick<Stores, 'attempts'>): Promise<Metric[]> {
  const costs = await attempts.costs();
  return [
    {
      name: 'reverie_engine_cost_dollars',
      help: 'What vendors charge for what they made, as far as they tell',
      type: 'gauge',
      samples: costs.map(({ engine, microDollars }) => ({ labels: { engine }, value: microDollars / 1e6 })),
    },
    {
      name: 'reverie_engine_unknown_costs',
      help: 'Clips whose vendor does not tell what they cost',
      type: 'gauge',
      samples: costs.map(({ engine, unknownCount }) => ({ labels: { engine }, value: unknownCount })),
    },
  ];
}

function requestMetrics(requests: RequestCounter): Metric[] {
  const kinds = requests.read();
  const labelled = (value: (kind: (typeof kinds)[number]) => number): Sample[] =>
    kinds.map((kind) => ({ labels: { method: kind.method, status: kind.status }, value: value(kind) }));
  return [
    {
      name: 'reverie_http_requests_total',
      help: 'Requests answered',
      type: 'counter',
      samples: labelled(({ count }) => count),
    },
    {
      name: 'reverie_http_request_seconds_total',
      help: 'Time spent until the answers began',
      type: 'counter',
      samples: labelled(({ seconds }) => seconds),
    },
  ];
}

function textOf({ name, help, type, samples }: Metric): string {
  const lines = samples.map(({ labels, value }) => `${name}${labelText(labels)} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function labelText(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, '_')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
