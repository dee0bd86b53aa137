import { z } from '@hono/zod-openapi';
import { attachClip, detach } from '../../app/clips/attach-clip.ts';
import { cancelClip } from '../../app/clips/cancel-clip.ts';
import { wishedEngine } from '../../app/clips/choose-engine.ts';
import { draftClip } from '../../app/clips/draft-clip.ts';
import { quoteClip } from '../../app/clips/quote-clip.ts';
import { type ClipWish, requestClip } from '../../app/clips/request-clip.ts';
import { ownedClip, seenClip } from '../../app/permissions.ts';
import { LONGEST_CUSTOM_TEXT_CHARACTERS } from '../../domain/motion/read-custom-text.ts';
import { clipRefusal } from './clip-refusal.ts';
import { answer, type Endpoint, endpoint, nothing, openEndpoint } from './endpoint.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import {
  ClipMotion,
  Credits,
  Emotion,
  Finish,
  Frame,
  Id,
  IdParams,
  iso,
  PageQuery,
  pageArguments,
  pageOf,
  Strength,
  Time,
  toPage,
} from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';
import { ClipSchema, clipView } from './views/clip-view.ts';

const Wanted = {
  seconds: z.number().int().min(1).max(60),
  engine: z.string().max(60).optional().describe('The first of the plan that can when left out'),
  model: z.string().max(100).optional(),
};

const QuoteRequest = z
  .strictObject({
    ...Wanted,
    motion: ClipMotion.optional().describe('So that an engine is chosen that plays it'),
    finish: Finish.optional().describe('So that an engine is chosen that makes it'),
  })
  .openapi('QuoteRequest');
const QuoteSchema = z
  .object({
    id: Id,
    engine: z.string(),
    model: z.string(),
    seconds: z.number().int(),
    priceCredits: Credits,
    walletCredits: Credits,
    missingCredits: Credits,
    honouredUntil: Time,
  })
  .openapi('Quote');

const ClipRequest = z
  .strictObject({
    ...Wanted,
    pictureId: Id,
    motion: ClipMotion.describe('"idle" is the endless loop of a profile; "speak" speaks a recording, an experiment'),
    emotion: Emotion.default('neutral').describe('The mood of "idle"; says nothing for other motions'),
    voiceId: Id.optional().describe('The recording that "speak" speaks; at most as long as the clip'),
    withSound: z.boolean().default(false).describe('Whether the recording of "speak" is heard in the clip, too'),
    customText: z
      .string()
      .trim()
      .max(LONGEST_CUSTOM_TEXT_CHARACTERS)
      .default('')
      .describe('For the motion "custom" only'),
    strength: Strength.default('normal'),
    frame: Frame.default('as-is').describe('The part of the picture; its advice names those that are worth offering'),
    finish: Finish.default('plain').describe('What is laid over the motion, by engines that say "finishes"'),
    quoteId: Id.optional().describe('Makes the clip at the price of the quote, whatever happened to it since'),
  })
  .openapi('ClipRequest');

const ClipQuery = PageQuery.extend({ pictureId: Id.optional().describe('Only those that were made of this picture') });

const CancelSchema = z
  .object({ outcome: z.enum(['cancelled', 'asked']), detail: z.string(), clip: ClipSchema })
  .openapi('CancelAnswer');

const AttachRequest = z
  .union([z.strictObject({ chatId: Id, body: z.string().max(8000).default('') }), z.strictObject({ momentId: Id })])
  .openapi('AttachRequest');
const AttachmentMade = z.object({ attachmentId: Id, messageId: Id.nullable() }).openapi('AttachmentMade');

const PlacesSchema = z
  .object({ items: z.array(z.object({ attachmentId: Id, chatId: Id.nullable(), momentId: Id.nullable() })) })
  .openapi('ClipPlaces');

/** Clips: what they cost, making them, following them, using them. */
export function clipEndpoints(parts: ServiceParts): Endpoint[] {
  return [...makingEndpoints(parts), ...usingEndpoints(parts)];
}

function makingEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    endpoint({
      method: 'post',
      path: '/quotes',
      tag: 'Clips',
      scope: 'read',
      once: true,
      status: 201,
      summary: 'What a clip costs now; honoured for ten minutes',
      body: QuoteRequest,
      answer: QuoteSchema,
      handle: async ({ person, body, key }) => {
        const wanted = {
          ...(await wishedEngine(parts, person, { ...body, lengthSeconds: body.seconds })),
          lengthSeconds: body.seconds,
        };
        return once(parts, { personId: person.id, route: 'quotes', key, body }, async (stores) => {
          const outcome = await quoteClip({ ...parts, world: { ...world, stores } }, person.id, wanted);
          if (!outcome.ok) return clipRefusal(outcome);
          const { id, engine, model, lengthSeconds, priceCredits, expiresAt } = outcome.quote;
          const { walletCredits } = await stores.ledger.balance(person.id);
          const missingCredits = Math.max(0, priceCredits - walletCredits);
          const about = { id, engine, model, seconds: lengthSeconds, priceCredits, walletCredits, missingCredits };
          return { status: 201, body: { ...about, honouredUntil: iso(expiresAt) } };
        });
      },
    }),
    endpoint({
      method: 'post',
      path: '/clips',
      tag: 'Clips',
      scope: 'generate',
      once: true,
      status: 201,
      summary: 'Make a clip of a picture',
      description:
        'Everything is checked before anything is charged; the credits are reserved, and come back if no clip is made.',
      body: ClipRequest,
      answer: ClipSchema,
      handle: async ({ person, body, key }) => {
        const {
          pictureId,
          motion,
          customText,
          emotion,
          voiceId,
          withSound,
          strength,
          frame,
          finish,
          quoteId,
          seconds,
        } = body;
        const named = { ...body, lengthSeconds: seconds, idempotencyKey: key };
        const wish: ClipWish = {
          ...{ pictureId, motion, customText: motion === 'custom' ? customText : '', strength, frame, finish, quoteId },
          ...(motion === 'idle' && { emotion }),
          ...(motion === 'speak' && { voiceId, hasSound: withSound }),
          ...{ ...(await wishedEngine(parts, person, named)), lengthSeconds: seconds, idempotencyKey: key },
        };
        const outcome = await requestClip(parts, person, wish);
        if (!outcome.ok) return clipRefusal(outcome);
        const clip = ownedClip(person, outcome.clip);
        if (clip === undefined) throw new Error('a clip that was just ordered belongs to somebody else');
        return answer(ClipSchema, await clipView(parts, person, clip), outcome.isNew ? 201 : 200);
      },
    }),
    endpoint({
      method: 'get',
      path: '/clips',
      tag: 'Clips',
      scope: 'read',
      summary: 'My clips, newest first',
      query: ClipQuery,
      answer: pageOf(ClipSchema),
      handle: async ({ person, query }) => {
        const clips = await world.stores.clips.listOfOwner(person.id, pageArguments(query), query.pictureId);
        const mine = clips.map((clip) => ownedClip(person, clip)).filter((clip) => clip !== undefined);
        const page = toPage(
          mine,
          query.limit,
          (clip) => clipView(parts, person, clip),
          ({ id }) => id,
        );
        return answer(pageOf(ClipSchema), { ...page, items: await Promise.all(page.items) });
      },
    }),
    openEndpoint({
      method: 'get',
      path: '/clips/{id}',
      tag: 'Clips',
      summary: 'One clip: how far it is, or where it is',
      params: IdParams,
      answer: ClipSchema,
      handle: async ({ principal, params }) => {
        const clip = seenClip(principal?.person, await world.stores.clips.find(params.id));
        return clip === undefined
          ? problem('not-found')
          : answer(ClipSchema, await clipView(parts, principal?.person, clip));
      },
    }),
    endpoint({
      method: 'post',
      path: '/clips/{id}/draft',
      tag: 'Clips',
      scope: 'generate',
      summary: 'A free draft of a clip that is still being made, to play in its place',
      description: 'A clip of its own, for its owner alone, in no gallery; asked for again, it is the same one.',
      params: IdParams,
      answer: ClipSchema,
      handle: async ({ person, params }) => {
        const clip = ownedClip(person, await world.stores.clips.find(params.id));
        if (clip === undefined) return problem('not-found');
        const outcome = await draftClip(parts, person, clip);
        if (!outcome.ok) return clipRefusal(outcome);
        const draft = ownedClip(person, outcome.clip);
        if (draft === undefined) throw new Error('a draft that was just ordered belongs to somebody else');
        return answer(ClipSchema, await clipView(parts, person, draft));
      },
    }),
    endpoint({
      method: 'post',
      path: '/clips/{id}/cancel',
      tag: 'Clips',
      scope: 'generate',
      summary: 'Cancel a clip: always and free while it waits, if the engine can while it is being made',
      params: IdParams,
      answer: CancelSchema,
      handle: async ({ person, params }) => {
        const clip = ownedClip(person, await world.stores.clips.find(params.id));
        if (clip === undefined) return problem('not-found');
        const outcome = await cancelClip(world, clip);
        const after = ownedClip(person, await world.stores.clips.find(clip.id));
        if (outcome === 'too-late' || after === undefined) return problem('too-late');
        return answer(CancelSchema, {
          outcome,
          detail: CANCEL_SENTENCES[outcome],
          clip: await clipView(parts, person, after),
        });
      },
    }),
  ];
}

