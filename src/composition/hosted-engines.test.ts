import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startComfyuiSimulator } from '../../test/simulators/comfyui/simulator.ts';
import { startFalSimulator } from '../../test/simulators/fal/simulator.ts';
import { startReplicateSimulator } from '../../test/simulators/replicate/simulator.ts';
import { startSeedanceSimulator } from '../../test/simulators/seedance/simulator.ts';
import { readConfig } from '../config/config.ts';
import { ConfigError } from '../config/setting.ts';
import { withEnvironmentFiles } from './environment-files.ts';
import { hostedEngines, probeEngines } from './hosted-engines.ts';

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

describe('asking the engines that are set up', () => {
  const KEY = 'right';
  const NOWHERE = 'http://127.0.0.1:1';
  let closing: (() => Promise<void>)[];
  let at: Record<'seedance' | 'fal' | 'replicate' | 'comfyui', string>;
  beforeAll(async () => {
    const seedance = await startSeedanceSimulator({ key: KEY });
    const fal = await startFalSimulator({ key: KEY });
    const replicate = await startReplicateSimulator({ key: KEY });
    const comfyui = await startComfyuiSimulator({ lacks: ['LTXVImgToVideoInplace'] });
    at = { seedance: seedance.baseUrl, fal: fal.address, replicate: replicate.address, comfyui: comfyui.address };
    closing = [seedance, fal, replicate, comfyui].map(({ close }) => close);
  });
  afterAll(() => Promise.all(closing.map((close) => close())));

  const asked = async (environment: Record<string, string>) =>
    (await probeEngines({ config: readConfig(environment), fetch })).map(({ isGood, sentence }) => `${isGood ? '+' : '-'} ${sentence}`);
  const seedance = (models: string, key = KEY) => ({
    ...{ REVERIE_SEEDANCE_KEY: key, REVERIE_SEEDANCE_URL: at.seedance, REVERIE_SEEDANCE_MODELS: models },
  });

  it('says of each model of Seedance in one sentence what is the matter, and what to do', async () => {
    const models = 'seedance-1-0-pro-fast-251015,dreamina-seedance-2-5-260628,seedance-1-0-lite-i2v-250428';
    expect(await asked(seedance(models))).toEqual([
      '+ seedance-1-0-pro-fast-251015 can be used.',
      '- dreamina-seedance-2-5-260628 is there but not activated for this account: activate it in the console of ModelArk.',
      '- seedance-1-0-lite-i2v-250428 does not exist: it was retired on 2026-05-13. Choose another one in REVERIE_SEEDANCE_MODELS.',
    ]);
  });

  it('says when a key is not taken, without the key', async () => {
    const all = await asked({
      ...seedance('', 'a-wrong-key'),
      ...{ REVERIE_FAL_KEY: 'a-wrong-key', REVERIE_FAL_URL: at.fal },
      ...{ REVERIE_REPLICATE_KEY: 'a-wrong-key', REVERIE_REPLICATE_URL: at.replicate },
    });
    expect(all).toEqual([
      '- Seedance does not take this key or account (AuthenticationError). Look at it in the console.',
      '- fal does not take this key (HTTP 401). Look at REVERIE_FAL_KEY, and at the account.',
      '- Replicate does not take this key (HTTP 401). Look at REVERIE_REPLICATE_KEY, and at the account.',
    ]);
  });

  it('says when an engine cannot be reached, and where it was looked for', async () => {
    const all = await asked({
      ...{ ...seedance(''), REVERIE_SEEDANCE_URL: `${NOWHERE}/api/v3` },
      ...{ REVERIE_FAL_KEY: KEY, REVERIE_FAL_URL: NOWHERE, REVERIE_REPLICATE_KEY: KEY, REVERIE_REPLICATE_URL: NOWHERE },
      REVERIE_COMFYUI_URL: NOWHERE,
    });
    expect(all).toHaveLength(4);
    for (const sentence of all)
      expect(sentence).toMatch(/^- \w+ cannot be reached at http:\/\/127\.0\.0\.1:1\S*: (?:bad port|connect ECONNREFUSED .*)$/);
  });

  it('says of the others what they tell for nothing', async () => {
    const fal = { REVERIE_FAL_KEY: KEY, REVERIE_FAL_URL: at.fal };
    const replicate = { REVERIE_REPLICATE_KEY: KEY, REVERIE_REPLICATE_URL: at.replicate };
    const models = 'bytedance/seedance-1-pro,me/gone=bytedance/seedance-1-pro';
    expect(await asked({ ...fal, ...replicate, REVERIE_REPLICATE_MODELS: models, REVERIE_COMFYUI_URL: at.comfyui })).toEqual([
      '+ fal takes the key; whether fal-ai/bytedance/seedance/v1/pro/fast/image-to-video can be used shows with the first clip.',
      '+ bytedance/seedance-1-pro can be used.',
      '- me/gone does not exist (any more). Choose another one in REVERIE_REPLICATE_MODELS.',
      '+ ComfyUI has everything for Wan 2.2 TI2V 5B.',
    ]);
    const lacking = await asked({ REVERIE_COMFYUI_URL: at.comfyui, REVERIE_COMFYUI_WORKFLOW: 'ltx-2' });
    expect(lacking.join()).toMatch(/^- ComfyUI at \S+ lacks LTXVImgToVideoInplace for LTX-2: update it, or choose another workflow\.$/);
  });
});
