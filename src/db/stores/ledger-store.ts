import type { Sql } from '../../app/ports/sql.ts';
import type { LedgerStore, StatementLine } from '../../app/ports/stores/ledger-store.ts';
import { credits } from '../../domain/credits/credits.ts';
import { heldOf, type LedgerEntryKind, walletOf } from '../../domain/credits/ledger.ts';
import type { ClipMotion } from '../../domain/motion/clip-motion.ts';

/** The ledger in SQL; the database itself holds that entries add up to zero and that no balance is negative. */
export function createLedgerStore(sql: Sql): LedgerStore {
  return {
    openWallet: async (personId) => {
      await sql.query(
        `insert into ledger_account (id, kind, person) values ($1, 'wallet', $3), ($2, 'held', $3) on conflict do nothing`,
        [walletOf(personId), heldOf(personId), personId],
      );
    },
    post: async ({ id, key, kind, personId, clipId, note, at, postings }) => {
      const posted = await sql.query(
        `insert into ledger_entry (id, idempotency_key, kind, person, clip, note, at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (idempotency_key) do nothing returning id`,
        [id, key, kind, personId, clipId ?? null, note ?? '', at],
      );
      if (posted.length === 0) return false;
      // accounts in one order for everybody, so that two entries never wait for each other
      const inOrder = [...postings].sort((one, other) => (one.account < other.account ? -1 : 1));
      await sql.query(
        `insert into ledger_posting (entry, account, amount) select $1, * from unnest($2::text[], $3::bigint[])`,
        [id, inOrder.map(({ account }) => account), inOrder.map(({ amountCredits }) => amountCredits)],
      );
      return true;
    },
    addGrant: async ({ id, personId, source, businessKey, amount, expiresAt }, at) => {
      const added = await sql.query(
        `insert into credit_grant (id, person, source, business_key, amount, remaining, expires_at, created_at)
         values ($1, $2, $3, $4, $5, $5, $6, $7) on conflict (business_key) do nothing returning id`,
        [id, personId, source, businessKey, amount, expiresAt ?? null, at],
      );
      return added.length > 0;
    },
    spendableGrants: async (personId, at) => {
      const rows = await sql.query<{ id: string; remaining: number; expires_at: Date | null }>(
        `select id, remaining, expires_at from credit_grant
         where person = $1 and remaining > 0 and (expires_at is null or expires_at > $2)
         order by expires_at nulls last, id for update`,
        [personId, at],
      );
      return rows.map(({ id, remaining, expires_at }) => {
        return { id, remainingCredits: remaining, expiresAt: expires_at ?? undefined };
      });
    },
    addHold: async ({ clipId, personId, amount }, parts, at) => {
      await sql.query('insert into credit_hold (clip, person, amount, created_at) values ($1, $2, $3, $4)', [
        clipId,
        personId,
        amount,
        at,
      ]);
      const values = [parts.map(({ grantId }) => grantId), parts.map((part) => part.amount)];
      await sql.query(
        `with taken as (
           update credit_grant g set remaining = remaining - part.amount
           from unnest($2::uuid[], $3::bigint[]) as part (credit_grant, amount) where g.id = part.credit_grant
           returning part.credit_grant, part.amount)
         insert into credit_hold_part (clip, credit_grant, amount) select $1, credit_grant, amount from taken`,
        [clipId, ...values],
      );
    },
    decideHold: async (clipId, decision, at) => {
      const [hold] = await sql.query<{ person: string; amount: number }>(
        `update credit_hold set state = $2, decided_at = $3 where clip = $1 and state = 'held' returning person, amount`,
        [clipId, decision, at],
      );
      return hold && { clipId, personId: hold.person, amount: credits(hold.amount) };
    },
    giveBack: async (clipId, at, graceUntil) => {
      await sql.query(
        `update credit_grant g set remaining = remaining + part.amount,
           expires_at = case when g.expires_at <= $2 then $3 else g.expires_at end
         from credit_hold_part part where part.clip = $1 and g.id = part.credit_grant`,
        [clipId, at, graceUntil],
      );
    },
    takeExpired: async (at, most) => {
      const rows = await sql.query<{ id: string; person: string; amount: number }>(
        `with gone as (
           select id, remaining from credit_grant where remaining > 0 and expires_at <= $1
           order by expires_at limit $2 for update skip locked)
         update credit_grant g set remaining = 0 from gone where g.id = gone.id
         returning g.id, g.person, gone.remaining as amount`,
        [at, most],
      );
      return rows.map(({ id, person, amount }) => ({ grantId: id, personId: person, amount: credits(amount) }));
    },
    claimBack: async (businessKey, share) => {
      const [grant] = await sql.query<{ person: string }>(
        `update credit_grant set claimed_back = greatest(claimed_back, least(amount, round(amount * $2::float8)::bigint))
         where business_key = $1 returning person`,
        [businessKey, share],
      );
      return grant?.person;
    },
    takeClaimed: async (most) => {
      const rows = await sql.query<{ id: string; person: string; amount: number; taken_back: number }>(
        `with claimed as (
           select id, least(remaining, claimed_back - taken_back) as amount from credit_grant
           where claimed_back > taken_back and remaining > 0 order by id limit $1 for update)
         update credit_grant g set remaining = remaining - claimed.amount, taken_back = taken_back + claimed.amount
         from claimed where g.id = claimed.id returning g.id, g.person, claimed.amount, g.taken_back`,
        [most],
      );
      return rows.map(({ id, person, amount, taken_back }) => {
        return { grantId: id, personId: person, amount: credits(amount), takenAltogether: taken_back };
      });
    },
    balance: (personId) => readBalance(sql, personId),
    nextExpiry: async (personId) => {
      const [row] = await sql.query<{ amount: number; expires_at: Date }>(
        `select sum(remaining)::bigint as amount, expires_at from credit_grant
         where person = $1 and remaining > 0 and expires_at is not null group by expires_at order by expires_at limit 1`,
        [personId],
      );
      return row && { amountCredits: row.amount, expiresAt: row.expires_at };
    },
    statement: (personId, page) => readStatement(sql, personId, page),
    differences: () => findDifferences(sql),
  };
}

