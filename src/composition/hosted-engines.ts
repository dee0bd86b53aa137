import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EnginePolicy } from '../app/ports/engine-house.ts';
import type { VideoEngine } from '../app/ports/video-engine.ts';
import { type Config, ConfigError, type VendorConfig } from '../config.ts';
import { createComfyuiEngine, probeComfyui } from '../engines/comfyui/comfyui-engine.ts';
import { readWorkflow, type Workflow } from '../engines/comfyui/workflow.ts';
import { createFalEngine } from '../engines/fal/fal-engine.ts';
import { FAL_MODELS } from '../engines/fal/models.ts';
import { createFalCallbackVerifier } from '../engines/fal/verify-fal-callback.ts';
import type { ModelProbe } from '../engines/http/model-probe.ts';
import { type MotionPrompts, PROMPTS, readPrompts } from '../engines/http/prompts.ts';
import type { Fetch } from '../engines/http/vendor-api.ts';
import { REPLICATE_MODELS } from '../engines/replicate/models.ts';
import { createReplicateEngine } from '../engines/replicate/replicate-engine.ts';
import { createReplicateCallbackVerifier } from '../engines/replicate/verify-replicate-callback.ts';
import { type NamedModel, namedModel, SEEDANCE_MODELS, STANDARD_SEEDANCE_MODEL } from '../engines/seedance/models.ts';
import { probeSeedanceModels } from '../engines/seedance/probe-models.ts';
import { createSeedanceEngine } from '../engines/seedance/seedance-engine.ts';
import type { VerifyCallback } from '../http/hooks/engine-hook.ts';

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
  if (engines.fal !== undefined) {
    const { key, url: baseUrl, resultHosts } = engines.fal;
    const models = modelsLike('REVERIE_FAL_MODELS', FAL_MODELS, engines.fal);
    housed.push({
      engine: createFalEngine({ fetch, baseUrl, key, models, prompts, resultHosts, onAlarm }),
      policy: hostedPolicy(engines.fal, { everySeconds: 0.5, burst: 10, pollSeconds: 5 }),
    });
  }
  if (engines.replicate !== undefined) {
    const { key, url: baseUrl, resultHosts } = engines.replicate;
    const models = modelsLike('REVERIE_REPLICATE_MODELS', REPLICATE_MODELS, engines.replicate);
    housed.push({
      engine: createReplicateEngine({ fetch, baseUrl, key, models, prompts, resultHosts, onAlarm }),
      // 600 orders a minute
      policy: hostedPolicy(engines.replicate, { everySeconds: 0.1, burst: 10, pollSeconds: 5 }),
    });
  }
  if (engines.comfyui !== undefined) {
    const { url: baseUrl } = engines.comfyui;
    const workflow = workflowIn(engines.comfyui.workflow);
    housed.push({
      engine: createComfyuiEngine({ fetch, baseUrl, workflow, prompts, clientId: `reverie-${randomUUID()}` }),
      // an own machine: asked often, so that its progress moves; it has an own queue
      policy: { ...hostedPolicy(engines.comfyui, { everySeconds: 0.1, burst: 10, pollSeconds: 2 }), doubtSeconds: 90 },
    });
  }
  return housed;
}

// src/composition and dist/composition stand equally deep, so the same path serves both
const WORKFLOWS_FOLDER = new URL('../../workflows/', import.meta.url);

/** One that is shipped, by its name, or an operator's own file. */
function workflowIn(words: string): Workflow {
  const isShipped = /^[a-z0-9.-]+$/.test(words) && !words.endsWith('.json');
  try {
    return readWorkflow(words, readFileSync(isShipped ? new URL(`${words}.json`, WORKFLOWS_FOLDER) : words, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new ConfigError([`REVERIE_COMFYUI_WORKFLOW is '${words}', which cannot be used: ${why}`]);
  }
}

/** Those who sign what they tell, and how their signatures are checked. */
export function callbackVerifiers(
  { engines: { fal, replicate } }: Pick<Config, 'engines'>,
  { fetch, now }: { readonly fetch: Fetch; readonly now: () => Date },
): ReadonlyMap<string, VerifyCallback> {
  const verifiers = new Map<string, VerifyCallback>();
  if (fal !== undefined) {
    const keysAt = fal.url === FAL_QUEUE ? 'https://rest.fal.ai' : fal.url;
    verifiers.set('fal', createFalCallbackVerifier({ fetch, jwksUrl: `${keysAt}/.well-known/jwks.json`, now }));
  }
  if (replicate !== undefined) {
    const { url: baseUrl, key } = replicate;
    verifiers.set('replicate', createReplicateCallbackVerifier({ fetch, baseUrl, key, now }));
  }
  return verifiers;
}
/** Its keys are at another address than its queue. */
const FAL_QUEUE = 'https://queue.fal.run';

/** `NAME` is a model of the table, `NAME=ID` one that behaves like it; the first of the table when none is named. */
function modelsLike<Model extends { readonly id: string }>(
  setting: string,
  table: readonly Model[],
  { models }: Pick<VendorConfig, 'models'>,
): Model[] {
  if (models.length === 0) return table.slice(0, 1);
  return models.map((words) => {
    const [name = '', like = name] = words.split('=');
    const model = table.find(({ id }) => id === like);
    if (model !== undefined) return { ...model, id: name };
    throw unknownModel(setting, words, table);
  });
}

function unknownModel(setting: string, words: string, table: readonly { readonly id: string }[]): ConfigError {
  const known = table.map(({ id }) => id).join(', ');
  return new ConfigError([
    `${setting} names '${words}', which is not known here. Known are ${known}; say NAME=MODEL for another name of one.`,
  ]);
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
  if (engines.comfyui !== undefined) {
    const { url: baseUrl, workflow } = engines.comfyui;
    probes.push(probeComfyui({ fetch, baseUrl, workflow: workflowIn(workflow) }, signal).then((probe) => [probe]));
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
    throw unknownModel('REVERIE_SEEDANCE_MODELS', words, SEEDANCE_MODELS);
  });
}

function promptsIn(path: string | undefined): MotionPrompts {
  if (path === undefined) return PROMPTS;
  try {
    return readPrompts(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError([
      `REVERIE_PROMPTS is '${path}', which cannot be used: ${error instanceof Error ? error.message : error}`,
    ]);
  }
}
