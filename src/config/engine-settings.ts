import { z } from 'zod';
import {
  type Environment,
  optionalText,
  partsOf,
  readSettings,
  type SettingTable,
  smallCount,
  webAddress,
} from './setting.ts';

export const ENGINE_IDS = ['seedance', 'fal', 'replicate', 'comfyui', 'local'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

/** A hosted engine. */
export interface VendorConfig {
  readonly key: string;
  /** Of its API, without a slash at the end. */
  readonly url: string;
  /** As the vendor names them, the standard one first; empty for the one that is shipped. */
  readonly models: readonly string[];
  /** Clips that it makes at a time, for all machines together. */
  readonly atATime: number;
  /** Where its finished clips may be fetched: ends of host names. */
  readonly resultHosts: readonly string[];
}

export interface EnginesConfig {
  /** The first one that can make a clip makes it; only those that are set up are asked. */
  readonly order: readonly EngineId[];
  /** Other orders for the people of some plans. */
  readonly orderByPlan: ReadonlyMap<string, readonly EngineId[]>;
  /** What happens to a picture that an engine takes for a real person: the next engine makes the clip, or the person is asked. */
  readonly whenFaceRefused: 'next' | 'ask';
  readonly seedance: VendorConfig | undefined;
  readonly fal: VendorConfig | undefined;
  readonly replicate: VendorConfig | undefined;
  readonly comfyui: { readonly url: string; readonly workflow: string; readonly atATime: number } | undefined;
  /** A JSON file with other words for the presets. */
  readonly promptsFile: string | undefined;
}

const names = { schema: z.string().default('').transform(partsOf) } as const;
const engineList = (list: string): EngineId[] | undefined => {
  const ids = list.split(/[\s,]+/).filter((id) => id !== '');
  return ids.every((id): id is EngineId => (ENGINE_IDS as readonly string[]).includes(id)) ? ids : undefined;
};

const SETTINGS = {
  REVERIE_ENGINES: {
    schema: z
      .string()
      .default(ENGINE_IDS.join(' '))
      .transform(engineList)
      .refine((ids) => ids !== undefined && ids.length > 0),
    expected: `names of engines in the order in which they are asked, out of ${ENGINE_IDS.join(', ')}`,
    example: "'seedance fal local'",
  },
  REVERIE_ENGINES_BY_PLAN: {
    schema: z
      .string()
      .default('')
      .transform(enginesByPlan)
      .refine((plans) => plans !== undefined),
    expected: 'PLAN=ENGINES, separated by commas',
    example: "'studio=fal seedance local'",
  },
  REVERIE_FACE_REFUSED: {
    schema: z.enum(['next', 'ask']).default('ask'),
    expected: "'next' or 'ask'",
    example: 'next',
  },
  REVERIE_PROMPTS: { ...optionalText, expected: 'the path of a JSON file', example: './prompts.json' },
  REVERIE_SEEDANCE_KEY: { ...optionalText, expected: 'a key of ModelArk', example: '…' },
  REVERIE_SEEDANCE_URL: { ...webAddress, example: 'https://ark.cn-beijing.volces.com/api/v3' },
  REVERIE_SEEDANCE_MODELS: {
    ...{ ...names, expected: 'names of models, separated by commas' },
    example: 'seedance-1-0-pro-fast-251015,ep-20261101=dreamina-seedance-2-0-mini-260615',
  },
  REVERIE_SEEDANCE_HOSTS: {
    ...names,
    expected: 'host names, separated by commas',
    example: 'volces.com,bytepluses.com',
  },
  REVERIE_SEEDANCE_AT_A_TIME: { ...smallCount, example: '8' },
  REVERIE_FAL_KEY: { ...optionalText, expected: 'a key of fal.ai', example: '…:…' },
  REVERIE_FAL_URL: { ...webAddress, example: 'https://queue.fal.run' },
  REVERIE_FAL_MODELS: {
    ...{ ...names, expected: 'names of models, separated by commas' },
    example: 'fal-ai/bytedance/seedance/v1/pro/fast/image-to-video',
  },
  REVERIE_FAL_HOSTS: { ...names, expected: 'host names, separated by commas', example: 'fal.media' },
  REVERIE_FAL_AT_A_TIME: { ...smallCount, example: '8' },
  REVERIE_REPLICATE_KEY: { ...optionalText, expected: 'a token of Replicate', example: 'r8_…' },
  REVERIE_REPLICATE_URL: { ...webAddress, example: 'https://api.replicate.com' },
  REVERIE_REPLICATE_MODELS: {
    ...{ ...names, expected: 'names of models, separated by commas' },
    example: 'bytedance/seedance-1-pro-fast',
  },
  REVERIE_REPLICATE_HOSTS: { ...names, expected: 'host names, separated by commas', example: 'replicate.delivery' },
  REVERIE_REPLICATE_AT_A_TIME: { ...smallCount, example: '8' },
  REVERIE_COMFYUI_URL: { ...webAddress, example: 'http://127.0.0.1:8188' },
  REVERIE_COMFYUI_WORKFLOW: {
    ...{ ...optionalText, expected: "'wan-2.2', 'ltx-2' or the path of a workflow with placeholders" },
    example: './my-workflow.json',
  },
  REVERIE_COMFYUI_AT_A_TIME: { ...smallCount, example: '1' },
} satisfies SettingTable;

/** The engines that are set up, and how one of them is chosen. */
export function readEngines(environment: Environment, problems: string[]): EnginesConfig {
  const settings = readSettings(SETTINGS, environment, problems);
  const vendor = (name: keyof typeof VENDORS): VendorConfig | undefined => {
    const { url, hosts } = VENDORS[name];
    const key = settings[`REVERIE_${name}_KEY`];
    if (key === undefined) return undefined;
    const told = settings[`REVERIE_${name}_HOSTS`];
    return {
      key,
      url: (settings[`REVERIE_${name}_URL`] ?? url).replace(/\/$/, ''),
      models: settings[`REVERIE_${name}_MODELS`],
      atATime: settings[`REVERIE_${name}_AT_A_TIME`] ?? MOST_AT_A_VENDOR,
      resultHosts: told?.length ? told : hosts,
    };
  };
  const comfyuiUrl = settings.REVERIE_COMFYUI_URL;
  return {
    order: settings.REVERIE_ENGINES ?? ENGINE_IDS,
    orderByPlan: settings.REVERIE_ENGINES_BY_PLAN ?? new Map(),
    whenFaceRefused: settings.REVERIE_FACE_REFUSED,
    promptsFile: settings.REVERIE_PROMPTS,
    ...{ seedance: vendor('SEEDANCE'), fal: vendor('FAL'), replicate: vendor('REPLICATE') },
    comfyui:
      comfyuiUrl === undefined
        ? undefined
        : {
            url: comfyuiUrl.replace(/\/$/, ''),
            workflow: settings.REVERIE_COMFYUI_WORKFLOW ?? 'wan-2.2',
            atATime: settings.REVERIE_COMFYUI_AT_A_TIME ?? 1,
          },
  };
}

/** Vendors begin ten of our tasks at a time and let the others wait, where nobody sees them: rather wait here. */
const MOST_AT_A_VENDOR = 8;

/** Addresses of the vendors, and where they give out what they made. */
const VENDORS = {
  SEEDANCE: { url: 'https://ark.ap-southeast.bytepluses.com/api/v3', hosts: ['volces.com', 'bytepluses.com'] },
  FAL: { url: 'https://queue.fal.run', hosts: ['fal.media'] },
  REPLICATE: { url: 'https://api.replicate.com', hosts: ['replicate.delivery'] },
} as const;

function enginesByPlan(list: string): Map<string, readonly EngineId[]> | undefined {
  const pairs = partsOf(list).map((pair) => pair.split('='));
  const plans = pairs.map(
    ([plan = '', ids = '', ...more]) => [plan, more.length === 0 ? engineList(ids) : undefined] as const,
  );
  if (plans.some(([, ids]) => ids === undefined || ids.length === 0)) return undefined;
  return new Map(plans.map(([plan, ids]) => [plan, ids ?? []]));
}
