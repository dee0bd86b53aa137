import type { Sql } from '../../app/ports/sql.ts';
import type { Clip, ClipChange, ClipStore } from '../../app/ports/stores/clip-store.ts';
import type { ClipState } from '../../domain/clip/clip-life.ts';
import type { ClipEndReason } from '../../domain/clip/end-reason.ts';
import { CIRCUIT_OPENS_AT } from '../../domain/engine/circuit-breaker.ts';
import type { ClipMotion } from '../../domain/motion/clip-motion.ts';
import type { FinishId } from '../../domain/motion/finish.ts';
import type { Emotion } from '../../domain/motion/living-avatar.ts';
import type { MotionStrength } from '../../domain/motion/strength.ts';
import type { ClipFrame } from '../../domain/picture/clip-frame.ts';
import { assignments } from './assignments.ts';

const TAKEN_DOWN = `select from clip c join picture p on p.id = c.picture
  join taken_down_file t on t.sha256 in (c.sha256, p.sha256) where c.id = $1`;

/** Clips as rows. */
export function createClipStore(sql: Sql): ClipStore {
  return {
    add: async (clip, { now, deadlineAt, fairTurn }) => {
      await sql.query(
        `insert into clip (id, owner, idempotency_key, character, picture, visibility, motion, custom_text, length_seconds,
           strength, frame, engine, model, price_credits, priority, fair_turn, next_at, created_at, deadline_at, draft_of, emotion,
           voice, has_sound, finish)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18, $19, $20, $21, $22, $23)`,
        [
          ...[
            clip.id,
            clip.ownerId,
            clip.idempotencyKey,
            clip.characterId,
            clip.pictureId,
            clip.visibility,
            clip.motion,
          ],
          ...[
            clip.customText,
            clip.lengthSeconds,
            clip.strength,
            clip.frame,
            clip.engine,
            clip.model,
            clip.priceCredits,
            clip.priority,
          ],
          ...[fairTurn, now, deadlineAt, clip.draftOf ?? null, clip.emotion ?? null, clip.voiceId ?? null],
          ...[clip.hasSound ?? false, clip.finish ?? 'plain'],
        ],
      );
    },
    placeAlone: async (ownerId) => {
      await sql.query('select from person where id = $1 for no key update', [ownerId]);
    },
    find: async (id) =>
      one(await sql.query<ClipRow>('select * from clip where id = $1 and forgotten_at is null', [id])),
    findByKey: async (ownerId, key) =>
      one(await sql.query<ClipRow>('select * from clip where owner = $1 and idempotency_key = $2', [ownerId, key])),
    move: async (id, from, change) => {
      const { list, values } = assignments(columnsOf(change), 3);
      return one(
        await sql.query<ClipRow>(`update clip set ${list} where id = $1 and state = any($2::text[]) returning *`, [
          id,
          from,
          ...values,
        ]),
      );
    },
    askToCancel: async (id, at) => {
      await sql.query('update clip set cancel_asked_at = coalesce(cancel_asked_at, $2) where id = $1', [id, at]);
    },
    nextWaiting: async (engine, now) =>
      one(
        await sql.query<ClipRow>(
          `select * from clip where state = 'queued' and engine = $1 and next_at <= $2
           order by priority, fair_turn, id limit 1 for update skip locked`,
          [engine, now],
        ),
      ),
    countLiving: async (ownerId) =>
      count(
        await sql.query(
          `select count(*) from clip where owner = $1 and draft_of is null and state in ('queued', 'submitting', 'rendering', 'storing')`,
          [ownerId],
        ),
      ),
    deleteDraftOf: async (clipId, at) => {
      await sql.query('update clip set deleted_at = $2 where draft_of = $1 and deleted_at is null', [clipId, at]);
    },
    countAhead: async ({ id, engine, priority, fairTurn }) =>
      count(
        await sql.query(
          `select count(*) from clip where state = 'queued' and engine = $1 and (priority, fair_turn, id) < ($2, $3, $4)`,
          [engine, priority, fairTurn, id],
        ),
      ),
    history: (engine, model, lengthSeconds) => readHistory(sql, engine, model, lengthSeconds),
    findLate: async (now, most) =>
      (
        await sql.query<ClipRow>(
          `select * from clip where state in ('queued', 'submitting', 'rendering', 'storing') and deadline_at <= $1
           order by deadline_at limit $2`,
          [now, most],
        )
      ).map(asClip),
    findWaitingForAway: async (now, deadline, most) =>
      (
        await sql.query<ClipRow>(
          `select clip.* from clip join engine_account account on account.engine = clip.engine
           where state = 'queued' and deadline_at <= $2
             and account.troubles >= ${CIRCUIT_OPENS_AT} and account.paused_until > $1
           order by deadline_at limit $3`,
          [now, deadline, most],
        )
      ).map(asClip),
    enginesWaiting: async (now) =>
      (
        await sql.query<{ engine: string }>(
          `select distinct engine from clip where state = 'queued' and next_at <= $1`,
          [now],
        )
      ).map(({ engine }) => engine),
    setDeleted: async (id, at) => {
      // what was taken down does not come back, whoever asks
      if (at === null && (await sql.query(TAKEN_DOWN, [id])).length > 0) return false;
      const known = 'update clip set deleted_at = $2 where id = $1 and forgotten_at is null returning id';
      if ((await sql.query(known, [id, at])).length === 0) return false;
      await sql.query('update gallery_item set deleted_at = $2 where clip = $1', [id, at]);
      return true;
    },
    listOfOwner: async (ownerId, { beforeId, most }, pictureId) =>
      (
        await sql.query<ClipRow>(
          `select * from clip where owner = $1 and draft_of is null and deleted_at is null and ($2::uuid is null or id < $2)
           ${pictureId === undefined ? '' : 'and picture = $4'} order by id desc limit $3`,
          [ownerId, beforeId ?? null, most, ...(pictureId === undefined ? [] : [pictureId])],
        )
      ).map(asClip),
    findDraftOf: async (clipId) =>
      one(await sql.query<ClipRow>('select * from clip where draft_of = $1 and deleted_at is null', [clipId])),
    listTroubled: async ({ beforeId, most }, slowBefore) =>
      (
        await sql.query<ClipRow>(
          `select * from clip
          where (state in ('failed', 'refused') or (ended_at is null and created_at < $3)) and ($1::uuid is null or id < $1)
          order by id desc limit $2`,
          [beforeId ?? null, most, slowBefore],
        )
      ).map(asClip),
    countByState: async () => {
      const rows = await sql.query<{ state: ClipState; count: number }>(
        'select state, count(*) from clip group by state',
      );
      return Object.fromEntries(rows.map((row) => [row.state, row.count]));
    },
  };
}

