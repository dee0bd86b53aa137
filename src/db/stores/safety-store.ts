import type { Sql } from '../../app/ports/sql.ts';
import type { Appeal, DecisionRecord, Report, SafetyStore } from '../../app/ports/stores/safety-store.ts';

interface DecisionRow {
  readonly id: string;
  readonly person: string | null;
  readonly character_id: string | null;
  readonly picture: string | null;
  readonly clip: string | null;
  readonly step: DecisionRecord['step'];
  readonly action: DecisionRecord['action'];
  readonly code: DecisionRecord['code'];
  readonly strikes: number;
  readonly policy_version: string;
  readonly surface: DecisionRecord['surface'];
  readonly engine: string | null;
  readonly picture_sha256: string;
  readonly motion_sha256: string;
  readonly motion: DecisionRecord['motion'];
  readonly sealed_text: Uint8Array | null;
  readonly evidence: DecisionRecord['evidence'];
  readonly at: Date;
}

interface AppealRow extends DecisionRow {
  readonly appellant: string;
  readonly words: string;
  readonly asked_at: Date;
  readonly state: Appeal['state'];
}

interface ReportRow {
  readonly id: string;
  readonly kind: Report['kind'];
  readonly reporter: string | null;
  readonly contact: string;
  readonly subject_kind: Report['subjectKind'];
  readonly subject: string;
  readonly words: string;
  readonly received_at: Date;
  readonly due_at: Date | null;
  readonly state: Report['state'];
}

const APPEALS = `select d.*, a.person as appellant, a.words, a.asked_at, a.state
  from safety_appeal a join safety_decision d on d.id = a.decision`;

/** Decisions, appeals, reports and what was taken down, as rows. */
export function createSafetyStore(sql: Sql): SafetyStore {
  return { ...decisions(sql), ...appeals(sql), ...reports(sql) };
}

function decisions(
  sql: Sql,
): Pick<SafetyStore, 'addDecision' | 'findDecision' | 'listRefusals' | 'countStrikes' | 'forgetDecisions'> {
  return {
    addDecision: async (decision) => {
      await sql.query(
        `insert into safety_decision (id, person, character_id, picture, clip, step, action, code, strikes, policy_version,
           surface, engine, picture_sha256, motion_sha256, motion, sealed_text, evidence, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::jsonb, $18)`,
        [
          ...[decision.id, decision.personId ?? null, decision.characterId ?? null, decision.pictureId ?? null],
          ...[decision.clipId ?? null, decision.step, decision.action, decision.code, decision.strikes],
          ...[decision.policyVersion, decision.surface, decision.engine ?? null, decision.pictureSha256],
          ...[decision.motionSha256, decision.motion, decision.sealedText ?? null, JSON.stringify(decision.evidence)],
          decision.at,
        ],
      );
    },
    findDecision: async (id) => {
      const [row] = await sql.query<DecisionRow>('select * from safety_decision where id = $1', [id]);
      return row && asDecision(row);
    },
    listRefusals: async (personId, { beforeId, most }) =>
      (
        await sql.query<DecisionRow>(
          `select * from safety_decision where person = $1 and action = 'refuse' and ($2::uuid is null or id < $2)
           order by id desc limit $3`,
          [personId, beforeId ?? null, most],
        )
      ).map(asDecision),
    countStrikes: async (personId, since) => {
      const [row] = await sql.query<{ strikes: number }>(
        `select coalesce(sum(d.strikes), 0)::int as strikes from safety_decision d
         where d.person = $1 and d.action = 'refuse' and d.at > $2 and not exists
           (select from safety_appeal a where a.decision = d.id and a.state = 'overturned')`,
        [personId, since],
      );
      return row?.strikes ?? 0;
    },
    forgetDecisions: async (before) =>
      (await sql.query('delete from safety_decision where at < $1 returning id', [before])).length,
  };
}

