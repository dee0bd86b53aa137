import { z } from '@hono/zod-openapi';
import { seenPicture } from '../../app/permissions.ts';
import { appealDecision } from '../../app/safety/appeals.ts';
import { fileReport } from '../../app/safety/reports.ts';
import { SAFETY_CODES } from '../../domain/safety/safety-codes.ts';
import { answer, type Endpoint, endpoint, openEndpoint } from './endpoint.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import { Id, IdParams, iso, Motion, PageQuery, pageArguments, pageOf, Time, toPage } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const LONGEST_TEXT_CHARACTERS = 1000;
const LONGEST_WORDS_CHARACTERS = 2000;

const AdviceWish = z
  .strictObject({
    motion: Motion.default('custom'),
    customText: z.string().max(LONGEST_TEXT_CHARACTERS).default(''),
    pictureId: Id.optional().describe('What it is for: who may see it, and whose picture it is, count'),
    engine: z.string().max(50).optional(),
  })
  .openapi('MotionAdviceWish');
const AdviceSchema = z
  .object({
    allowed: z.boolean(),
    code: z.string().describe('Coarse: OK, TEXT_SEXUAL …'),
    sentence: z.string(),
    nextStep: z.string(),
  })
  .openapi('MotionAdvice');

const RefusalSchema = z
  .object({
    id: Id,
    code: z.string(),
    sentence: z.string(),
    nextStep: z.string(),
    pictureId: Id.nullable(),
    clipId: Id.nullable(),
    at: Time,
    appeal: z.enum(['none', 'open', 'upheld', 'overturned']),
  })
  .openapi('SafetyRefusal');

const Words = z.string().trim().max(LONGEST_WORDS_CHARACTERS);
const AppealWish = z.strictObject({ words: Words.default('').describe('Why it should be allowed') });
const ReportWish = z
  .strictObject({
    kind: z.enum(['report', 'takedown']).describe('takedown: it shows me, or is mine; answered within 48 hours'),
    subject: z.strictObject({ kind: z.enum(['picture', 'clip', 'moment']), id: Id }),
    words: Words.min(1),
    contact: z.string().trim().max(300).default('').describe('How to reach me, where I have no account'),
  })
  .openapi('NewReport');
const ReportSchema = z
  .object({ id: Id, dueAt: Time.nullable().describe('By when a takedown notice is answered') })
  .openapi('Report');

const APPEAL_PROBLEMS = {
  'not-found': 'not-found',
  'too-late': 'appeal-too-late',
  'appealed-already': 'decided-already',
} as const;

/** What people see of the safety check: advice while they write, why something was refused, and how to object. */
export function safetyEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    endpoint({
      method: 'post',
      path: '/safety/motion-advice',
      tag: 'Safety',
      scope: 'read',
      rate: 'typing',
      summary: 'What the safety rules say of a motion, at once and for free',
      description: 'For advice while somebody writes. What an order is judged by may be stricter.',
      body: AdviceWish,
      answer: AdviceSchema,
      handle: async ({ person, body: { motion, customText, pictureId, engine } }) => {
        const { stores } = world;
        const picture =
          pictureId === undefined ? undefined : seenPicture(person, await stores.pictures.find(pictureId));
        const character = picture && (await stores.characters.find(picture.characterId));
        const advice = parts.safetyDesk.advise({
          ...{ motionId: motion, customText },
          surface: picture?.visibility ?? 'private',
          characterIsMinor: character?.declaredAge === 'minor',
          engineGenerative: parts.engines.get(engine ?? parts.standardEngine.engine)?.engine.generative ?? true,
          pictureRating: picture?.rating ?? 'general',
        });
        const { sentence, nextStep } = SAFETY_CODES[advice.code];
        return answer(AdviceSchema, { allowed: advice.action === 'allow', code: advice.code, sentence, nextStep });
      },
    }),
    endpoint({
      method: 'get',
      path: '/safety/decisions',
      tag: 'Safety',
      scope: 'read',
      summary: 'What was refused to me, newest first',
      query: PageQuery,
      answer: pageOf(RefusalSchema),
      handle: async ({ person, query }) => {
        const refusals = await world.stores.safety.listRefusals(person.id, pageArguments(query));
        const page = toPage(
          refusals,
          query.limit,
          async ({ id, code, pictureId, clipId, at }) => {
            const appeal = (await world.stores.safety.findAppeal(id))?.state ?? ('none' as const);
            const { sentence, nextStep } = SAFETY_CODES[code];
            const about = { pictureId: pictureId ?? null, clipId: clipId ?? null };
            return { id, code, sentence, nextStep, ...about, at: iso(at), appeal };
          },
          ({ id }) => id,
        );
        return answer(pageOf(RefusalSchema), { ...page, items: await Promise.all(page.items) });
      },
    }),
    endpoint({
      method: 'post',
      path: '/safety/decisions/{id}/appeal',
      tag: 'Safety',
      scope: 'write',
      once: true,
      summary: 'Ask a human to look at a refusal again: once for each, within 30 days',
      params: IdParams,
      body: AppealWish,
      handle: ({ person, params, body, key }) =>
        once(parts, { personId: person.id, route: `appeal of ${params.id}`, key, body }, async (stores) => {
          const outcome = await appealDecision(world, stores, person, params.id, body.words);
          return outcome.ok ? { status: 204, body: null } : problem(APPEAL_PROBLEMS[outcome.reason]);
        }),
    }),
    openEndpoint({
      method: 'post',
      path: '/reports',
      tag: 'Safety',
      rate: 'signIn',
      once: true,
      status: 201,
      summary: 'Report a picture, a clip or a moment, or ask for it to be taken down; also without an account',
      body: ReportWish,
      answer: ReportSchema,
      handle: async ({ principal, body, key }) => {
        const { kind, subject, words, contact } = body;
        if (principal === undefined && contact === '') return problem('contact-missing');
        const reporterId = principal?.person.id;
        const draft = { kind, reporterId, contact, words, subjectKind: subject.kind, subjectId: subject.id };
        return once(parts, { personId: reporterId, route: 'reports', key, body }, async (stores) => {
          const report = await fileReport(world, stores, draft);
          if (report === undefined) return problem('not-found');
          const dueAt = report.dueAt === undefined ? null : iso(report.dueAt);
          return { status: 201, body: { id: report.id, dueAt } };
        });
      },
    }),
  ];
}
