import { readFileSync } from 'node:fs';
import type { EnginePolicy } from '../app/ports/engine-house.ts';
import type { VideoEngine } from '../app/ports/video-engine.ts';
import { type Config, ConfigError, type VendorConfig } from '../config.ts';
import type { ModelProbe } from '../engines/http/model-probe.ts';
import type { Fetch } from '../engines/http/vendor-api.ts';
import { type NamedModel, namedModel, SEEDANCE_MODELS, STANDARD_SEEDANCE_MODEL } from '../engines/seedance/models.ts';
import { probeSeedanceModels } from '../engines/seedance/probe-models.ts';
import { PROMPTS, readPrompts, type SeedancePrompts } from '../engines/seedance/prompts.ts';
import { createSeedanceEngine } from '../engines/seedance/seedance-engine.ts';

interface HousedEngine {
  readonly engine: VideoEngine;
  readonly policy: EnginePolicy;
}

export interface HostedParts {
  readonly config: Pick<Config, 'engines'>;
  readonly fetch: Fetch;
  readonly onBroken: (error: unknown) => void;
}

/** The engines behind somebody's API that the settings name, in no order. Throws `ConfigError` for what cannot be used. */
export function hostedEngines({ config: { engines }, fetch, onBroken }: HostedParts): HousedEngine[] {
  const prompts = promptsIn(engines.promptsFile);
  const onAlarm = (words: string): void => onBroken(new Error(words));
  const housed: HousedEngine[] = [];
  if (engines.seedance !== undefined) {
    const { key, url: baseUrl, resultHosts } = engines.seedance;
    const models = seedanceModels(engines.seedance);
    housed.push({
      engine: createSeedanceEngine({ fetch, baseUrl, key, models, prompts, resultHosts, onAlarm }),
      // 600 orders a minute are allowed; asked as often as its own samples ask
      policy: hostedPolicy(engines.seedance, { everySeconds: 0.1, burst: 10, pollSeconds: 5 }),
    });
  }
  return housed;
}

/** How long a vendor has to say whether a model can be used. */
const PROBE_SECONDS = 15;

/** Asks the engines that are set up whether they can be used with these settings; orders nothing. */
export async function probeEngines({
  config: { engines },
  fetch,
}: Omit<HostedParts, 'onBroken'>): Promise<ModelProbe[]> {
  const signal = AbortSignal.timeout(PROBE_SECONDS * 1000);
  const probes: Promise<ModelProbe[]>[] = [];
  if (engines.seedance !== undefined) {
    const { key, url: baseUrl } = engines.seedance;
    probes.push(probeSeedanceModels({ fetch, baseUrl, key, models: seedanceModels(engines.seedance) }, signal));
  }
  return (await Promise.all(probes)).flat();
}

/** A vendor has an hour to deliver after a clip was given up; then its slot is given to others. */
const WATCH_SECONDS = 2 * 3600;

function hostedPolicy(
  { atATime }: Pick<VendorConfig, 'atATime'>,
  pace: Pick<EnginePolicy, 'everySeconds' | 'burst' | 'pollSeconds'>,
): EnginePolicy {
  return { slots: atATime, ...pace, startTimeoutSeconds: 60, doubtSeconds: 180, watchSeconds: WATCH_SECONDS };
}

function seedanceModels({ models }: Pick<VendorConfig, 'models'>): NamedModel[] {
  return (models.length > 0 ? models : [STANDARD_SEEDANCE_MODEL]).map((words) => {
    const model = namedModel(words);
    if (model !== undefined) return model;
    const known = SEEDANCE_MODELS.map(({ id }) => id).join(', ');
    throw new ConfigError([
      `REVERIE_SEEDANCE_MODELS names '${words}', which is not known here. Known are ${known}; say NAME=MODEL for another name of one.`,
    ]);
  });
}

function promptsIn(path: string | undefined): SeedancePrompts {
  if (path === undefined) return PROMPTS;
  try {
    return readPrompts(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError([
      `REVERIE_PROMPTS is '${path}', which cannot be used: ${error instanceof Error ? error.message : error}`,
    ]);
  }
}
