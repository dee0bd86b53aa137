import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EnginePolicy } from '../app/ports/engine-house.ts';
import type { VideoEngine } from '../app/ports/video-engine.ts';
import type { Config } from '../config/config.ts';
import type { EnginesConfig, VendorConfig } from '../config/engine-settings.ts';
import { ConfigError } from '../config/setting.ts';
import { createComfyuiEngine, probeComfyui } from '../engines/comfyui/comfyui-engine.ts';
import { readWorkflow, type Workflow } from '../engines/comfyui/workflow.ts';
import { createFalEngine } from '../engines/fal/fal-engine.ts';
import { FAL_MODELS } from '../engines/fal/models.ts';
import { probeFal } from '../engines/fal/probe-fal.ts';
import { createFalCallbackVerifier } from '../engines/fal/verify-fal-callback.ts';
import type { ModelProbe } from '../engines/http/model-probe.ts';
import { type MotionPrompts, PROMPTS, readPrompts } from '../engines/http/prompts.ts';
import type { Fetch } from '../engines/http/vendor-api.ts';
import { REPLICATE_MODELS } from '../engines/replicate/models.ts';
import { probeReplicate } from '../engines/replicate/probe-replicate.ts';
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

interface OpenParts {
  readonly fetch: Fetch;
  readonly prompts: MotionPrompts;
  readonly onAlarm: (words: string) => void;
}
interface VerifyParts {
  readonly fetch: Fetch;
  readonly now: () => Date;
}

/** What can be done with an engine behind somebody's API that is set up. */
interface Host {
  readonly open: (parts: OpenParts) => HousedEngine;
  readonly probe: (fetch: Fetch, signal: AbortSignal) => Promise<readonly ModelProbe[]>;
  /** Of those who sign what they tell. */
  readonly verifier?: (parts: VerifyParts) => VerifyCallback;
}

/** One row an engine; `undefined` for what the settings do not name. */
const HOSTS: Readonly<
  Record<'seedance' | 'fal' | 'replicate' | 'comfyui', (engines: EnginesConfig) => Host | undefined>
> = {
  seedance: ({ seedance }) =>
    vendorHost(seedance, {
      models: seedanceModels,
      create: createSeedanceEngine,
      probe: probeSeedanceModels,
      // 600 orders a minute are allowed; asked as often as its own samples ask
      pace: { everySeconds: 0.1, burst: 10, pollSeconds: 5 },
    }),
  fal: ({ fal }) =>
    vendorHost(fal, {
      models: modelsLike('REVERIE_FAL_MODELS', FAL_MODELS),
      create: createFalEngine,
      probe: probeFal,
      pace: { everySeconds: 0.5, burst: 10, pollSeconds: 5 },
      verifier: ({ url }, parts) => createFalCallbackVerifier({ ...parts, jwksUrl: falKeysAt(url) }),
    }),
  replicate: ({ replicate }) =>
    vendorHost(replicate, {
      models: modelsLike('REVERIE_REPLICATE_MODELS', REPLICATE_MODELS),
      create: createReplicateEngine,
      probe: probeReplicate,
      // 600 orders a minute
      pace: { everySeconds: 0.1, burst: 10, pollSeconds: 5 },
      verifier: ({ url: baseUrl, key }, parts) => createReplicateCallbackVerifier({ ...parts, baseUrl, key }),
    }),
  comfyui: ({ comfyui }) => comfyui && comfyuiHost(comfyui),
};

/** Its keys are at another address than its queue. */
const falKeysAt = (url: string): string =>
  `${url === 'https://queue.fal.run' ? 'https://rest.fal.ai' : url}/.well-known/jwks.json`;

interface Account<Model> {
  readonly fetch: Fetch;
  readonly baseUrl: string;
  readonly key: string;
  readonly models: readonly Model[];
}

interface Vendor<Model> {
  readonly models: (vendor: VendorConfig) => readonly Model[];
  readonly create: (options: Account<Model> & OpenParts & Pick<VendorConfig, 'resultHosts'>) => VideoEngine;
  readonly probe: (account: Account<Model>, signal: AbortSignal) => Promise<readonly ModelProbe[]>;
  readonly pace: Pick<EnginePolicy, 'everySeconds' | 'burst' | 'pollSeconds'>;
  readonly verifier?: (vendor: VendorConfig, parts: VerifyParts) => VerifyCallback;
}

function vendorHost<Model>(settings: VendorConfig | undefined, vendor: Vendor<Model>): Host | undefined {
  if (settings === undefined) return undefined;
  const { url: baseUrl, key, resultHosts } = settings;
  const { create, probe, pace, verifier } = vendor;
  const models = vendor.models(settings);
  return {
    open: (parts) => ({
      engine: create({ ...parts, baseUrl, key, models, resultHosts }),
      policy: hostedPolicy(settings, pace),
    }),
    probe: (fetch, signal) => probe({ fetch, baseUrl, key, models }, signal),
    ...(verifier && { verifier: (parts) => verifier(settings, parts) }),
  };
}

