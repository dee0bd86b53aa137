import { type ModelProbe, probeTrouble } from '../http/model-probe.ts';
import { createVendorApi, type VendorAnswer } from '../http/vendor-api.ts';
import type { ReplicateOptions } from './replicate-engine.ts';

/** Asks for the description of each model, which costs nothing. */
export async function probeReplicate(
  { fetch, baseUrl, key, models }: Pick<ReplicateOptions, 'fetch' | 'baseUrl' | 'key' | 'models'>,
  signal: AbortSignal,
): Promise<ModelProbe[]> {
  const call = createVendorApi({ fetch, baseUrl, key, headers: { authorization: `Bearer ${key}` } });
  return Promise.all(
    models.map(async ({ id: model }) => {
      const answer = await call({ method: 'GET', path: `/v1/models/${model}`, signal });
      const trouble = probeTrouble('Replicate', baseUrl, 'REVERIE_REPLICATE_KEY', answer);
      return { engine: 'replicate', model, ...(trouble ?? told(model, answer)) };
    }),
  );
}

function told(model: string, answer: VendorAnswer): Pick<ModelProbe, 'state' | 'sentence'> {
  const status = answer.kind === 'answered' ? answer.status : 0;
  if (status === 200) return { state: 'usable', sentence: `${model} can be used.` };
  if (status !== 404) return { state: 'unclear', sentence: `Replicate says about ${model}: HTTP ${status}.` };
  const sentence = `${model} does not exist (any more). Choose another one in REVERIE_REPLICATE_MODELS.`;
  return { state: 'retired', sentence };
}
