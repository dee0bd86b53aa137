import { z } from 'zod';
import { type Environment, optionalText, readSettings, type SettingTable, webAddress } from './setting.ts';

/** A model behind an OpenAI-compatible address. */
export interface ModelConfig {
  /** `https://host/v1` */
  readonly url: string;
  readonly key: string | undefined;
  readonly model: string;
}

/** Models that the safety check asks besides its own rules and its own classifier. */
export interface SafetyConfig {
  /** OpenAI's moderation, or what speaks like it: texts and pictures. */
  readonly moderation: ModelConfig | undefined;
  /** A guard model: texts. */
  readonly guard: (ModelConfig & { readonly grammar: 'qwen3guard' | 'llama-guard' }) | undefined;
  /** What own words for a generative engine need where no model reads them: there are none then, or simple ones. */
  readonly customTextNeeds: 'model' | 'plain-words';
}

export interface ModelsConfig {
  /** A language model that lets characters speak, behind any OpenAI-compatible address; `undefined` for the script. */
  readonly chatModel: ModelConfig | undefined;
  /** A model that paints pictures for replies, behind any OpenAI-compatible address. */
  readonly imageModel: ModelConfig | undefined;
  readonly safety: SafetyConfig;
}

const SETTINGS = {
  REVERIE_CHAT_URL: { ...webAddress, example: 'http://127.0.0.1:11434/v1' },
  REVERIE_CHAT_MODEL: { ...optionalText, expected: 'the name of a language model', example: 'llama3.1' },
  REVERIE_CHAT_KEY: { ...optionalText, expected: 'the key for REVERIE_CHAT_URL', example: 'sk-…' },
  REVERIE_IMAGE_URL: { ...webAddress, example: 'http://127.0.0.1:8188/v1' },
  REVERIE_IMAGE_MODEL: { ...optionalText, expected: 'the name of a picture model', example: 'gpt-image-1' },
  REVERIE_IMAGE_KEY: { ...optionalText, expected: 'the key for REVERIE_IMAGE_URL', example: 'sk-…' },
  REVERIE_MODERATION_KEY: { ...optionalText, expected: 'a key for the moderation model', example: 'sk-…' },
  REVERIE_MODERATION_URL: { ...webAddress, example: 'https://api.openai.com/v1' },
  REVERIE_MODERATION_MODEL: {
    ...{ ...optionalText, expected: 'the name of a moderation model' },
    example: 'omni-moderation-latest',
  },
  REVERIE_GUARD_URL: { ...webAddress, example: 'http://127.0.0.1:8000/v1' },
  REVERIE_GUARD_MODEL: { ...optionalText, expected: 'the name of a guard model', example: 'Qwen/Qwen3Guard-Gen-4B' },
  REVERIE_GUARD_KEY: { ...optionalText, expected: 'the key for REVERIE_GUARD_URL', example: 'sk-…' },
  REVERIE_GUARD_GRAMMAR: {
    schema: z.enum(['qwen3guard', 'llama-guard']).default('qwen3guard'),
    expected: "'qwen3guard' or 'llama-guard'",
    example: 'llama-guard',
  },
  REVERIE_CUSTOM_TEXT: {
    schema: z.enum(['model', 'plain-words']).default('model'),
    expected: "'model' or 'plain-words'",
    example: 'plain-words',
  },
} satisfies SettingTable;

/** The models of others that characters speak and paint with, and those that the safety check asks. */
export function readModels(environment: Environment, problems: string[]): ModelsConfig {
  const settings = readSettings(SETTINGS, environment, problems);
  const model = (name: 'CHAT' | 'IMAGE' | 'GUARD'): ModelConfig | undefined =>
    modelOf(settings[`REVERIE_${name}_URL`], settings[`REVERIE_${name}_KEY`], settings[`REVERIE_${name}_MODEL`]);
  const guard = model('GUARD');
  return {
    ...{ chatModel: model('CHAT'), imageModel: model('IMAGE') },
    safety: {
      moderation: moderationOf(
        settings.REVERIE_MODERATION_URL,
        settings.REVERIE_MODERATION_KEY,
        settings.REVERIE_MODERATION_MODEL,
      ),
      guard: guard && { ...guard, grammar: settings.REVERIE_GUARD_GRAMMAR },
      customTextNeeds: settings.REVERIE_CUSTOM_TEXT,
    },
  };
}

/** Servers with one model take any name for it. */
const ONLY_MODEL = 'default';

function modelOf(url: string | undefined, key: string | undefined, model = ONLY_MODEL): ModelConfig | undefined {
  return url === undefined ? undefined : { url: url.replace(/\/$/, ''), key, model };
}

const OPENAI = { url: 'https://api.openai.com/v1', model: 'omni-moderation-latest' } as const;

/** A key alone is OpenAI's; an address alone is a server of one's own. */
function moderationOf(
  url: string | undefined,
  key: string | undefined,
  model: string = OPENAI.model,
): ModelConfig | undefined {
  return key === undefined ? modelOf(url, key, model) : modelOf(url ?? OPENAI.url, key, model);
}
