import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';
import { withEnvironmentFiles } from './environment-files.ts';
import { hostedEngines } from './hosted-engines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-keys-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const enginesOf = (environment: Record<string, string>) =>
  hostedEngines({ config: readConfig(withEnvironmentFiles(environment)), fetch, onBroken: (error) => expect.fail(String(error)) });

describe('hosted engines', () => {
  it('are those whose key is there, from a variable or from a file', async () => {
    expect(enginesOf({})).toEqual([]);
    const path = join(folder, 'key');
    await writeFile(path, 'a-key\n');
    expect(enginesOf({ REVERIE_SEEDANCE_KEY_FILE: path }).map(({ engine }) => engine.id)).toEqual(['seedance']);
    expect(readConfig(withEnvironmentFiles({ REVERIE_SEEDANCE_KEY_FILE: path })).engines.seedance?.key).toBe('a-key');
  });

  it('offer the models that the settings name, and say which names nobody knows', () => {
    const named = (models: string) => enginesOf({ REVERIE_SEEDANCE_KEY: 'k', REVERIE_SEEDANCE_MODELS: models });
    const [seedance] = named('ep-1=dreamina-seedance-2-0-mini-260615, seedance-1-0-pro-250528');
    expect(seedance?.engine.models.map(({ id, lengthsSeconds }) => [id, lengthsSeconds[0]])).toEqual([
      ['ep-1', 4],
      ['seedance-1-0-pro-250528', 3],
    ]);
    expect(() => named('seedance-9')).toThrow(ConfigError);
    expect(() => enginesOf({ REVERIE_SEEDANCE_KEY: 'k', REVERIE_PROMPTS: join(folder, 'none.json') })).toThrow(ConfigError);
    expect(() => enginesOf({ REVERIE_SEEDANCE_KEY_FILE: join(folder, 'none') })).toThrow(/cannot be read/);
    const hosts = { REVERIE_FAL_KEY: 'k', REVERIE_REPLICATE_KEY: 'k', REVERIE_REPLICATE_MODELS: 'me/mine=bytedance/seedance-1-pro' };
    expect(enginesOf(hosts).map(({ engine }) => engine.models[0]?.id)).toEqual([
      'fal-ai/bytedance/seedance/v1/pro/fast/image-to-video',
      'me/mine',
    ]);
    const own = (workflow: string) => enginesOf({ REVERIE_COMFYUI_URL: 'http://gpu:8188', REVERIE_COMFYUI_WORKFLOW: workflow });
    expect(own('ltx-2').map(({ engine }) => engine.title)).toEqual(['LTX-2 on our own machines']);
    expect(() => own('sora')).toThrow(/REVERIE_COMFYUI_WORKFLOW is 'sora'/);
    expect(() => enginesOf({ REVERIE_FAL_KEY: 'k', REVERIE_FAL_MODELS: 'sora' })).toThrow(/REVERIE_FAL_MODELS names 'sora'/);
    expect(() => enginesOf({ REVERIE_ENGINES: 'sora local' })).toThrow(/REVERIE_ENGINES/);
  });
});
