import { createByteDance } from '@ai-sdk/bytedance';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portrait } from '../../support/clip-stage.ts';
import { startSimulatorProcess } from '../start-simulator.ts';

/** A client that others wrote for the real service finds in the simulator what it expects. */
describe('the simulated Seedance, as a process of its own', () => {
  let simulator: Awaited<ReturnType<typeof startSimulatorProcess>>;
  beforeAll(async () => {
    simulator = await startSimulatorProcess('seedance', '--render', '0.2', '--small');
  });
  afterAll(() => simulator?.stop());

  const video = async (apiKey: string, modelId = 'seedance-1-0-pro-fast-251015') => {
    const model = createByteDance({ apiKey, baseURL: simulator.address }).video(modelId);
    return model.doGenerate({
      ...{ prompt: 'The character smiles', n: 1, aspectRatio: undefined, resolution: '1248x704', duration: 5, fps: undefined, seed: 7 },
      image: { type: 'file', mediaType: 'image/png', data: new Uint8Array(await portrait()) },
      providerOptions: { bytedance: { watermark: false, cameraFixed: true, pollIntervalMs: 100 } },
    } as unknown as Parameters<typeof model.doGenerate>[0]);
  };

  it('makes a clip for the AI SDK', async () => {
    const { videos, providerMetadata } = await video('simulated-key');
    expect(providerMetadata).toMatchObject({ bytedance: { usage: { completion_tokens: 110_110 } } });
    const [clip] = videos as { url: string; mediaType: string }[];
    const file = new Uint8Array(await (await fetch(clip?.url ?? '')).arrayBuffer());
    expect(new TextDecoder('latin1').decode(file.subarray(4, 8))).toBe('ftyp');
  });

  it('refuses as the AI SDK expects it: in an error with a message', async () => {
    await expect(video('wrong')).rejects.toThrow(/API key/);
    await expect(video('simulated-key', 'seedance-9')).rejects.toThrow(/does not exist/);
  });

  it('says what there is to ask for when it is asked for something else', async () => {
    const { origin } = new URL(simulator.address);
    const answer = await fetch(`${origin}/__sim/scenario`, { method: 'POST', body: '{"next":["create:nonsense"]}' });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { next: string[] }).next).toContain('create:reset-after');
  });
});