function comfyuiHost(settings: NonNullable<EnginesConfig['comfyui']>): Host {
  const { url: baseUrl } = settings;
  const workflow = workflowIn(settings.workflow);
  return {
    open: ({ fetch, prompts }) => ({
      engine: createComfyuiEngine({ fetch, baseUrl, workflow, prompts, clientId: `reverie-${randomUUID()}` }),
      // an own machine: asked often, so that its progress moves; it has an own queue
      policy: { ...hostedPolicy(settings, { everySeconds: 0.1, burst: 10, pollSeconds: 2 }), doubtSeconds: 90 },
    }),
    probe: async (fetch, signal) => [await probeComfyui({ fetch, baseUrl, workflow }, signal)],
  };
}

function hostsIn(engines: EnginesConfig): Map<string, Host> {
  const found = Object.entries(HOSTS).map(([id, host]) => [id, host(engines)] as const);
  return new Map(found.flatMap(([id, host]) => (host === undefined ? [] : [[id, host] as const])));
}

/** The engines behind somebody's API that the settings name, in no order. Throws `ConfigError` for what cannot be used. */
export function hostedEngines({ config: { engines }, fetch, onBroken }: HostedParts): HousedEngine[] {
  const prompts = promptsIn(engines.promptsFile);
  const onAlarm = (words: string): void => onBroken(new Error(words));
  return [...hostsIn(engines).values()].map(({ open }) => open({ fetch, prompts, onAlarm }));
}

/** Those who sign what they tell, and how their signatures are checked. */
export function callbackVerifiers(
  { engines }: Pick<Config, 'engines'>,
  parts: VerifyParts,
): ReadonlyMap<string, VerifyCallback> {
  const signing = [...hostsIn(engines)].map(([id, { verifier }]) => [id, verifier?.(parts)] as const);
  return new Map(signing.flatMap(([id, verify]) => (verify === undefined ? [] : [[id, verify] as const])));
}

/** How long a vendor has to say whether a model can be used. */
const PROBE_SECONDS = 15;
/** Nothing has to be done about these. */
const GOOD: ReadonlySet<ModelProbe['state']> = new Set(['usable', 'untold']);

/** Asks the engines that are set up whether they can be used with these settings; orders nothing. */
export async function probeEngines({
  config: { engines },
  fetch,
}: Omit<HostedParts, 'onBroken'>): Promise<(ModelProbe & { readonly isGood: boolean })[]> {
  const signal = AbortSignal.timeout(PROBE_SECONDS * 1000);
  const probes = await Promise.all([...hostsIn(engines).values()].map(({ probe }) => probe(fetch, signal)));
  return probes.flat().map((probe) => ({ ...probe, isGood: GOOD.has(probe.state) }));
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

/** `NAME` is a model of the table, `NAME=ID` one that behaves like it; the first of the table when none is named. */
const modelsLike =
  <Model extends { readonly id: string }>(setting: string, table: readonly Model[]) =>
  ({ models }: Pick<VendorConfig, 'models'>): Model[] => {
    if (models.length === 0) return table.slice(0, 1);
    return models.map((words) => {
      const [name = '', like = name] = words.split('=');
      const model = table.find(({ id }) => id === like);
      if (model !== undefined) return { ...model, id: name };
      throw unknownModel(setting, words, table);
    });
  };

function seedanceModels({ models }: Pick<VendorConfig, 'models'>): NamedModel[] {
  return (models.length > 0 ? models : [STANDARD_SEEDANCE_MODEL]).map((words) => {
    const model = namedModel(words);
    if (model !== undefined) return model;
    throw unknownModel('REVERIE_SEEDANCE_MODELS', words, SEEDANCE_MODELS);
  });
}

function unknownModel(setting: string, words: string, table: readonly { readonly id: string }[]): ConfigError {
  const known = table.map(({ id }) => id).join(', ');
  return new ConfigError([
    `${setting} names '${words}', which is not known here. Known are ${known}; say NAME=MODEL for another name of one.`,
  ]);
}

/** A vendor has an hour to deliver after a clip was given up; then its slot is given to others. */
const WATCH_SECONDS = 2 * 3600;

function hostedPolicy({ atATime }: Pick<VendorConfig, 'atATime'>, pace: Vendor<unknown>['pace']): EnginePolicy {
  return { slots: atATime, ...pace, startTimeoutSeconds: 60, doubtSeconds: 180, watchSeconds: WATCH_SECONDS };
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