const CANCEL_SENTENCES = {
  cancelled: 'The clip is cancelled, and its credits are back.',
  asked: 'The engine is asked to stop. If it cannot, the clip arrives and is paid for.',
} as const;

function usingEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    endpoint({
      method: 'post',
      path: '/clips/{id}/attachments',
      tag: 'Clips',
      scope: 'write',
      once: true,
      status: 201,
      summary: 'Attach a clip to a chat or to a moment of mine, as often as I like',
      params: IdParams,
      body: AttachRequest,
      answer: AttachmentMade,
      handle: ({ person, params, body, key }) =>
        once(parts, { personId: person.id, route: `attachments of ${params.id}`, key, body }, async (stores) => {
          const clip = seenClip(person, await stores.clips.find(params.id));
          if (clip === undefined) return problem('not-found');
          const attached = await attachClip(world, stores, person, clip, body);
          if (!attached.ok) return problem(ATTACH_PROBLEMS[attached.reason]);
          return { status: 201, body: { attachmentId: attached.attachmentId, messageId: attached.messageId ?? null } };
        }),
    }),
    endpoint({
      method: 'get',
      path: '/clips/{id}/attachments',
      tag: 'Clips',
      scope: 'read',
      summary: 'Where a clip of mine is attached',
      params: IdParams,
      answer: PlacesSchema,
      handle: async ({ person, params }) => {
        const clip = ownedClip(person, await world.stores.clips.find(params.id));
        if (clip === undefined) return problem('not-found');
        const places = await world.stores.attachments.placesOf(clip.id);
        const items = places.map(({ id, chatId, momentId }) => {
          return { attachmentId: id, chatId: chatId ?? null, momentId: momentId ?? null };
        });
        return answer(PlacesSchema, { items });
      },
    }),
    endpoint({
      method: 'delete',
      path: '/attachments/{id}',
      tag: 'Clips',
      scope: 'write',
      summary: 'Take an attachment off; the clip stays in the gallery',
      params: IdParams,
      handle: async ({ person, params }) => {
        const isOff = await world.transaction((stores) => detach(stores, person, params.id));
        return isOff ? nothing() : problem('not-found');
      },
    }),
    ...(['delete', 'post'] as const).map((method) =>
      endpoint({
        method,
        path: method === 'delete' ? '/clips/{id}' : '/clips/{id}/restore',
        tag: 'Clips',
        scope: 'write',
        summary: method === 'delete' ? 'Delete a clip of mine; it can be restored for 30 days' : 'Undo its deletion',
        params: IdParams,
        handle: async ({ person, params }) => {
          const clip = ownedClip(person, await world.stores.clips.find(params.id));
          if (clip === undefined) return problem('not-found');
          if (clip.endedAt === undefined)
            return problem('clip-not-ready', { detail: 'It is still being made; cancel it first.' });
          const at = method === 'delete' ? world.now() : null;
          const isDone = await world.transaction((stores) => stores.clips.setDeleted(clip.id, at));
          return isDone ? nothing() : problem('gone-for-good');
        },
      }),
    ),
  ];
}

const ATTACH_PROBLEMS = {
  'clip-not-ready': 'clip-not-ready',
  'place-not-found': 'not-found',
  'clip-is-private': 'is-private',
} as const;
