import type { ModelProbe } from '../http/model-probe.ts';
import { createVendorApi } from '../http/vendor-api.ts';
import type { NamedModel } from './models.ts';
import type { SeedanceOptions } from './seedance-engine.ts';
import { TroubleBody } from './task.ts';
import { troubleKind } from './trouble-codes.ts';

type ProbeOptions = Pick<SeedanceOptions, 'fetch' | 'baseUrl' | 'key' | 'models'>;
type Told = Pick<ModelProbe, 'state' | 'sentence'>;

/**
 * Asks for each model whether it can be used, without ordering anything: an order without content is refused for its missing
 * content when the model is there, and for its model when it is not. Costs nothing.
 */
export async function probeSeedanceModels(options: ProbeOptions, signal: AbortSignal): Promise<ModelProbe[]> {
  return Promise.all(
    options.models.map(async (model) => ({
      engine: 'seedance',
      model: model.name,
      ...(await probe(options, model, signal)),
    })),
  );
}

async function probe(options: ProbeOptions, model: NamedModel, signal: AbortSignal): Promise<Told> {
  const { fetch, baseUrl, key } = options;
  const call = createVendorApi({ fetch, baseUrl, key, headers: { authorization: `Bearer ${key}` } });
  const answer = await call({
    ...{ method: 'POST', path: '/contents/generations/tasks', signal },
    body: { model: model.name },
  });
  if (answer.kind !== 'answered') {
    return { state: 'unreachable', sentence: `Seedance cannot be reached at ${baseUrl}: ${answer.because}` };
  }
  const told = TroubleBody.safeParse(answer.json);
  const code = told.success ? told.data.error.code : '';
  const known = MEANINGS.find(([beginning]) => code.startsWith(beginning));
  if (known !== undefined) return known[1](model);
  if (troubleKind(code, '') === 'operator') {
    return {
      state: 'key-refused',
      sentence: `Seedance does not take this key or account (${code}). Look at it in the console.`,
    };
  }
  const what = code === '' ? `HTTP ${answer.status} without an error of its own; is ${baseUrl} right?` : code;
  return { state: 'unclear', sentence: `Seedance says about ${model.name}: ${what}` };
}

const MEANINGS: readonly (readonly [beginning: string, say: (model: NamedModel) => Told])[] = [
  ['MissingParameter', ({ name }) => ({ state: 'usable', sentence: `${name} can be used.` })],
  [
    'ModelNotOpen',
    ({ name }) => ({
      state: 'not-activated',
      sentence: `${name} is there but not activated for this account: activate it in the console of ModelArk.`,
    }),
  ],
  [
    'InvalidEndpointOrModel',
    ({ name, retiredOn }) => ({
      state: 'retired',
      sentence: `${name} does not exist${retiredOn === undefined ? ' (any more)' : `: it was retired on ${retiredOn}`}. Choose another one in REVERIE_SEEDANCE_MODELS.`,
    }),
  ],
];
