import { z } from '@hono/zod-openapi';
import type { Appeal, Report } from '../../app/ports/stores/safety-store.ts';
import { decideAppeal } from '../../app/safety/appeals.ts';
import { decideReport } from '../../app/safety/reports.ts';
import { answer, type Endpoint, endpoint, nothing } from './endpoint.ts';
import { noteAction } from './note-action.ts';
import { problem } from './problems.ts';
import { Id, IdParams, iso, Time } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const MOST_IN_QUEUE = 100;

const AppealSchema = z
  .object({
    decisionId: Id,
    personId: Id,
    words: z.string(),
    askedAt: Time,
    step: z.enum(['wish', 'frames', 'engine']),
    code: z.string(),
    motion: z.string(),
    customText: z.string().nullable().describe('null when there is none, or it cannot be opened any more'),
    pictureId: Id.nullable(),
    clipId: Id.nullable(),
    policyVersion: z.string(),
    evidence: z.record(z.string(), z.unknown()).describe('Checkers, scores, categories; never shown to people'),
  })
  .openapi('SafetyAppeal');
const OpenReportSchema = z
  .object({
    id: Id,
    kind: z.enum(['report', 'takedown']),
    subject: z.object({ kind: z.enum(['picture', 'clip', 'moment']), id: Id }),
    words: z.string(),
    contact: z.string(),
    reporterId: Id.nullable(),
    receivedAt: Time,
    dueAt: Time.nullable(),
    isOverdue: z.boolean(),
  })
  .openapi('OpenReport');
const QueueSchema = z
  .object({ appeals: z.array(AppealSchema), reports: z.array(OpenReportSchema) })
  .openapi('SafetyQueue');

const Note = z.string().trim().max(2000).default('');
const AppealRuling = z.strictObject({ overturn: z.boolean(), note: Note });
const ReportRuling = z.strictObject({ takeDown: z.boolean(), note: Note });

/** The safety desk of operators: what waits for a human, and their word on it. */
export function adminSafetyEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    endpoint({
      method: 'get',
      path: '/admin/safety/queue',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Appeals and reports that wait, the most urgent first',
      answer: QueueSchema,
      handle: async () => {
        const appeals = await world.stores.safety.listOpenAppeals(MOST_IN_QUEUE);
        const reports = await world.stores.safety.listOpenReports(MOST_IN_QUEUE);
        return answer(QueueSchema, {
          appeals: appeals.map((appeal) => appealView(parts, appeal)),
          reports: reports.map((report) => reportView(report, world.now())),
        });
      },
    }),
    endpoint({
      method: 'post',
      path: '/admin/safety/appeals/{id}',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Decide an appeal, by the id of its decision',
      description: 'Overturned, exactly this picture with this motion is allowed under this policy.',
      params: IdParams,
      body: AppealRuling,
      handle: async ({ person, principal, params, body: { overturn, note } }) => {
        const outcome = await world.transaction(async (stores) => {
          const ruling = { operatorId: person.id, isOverturned: overturn, note };
          const decided = await decideAppeal(world, stores, params.id, ruling);
          const done = { action: 'safety-appeal', subject: params.id, detail: { overturn, note } };
          if (decided.ok) await noteAction(world, stores, principal, done);
          return decided;
        });
        return outcome.ok ? nothing() : problem(outcome.reason);
      },
    }),
    endpoint({
      method: 'post',
      path: '/admin/safety/reports/{id}',
      tag: 'Admin',
      scope: 'admin',
      summary: 'Decide a report: take the file and all its copies down, or leave it',
      params: IdParams,
      body: ReportRuling,
      handle: async ({ person, principal, params, body: { takeDown, note } }) => {
        const outcome = await world.transaction(async (stores) => {
          const ruling = { operatorId: person.id, isTakenDown: takeDown, note };
          const decided = await decideReport(world, stores, params.id, ruling);
          const done = { action: 'safety-report', subject: params.id, detail: { takeDown, note } };
          if (decided.ok) await noteAction(world, stores, principal, done);
          return decided;
        });
        return outcome.ok ? nothing() : problem(outcome.reason);
      },
    }),
  ];
}

function appealView({ safetyDesk }: ServiceParts, { decision, personId, words, askedAt }: Appeal) {
  const { id, step, code, motion, sealedText, pictureId, clipId, policyVersion, evidence } = decision;
  const customText = sealedText === undefined ? null : (safetyDesk.openText(sealedText) ?? null);
  const about = { pictureId: pictureId ?? null, clipId: clipId ?? null, policyVersion, evidence: { ...evidence } };
  return { decisionId: id, personId, words, askedAt: iso(askedAt), step, code, motion, customText, ...about };
}

function reportView({ id, kind, subjectKind, subjectId, words, contact, ...report }: Report, now: Date) {
  return {
    ...{ id, kind, words, contact, subject: { kind: subjectKind, id: subjectId } },
    reporterId: report.reporterId ?? null,
    receivedAt: iso(report.receivedAt),
    dueAt: report.dueAt === undefined ? null : iso(report.dueAt),
    isOverdue: report.dueAt !== undefined && report.dueAt < now,
  };
}
