import { TAKEDOWN_WITHIN_HOURS } from '../../domain/safety/record-rules.ts';
import type { Report } from '../ports/stores/safety-store.ts';
import type { Stores, World } from '../ports/world.ts';
import { tellPerson } from './tell-person.ts';

const HOUR_MILLISECONDS = 3_600_000;

export type ReportDraft = Pick<Report, 'kind' | 'reporterId' | 'contact' | 'subjectKind' | 'subjectId' | 'words'>;

/** Takes a report or a takedown notice of a picture, a clip or a moment; `undefined` when there is no such thing. Belongs into a transaction. */
export async function fileReport(
  { now, newId }: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  draft: ReportDraft,
): Promise<Report | undefined> {
  if ((await subjectOf(stores, draft)) === undefined) return undefined;
  const receivedAt = now();
  const dueAt =
    draft.kind === 'takedown' ? new Date(receivedAt.getTime() + TAKEDOWN_WITHIN_HOURS * HOUR_MILLISECONDS) : undefined;
  const report = { ...draft, id: newId(), receivedAt, dueAt };
  await stores.safety.addReport(report);
  return { ...report, state: 'open' };
}

type ReportRuling = { readonly operatorId: string; readonly isTakenDown: boolean; readonly note: string };
type RulingOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: 'not-found' | 'decided-already' };

/**
 * An operator's word on a report. Taken down, a file and every identical copy of it are out of reach, now and later, a moment
 * is deleted, and who showed it is told. Belongs into a transaction.
 */
export async function decideReport(
  world: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  reportId: string,
  { operatorId, isTakenDown, note }: ReportRuling,
): Promise<RulingOutcome> {
  const report = await stores.safety.findReport(reportId);
  if (report === undefined) return { ok: false, reason: 'not-found' };
  const at = world.now();
  const verdict = { byId: operatorId, at, note };
  const isDecided = await stores.safety.decideReport(reportId, isTakenDown ? 'taken-down' : 'rejected', verdict);
  if (!isDecided) return { ok: false, reason: 'decided-already' };
  if (isTakenDown) {
    const subject = await subjectOf(stores, report);
    if (subject?.sha256 !== undefined) await stores.safety.takeDown(subject.sha256, reportId, at);
    if (report.subjectKind === 'moment') await stores.moments.setDeleted(report.subjectId, at);
    if (subject !== undefined) {
      await tellPerson(
        world,
        stores,
        subject.ownerId,
        `A ${report.subjectKind} of yours was taken down after a notice.`,
      );
    }
  }
  if (report.reporterId !== undefined) {
    const outcome = isTakenDown ? 'it was taken down' : 'it stays, as it breaks no rule we found';
    await tellPerson(world, stores, report.reporterId, `We looked at what you reported: ${outcome}.`);
  }
  return { ok: true };
}

async function subjectOf(
  stores: Stores,
  { subjectKind, subjectId }: Pick<Report, 'subjectKind' | 'subjectId'>,
): Promise<{ readonly ownerId: string; readonly sha256: string | undefined } | undefined> {
  if (subjectKind === 'picture') return stores.pictures.find(subjectId);
  if (subjectKind === 'moment') {
    const moment = await stores.moments.find(subjectId);
    return moment && { ownerId: moment.authorId, sha256: undefined };
  }
  const clip = await stores.clips.find(subjectId);
  return clip && { ownerId: clip.ownerId, sha256: clip.file?.sha256 };
}
