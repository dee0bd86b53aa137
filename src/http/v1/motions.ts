import { z } from '@hono/zod-openapi';
import { offeredLengths } from '../../app/clips/quote-clip.ts';
import { PLANS } from '../../domain/entitlement/plans.ts';
import { STAGES } from '../../domain/entitlement/stage.ts';
import { EMOTIONS, IDLE_SECONDS } from '../../domain/motion/living-avatar.ts';
import { MOTIONS } from '../../domain/motion/presets.ts';
import { LONGEST_CUSTOM_TEXT_CHARACTERS, readCustomText } from '../../domain/motion/read-custom-text.ts';
import { answer, type Endpoint, openEndpoint } from './endpoint.ts';
import { Credits, Emotion, Motion, Strength } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

/** The product page's own examples of a custom motion. */
const CUSTOM_EXAMPLES = [
  'Slowly nodding with an encouraging smile, eyes warm.',
  'Tucks a strand of hair behind her ear, looks down.',
  'Reaches forward, then pauses; second-guessing the move.',
  'Laughs once, looks away, exhales.',
];

const SheetSchema = z
  .object({
    stage: z.enum(['labs', 'general']),
    motions: z.array(z.object({ id: Motion, title: z.string(), bestFor: z.string() })),
    livingAvatar: z
      .object({ seconds: z.number().int(), emotions: z.array(z.object({ id: Emotion, title: z.string() })) })
      .describe('The endless loop of a profile: the motion "idle", in one of these moods'),
    voiceSync: z
      .object({ mostSeconds: z.number().int() })
      .nullable()
      .describe('The motion "speak", an experiment: how long a recording may be; null where it is not offered'),
    strengths: z.array(Strength),
    customText: z.object({ mostCharacters: z.number().int(), examples: z.array(z.string()) }),
    engines: z.array(
      z.object({
        id: z.string(),
        model: z.string(),
        title: z.string(),
        quality: z.enum(['draft', 'generated']),
        isStandard: z.boolean(),
        livingAvatars: z.boolean().describe('Whether it plays "idle"'),
        voices: z.boolean().describe('Whether it plays "speak"'),
        finishes: z.boolean().describe('Whether it lays a "finish" over its clips'),
        lengths: z.array(z.object({ seconds: z.number().int(), priceCredits: Credits })),
      }),
    ),
    plans: z.array(z.object({ id: z.string(), title: z.string(), mayGenerate: z.boolean(), monthlyCredits: Credits })),
  })
  .openapi('MotionSheet');

const ReadingSchema = z
  .object({ ok: z.boolean(), plays: z.string(), leftOut: z.array(z.string()) })
  .openapi('CustomMotionReading');

/** What can be made, and for how much. */
export function motionEndpoints(parts: ServiceParts): Endpoint[] {
  return [
    openEndpoint({
      method: 'get',
      path: '/motions',
      tag: 'Motions',
      summary: 'The motion sheet: motions, engines, lengths and prices',
      answer: SheetSchema,
      handle: async () => answer(SheetSchema, await sheet(parts)),
    }),
    openEndpoint({
      method: 'post',
      path: '/custom-motion-readings',
      tag: 'Motions',
      summary: 'What the built-in engine would play for a text; free, and made for every keystroke',
      body: z.strictObject({ text: z.string().max(1000) }),
      answer: ReadingSchema,
      handle: async ({ body: { text } }) => {
        const chosen = readCustomText(text);
        const leftOut = chosen.notPossible.map(({ sentence }) => sentence);
        if (!chosen.ok) return answer(ReadingSchema, { ok: false, plays: '', leftOut: [...leftOut, chosen.sentence] });
        return answer(ReadingSchema, { ok: true, plays: chosen.summary, leftOut });
      },
    }),
  ];
}

async function sheet({ world, engines, standardEngine }: ServiceParts): Promise<z.infer<typeof SheetSchema>> {
  const { stores } = world;
  const offers = [...engines.values()].flatMap(({ engine }) => engine.models.map((model) => ({ engine, model })));
  const stage = await stores.settings.readStage();
  const { voiceSync, longestClipSeconds } = STAGES[stage];
  return {
    stage,
    motions: MOTIONS.map(({ id, title, bestFor }) => ({ id, title, bestFor })),
    livingAvatar: { seconds: IDLE_SECONDS, emotions: EMOTIONS.map(({ id, title }) => ({ id, title })) },
    voiceSync: voiceSync ? { mostSeconds: longestClipSeconds } : null,
    strengths: ['subtle', 'normal', 'lively'],
    customText: { mostCharacters: LONGEST_CUSTOM_TEXT_CHARACTERS, examples: CUSTOM_EXAMPLES },
    engines: await Promise.all(
      offers.map(async ({ engine, model }) => ({
        ...{ id: engine.id, model: model.id, title: engine.title, quality: model.quality },
        isStandard: standardEngine.engine === engine.id && standardEngine.model === model.id,
        livingAvatars: engine.livingAvatars === true,
        voices: engine.voices === true,
        finishes: engine.finishes === true,
        lengths: await pricedLengths(engine.id, model.id),
      })),
    ),
    plans: PLANS.map(({ id, title, mayGenerate, monthlyCredits }) => ({ id, title, mayGenerate, monthlyCredits })),
  };

  async function pricedLengths(engine: string, model: string) {
    const lengths = (await offeredLengths(stores, engines, { engine, model })) ?? [];
    const priced = lengths.map(async (seconds) => {
      return { seconds, priceCredits: await stores.prices.priceAt(engine, model, seconds, world.now()) };
    });
    return (await Promise.all(priced)).filter((length) => length.priceCredits !== undefined) as {
      seconds: number;
      priceCredits: number;
    }[];
  }
}
