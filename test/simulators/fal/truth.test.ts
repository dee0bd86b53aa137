import { createFal } from '@ai-sdk/fal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portrait } from '../../support/clip-stage.ts';
import { startFalSimulator } from './simulator.ts';

/** What its answers name; it sends its key only to the origin at which it ordered. */
const QUEUE = 'https://queue.fal.run';
const MODEL = 'fal-ai/bytedance/seedance/v1/pro/fast/image-to-video';

/** A client that others wrote for the real service finds in the simulator what it expects. */
describe('the simulated fal', () => {
  let simulator: Awaited<ReturnType<typeof startFalSimulator>>;
  beforeAll(async () => {
    simulator = await startFalSimulator({ key: 'id:secret', queueSeconds: 0, renderSeconds: 0.2, namedAddress: QUEUE });
  });
  afterAll(() => simulator?.close());

  const video = async (apiKey: string, more: Readonly<Record<string, unknown>> = {}) => {
    const fetchHere: typeof fetch = (url, init) => fetch(String(url).replace(QUEUE, simulator.address), init);
    const model = createFal({ apiKey, fetch: fetchHere }).video(MODEL);
    return model.doGenerate({
      ...{ prompt: 'smiles', n: 1, aspectRatio: undefined, resolution: undefined, duration: undefined, fps: undefined, seed: 7 },
      image: { type: 'file', mediaType: 'image/png', data: new Uint8Array(await portrait()) },
      providerOptions: { fal: { duration: '5', resolution: '720p', camera_fixed: true, pollIntervalMs: 50 } },
      ...more,
    } as unknown as Parameters<typeof model.doGenerate>[0]);
  };

  it('makes a clip for the AI SDK', async () => {
    const made = await video('id:secret');
    expect(made).toMatchObject({ videos: [{ type: 'url', mediaType: 'video/mp4' }], providerMetadata: { fal: { seed: 7 } } });
    const [clip] = made.videos as { url: string }[];
    const file = new Uint8Array(await (await fetch(clip?.url ?? '')).arrayBuffer());
    expect(new TextDecoder('latin1').decode(file.subarray(4, 8))).toBe('ftyp');
  });

  it('refuses its own words for seconds, which no Seedance model takes, and a wrong key', async () => {
    await expect(video('id:secret', { duration: 5, providerOptions: {} })).rejects.toMatchObject({ statusCode: 422 });
    await expect(video('wrong')).rejects.toMatchObject({ statusCode: 401 });
  });
});