interface ClipRow {
  readonly id: string;
  readonly owner: string;
  readonly idempotency_key: string;
  readonly character: string;
  readonly picture: string;
  readonly visibility: 'public' | 'private';
  readonly motion: ClipMotion;
  readonly custom_text: string;
  readonly emotion: Emotion | null;
  readonly voice: string | null;
  readonly has_sound: boolean;
  readonly length_seconds: number;
  readonly strength: MotionStrength;
  readonly frame: ClipFrame;
  readonly finish: FinishId;
  readonly engine: string;
  readonly model: string;
  readonly asked_engine: string | null;
  readonly price_credits: number;
  readonly state: ClipState;
  readonly attempt_count: number;
  readonly failed_attempts: number;
  readonly priority: number;
  readonly fair_turn: number;
  readonly progress_percent: number | null;
  readonly cancel_asked_at: Date | null;
  readonly end_reason: ClipEndReason | null;
  readonly created_at: Date;
  readonly deadline_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly clip_key: string | null;
  readonly poster_key: string | null;
  readonly width_pixels: number | null;
  readonly height_pixels: number | null;
  readonly size_bytes: number | null;
  readonly sha256: string | null;
  readonly deleted_at: Date | null;
  readonly draft_of: string | null;
}

const one = ([row]: ClipRow[]): Clip | undefined => row && asClip(row);
const count = ([row]: unknown[]): number => Number((row as { count: number }).count);

function asClip(row: ClipRow): Clip {
  return {
    id: row.id,
    ownerId: row.owner,
    idempotencyKey: row.idempotency_key,
    characterId: row.character,
    pictureId: row.picture,
    visibility: row.visibility,
    motion: row.motion,
    customText: row.custom_text,
    emotion: row.emotion ?? undefined,
    voiceId: row.voice ?? undefined,
    hasSound: row.has_sound,
    lengthSeconds: row.length_seconds,
    strength: row.strength,
    frame: row.frame,
    finish: row.finish,
    engine: row.engine,
    model: row.model,
    askedEngine: row.asked_engine ?? undefined,
    priceCredits: row.price_credits,
    priority: row.priority,
    state: row.state,
    attemptCount: row.attempt_count,
    failedAttempts: row.failed_attempts,
    fairTurn: row.fair_turn,
    progressPercent: row.progress_percent ?? undefined,
    cancelAskedAt: row.cancel_asked_at ?? undefined,
    endReason: row.end_reason ?? undefined,
    createdAt: row.created_at,
    deadlineAt: row.deadline_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    file: fileOf(row),
    draftOf: row.draft_of ?? undefined,
    deletedAt: row.deleted_at ?? undefined,
  };
}

function fileOf(row: ClipRow): Clip['file'] {
  if (row.clip_key === null) return undefined;
  return {
    clipKey: row.clip_key,
    posterKey: row.poster_key as string,
    widthPixels: row.width_pixels as number,
    heightPixels: row.height_pixels as number,
    sizeBytes: row.size_bytes as number,
    sha256: row.sha256 as string,
  };
}

function columnsOf({ file, ...change }: ClipChange): Record<string, unknown> {
  return {
    state: change.state,
    engine: change.engine,
    model: change.model,
    asked_engine: change.askedEngine,
    price_credits: change.priceCredits,
    fair_turn: change.fairTurn,
    next_at: change.nextAt,
    deadline_at: change.deadlineAt,
    started_at: change.startedAt,
    ended_at: change.endedAt,
    end_reason: change.endReason,
    attempt_count: change.attemptCount,
    failed_attempts: change.failedAttempts,
    progress_percent: change.progressPercent,
    clip_key: file?.clipKey,
    poster_key: file?.posterKey,
    width_pixels: file?.widthPixels,
    height_pixels: file?.heightPixels,
    size_bytes: file?.sizeBytes,
    sha256: file?.sha256,
  };
}

/** Finished clips that are looked at for an estimate: enough to be calm, few enough to notice a slow day. */
const HISTORY_CLIPS = 100;

async function readHistory(sql: Sql, engine: string, model: string, lengthSeconds: number) {
  const [row] = await sql.query<{ median: number | null; slow: number | null }>(
    `select percentile_cont(0.5) within group (order by seconds) as median,
       percentile_cont(0.9) within group (order by seconds) as slow
     from (select extract(epoch from ended_at - started_at)::float8 as seconds from clip
       where state = 'ready' and engine = $1 and model = $2 and length_seconds = $3 and started_at is not null
       order by ended_at desc limit ${HISTORY_CLIPS}) recent`,
    [engine, model, lengthSeconds],
  );
  if (row === undefined || row.median === null || row.slow === null) return undefined;
  return { medianSeconds: row.median, slowSeconds: row.slow };
}