function appeals(
  sql: Sql,
): Pick<SafetyStore, 'addAppeal' | 'findAppeal' | 'listOpenAppeals' | 'decideAppeal' | 'allow' | 'isAllowed'> {
  return {
    addAppeal: async ({ decisionId, personId, words, askedAt }) => {
      const added = await sql.query(
        `insert into safety_appeal (decision, person, words, asked_at) values ($1, $2, $3, $4)
         on conflict (decision) do nothing returning decision`,
        [decisionId, personId, words, askedAt],
      );
      return added.length > 0;
    },
    findAppeal: async (decisionId) => {
      const [row] = await sql.query<AppealRow>(`${APPEALS} where a.decision = $1`, [decisionId]);
      return row && asAppeal(row);
    },
    listOpenAppeals: async (most) =>
      (await sql.query<AppealRow>(`${APPEALS} where a.state = 'open' order by a.asked_at limit $1`, [most])).map(
        asAppeal,
      ),
    decideAppeal: async (decisionId, state, { byId, at, note }) => {
      const decided = await sql.query(
        `update safety_appeal set state = $2, decided_by = $3, decided_at = $4, note = $5
         where decision = $1 and state = 'open' returning decision`,
        [decisionId, state, byId, at, note],
      );
      return decided.length > 0;
    },
    allow: async ({ pictureSha256, motionSha256, step, policyVersion }, { byId, at }) => {
      await sql.query(
        `insert into safety_allowance (picture_sha256, motion_sha256, step, policy_version, allowed_by, at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [pictureSha256, motionSha256, step, policyVersion, byId, at],
      );
    },
    isAllowed: async ({ pictureSha256, motionSha256, step, policyVersion }) => {
      const found = await sql.query(
        `select from safety_allowance
         where picture_sha256 = $1 and motion_sha256 = $2 and step = $3 and policy_version = $4`,
        [pictureSha256, motionSha256, step, policyVersion],
      );
      return found.length > 0;
    },
  };
}

function reports(
  sql: Sql,
): Pick<SafetyStore, 'addReport' | 'findReport' | 'listOpenReports' | 'decideReport' | 'takeDown' | 'isTakenDown'> {
  return {
    addReport: async ({ id, kind, reporterId, contact, subjectKind, subjectId, words, receivedAt, dueAt }) => {
      await sql.query(
        `insert into safety_report (id, kind, reporter, contact, subject_kind, subject, words, received_at, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, kind, reporterId ?? null, contact, subjectKind, subjectId, words, receivedAt, dueAt ?? null],
      );
    },
    findReport: async (id) => {
      const [row] = await sql.query<ReportRow>('select * from safety_report where id = $1', [id]);
      return row && asReport(row);
    },
    listOpenReports: async (most) =>
      (
        await sql.query<ReportRow>(
          `select * from safety_report where state = 'open' order by due_at nulls last, id limit $1`,
          [most],
        )
      ).map(asReport),
    decideReport: async (id, state, { byId, at, note }) => {
      const decided = await sql.query(
        `update safety_report set state = $2, decided_by = $3, decided_at = $4, note = $5
         where id = $1 and state = 'open' returning id`,
        [id, state, byId, at, note],
      );
      return decided.length > 0;
    },
    takeDown: async (sha256, reportId, at) => {
      await sql.query('insert into taken_down_file (sha256, report, at) values ($1, $2, $3) on conflict do nothing', [
        sha256,
        reportId,
        at,
      ]);
      const clips = await sql.query<{ id: string }>(
        `update clip set deleted_at = coalesce(deleted_at, $2)
         where sha256 = $1 or picture in (select id from picture where sha256 = $1) returning id`,
        [sha256, at],
      );
      const pictures = await sql.query<{ id: string }>(
        'update picture set deleted_at = coalesce(deleted_at, $2) where sha256 = $1 returning id',
        [sha256, at],
      );
      await sql.query(
        `update gallery_item set deleted_at = coalesce(deleted_at, $3) where clip = any ($1::uuid[]) or picture = any ($2::uuid[])`,
        [clips.map(({ id }) => id), pictures.map(({ id }) => id), at],
      );
    },
    isTakenDown: async (sha256) =>
      (await sql.query('select from taken_down_file where sha256 = $1', [sha256])).length > 0,
  };
}

function asDecision(row: DecisionRow): DecisionRecord {
  const { id, step, action, code, strikes, surface, motion, evidence, at } = row;
  return {
    ...{ id, step, action, code, strikes, surface, motion, evidence, at },
    personId: row.person ?? undefined,
    characterId: row.character_id ?? undefined,
    pictureId: row.picture ?? undefined,
    clipId: row.clip ?? undefined,
    policyVersion: row.policy_version,
    engine: row.engine ?? undefined,
    pictureSha256: row.picture_sha256,
    motionSha256: row.motion_sha256,
    sealedText: row.sealed_text ?? undefined,
  };
}

function asAppeal(row: AppealRow): Appeal {
  const { appellant, words, state } = row;
  return { decision: asDecision(row), personId: appellant, words, askedAt: row.asked_at, state };
}

function asReport(row: ReportRow): Report {
  const { id, kind, contact, words, state } = row;
  return {
    ...{ id, kind, contact, words, state },
    reporterId: row.reporter ?? undefined,
    subjectKind: row.subject_kind,
    subjectId: row.subject,
    receivedAt: row.received_at,
    dueAt: row.due_at ?? undefined,
  };
}