async function readBalance(sql: Sql, personId: string) {
  const rows = await sql.query<{ kind: 'wallet' | 'held'; balance: number }>(
    'select kind, balance from ledger_account where id in ($1, $2)',
    [walletOf(personId), heldOf(personId)],
  );
  const of = (wanted: string): number => rows.find(({ kind }) => kind === wanted)?.balance ?? 0;
  return { walletCredits: of('wallet'), heldCredits: of('held') };
}

interface StatementRow {
  readonly id: string;
  readonly kind: LedgerEntryKind;
  readonly at: Date;
  readonly wallet: number;
  readonly held: number;
  readonly note: string;
  readonly clip: string | null;
  readonly motion: ClipMotion | null;
  readonly character_name: string | null;
}

async function readStatement(
  sql: Sql,
  personId: string,
  { beforeId, most }: { readonly beforeId?: string | undefined; readonly most: number },
): Promise<StatementLine[]> {
  const rows = await sql.query<StatementRow>(
    `select e.id, e.kind, e.at, e.note, e.clip, c.motion, ch.name as character_name,
       coalesce(w.amount, 0)::bigint as wallet, coalesce(h.amount, 0)::bigint as held
     from ledger_entry e
     left join ledger_posting w on w.entry = e.id and w.account = $2
     left join ledger_posting h on h.entry = e.id and h.account = $3
     left join clip c on c.id = e.clip
     left join character ch on ch.id = c.character
     where e.person = $1 and ($4::uuid is null or e.id < $4)
     order by e.id desc limit $5`,
    [personId, walletOf(personId), heldOf(personId), beforeId ?? null, most],
  );
  return rows.map(({ clip, motion, character_name, wallet, held, ...row }) => ({
    ...row,
    walletCredits: wallet,
    heldCredits: held,
    clip: clip === null || motion === null ? undefined : { id: clip, motion, characterName: character_name ?? '' },
  }));
}

/** Each check finds rows that must not exist and says what is wrong with them. */
const CHECKS: readonly string[] = [
  `select 'entry ' || entry || ' adds up to ' || sum(amount) as difference from ledger_posting group by entry having sum(amount) <> 0`,
  `select 'entry ' || e.id || ' has no postings' as difference from ledger_entry e
   where not exists (select from ledger_posting p where p.entry = e.id)`,
  `select a.id || ' says ' || a.balance || ', its postings say ' || coalesce(sum(p.amount), 0) as difference
   from ledger_account a left join ledger_posting p on p.account = a.id
   where a.kind in ('wallet', 'held') group by a.id, a.balance having a.balance <> coalesce(sum(p.amount), 0)`,
  `select a.id || ' says ' || a.balance || ', its grants have ' || coalesce(sum(g.remaining), 0) as difference
   from ledger_account a left join credit_grant g on g.person = a.person
   where a.kind = 'wallet' group by a.id, a.balance having a.balance <> coalesce(sum(g.remaining), 0)`,
  `select a.id || ' says ' || a.balance || ', its open holds have ' || coalesce(sum(h.amount), 0) as difference
   from ledger_account a left join credit_hold h on h.person = a.person and h.state = 'held'
   where a.kind = 'held' group by a.id, a.balance having a.balance <> coalesce(sum(h.amount), 0)`,
  `select 'the hold of clip ' || h.clip || ' is ' || h.amount || ', its parts ' || coalesce(sum(p.amount), 0) as difference
   from credit_hold h left join credit_hold_part p on p.clip = h.clip group by h.clip, h.amount
   having h.amount <> coalesce(sum(p.amount), 0)`,
  `select 'clip ' || c.id || ' is ' || c.state || ', but its hold is ' || h.state as difference
   from clip c join credit_hold h on h.clip = c.id
   where h.state <> case when c.state = 'ready' then 'captured'
     when c.state in ('failed', 'refused', 'cancelled') then 'released' else 'held' end
     -- a clip that came late, or that an operator let be made once more, is a gift: its credits went back before
     and not (h.state = 'released' and h.decided_at < coalesce(c.ended_at, 'infinity'))`,
  `select 'clip ' || c.id || ' costs ' || c.price_credits || ' and holds nothing' as difference
   from clip c where c.price_credits > 0 and not exists (select from credit_hold h where h.clip = c.id)`,
];

async function findDifferences(sql: Sql): Promise<string[]> {
  const found: string[] = [];
  for (const check of CHECKS) {
    found.push(...(await sql.query<{ difference: string }>(check)).map(({ difference }) => difference));
  }
  return found;
}
