import { type ModelProbe, probeTrouble } from '../http/model-probe.ts';
import { createVendorApi } from '../http/vendor-api.ts';
import type { FalOptions } from './fal-engine.ts';
import { requestAddress } from './request-address.ts';

/** A request that nobody made. */
const NO_REQUEST = '00000000-0000-0000-0000-000000000000';

/**
 * Asks with the key for a request that does not exist. That is all that can be asked for nothing: whether a model is there fal
 * tells those who order.
 */
export async function probeFal(
  { fetch, baseUrl, key, models }: Pick<FalOptions, 'fetch' | 'baseUrl' | 'key' | 'models'>,
  signal: AbortSignal,
): Promise<ModelProbe[]> {
  const call = createVendorApi({ fetch, baseUrl, key, headers: { authorization: `Key ${key}` } });
  return Promise.all(
    models.map(async ({ id: model }) => {
      const path = `${requestAddress(baseUrl, model, NO_REQUEST)}/status`;
      const trouble = probeTrouble('fal', baseUrl, 'REVERIE_FAL_KEY', await call({ method: 'GET', path, signal }));
      const sentence = `fal takes the key; whether ${model} can be used shows with the first clip.`;
      return { engine: 'fal', model, ...(trouble ?? { state: 'untold' as const, sentence }) };
    }),
  );
}
