import type { Sql } from '../../app/ports/sql.ts';
import type { PriceStore } from '../../app/ports/stores/price-store.ts';
import { credits } from '../../domain/credits/credits.ts';

interface PriceRow {
  readonly engine: string;
  readonly model: string;
  readonly length_seconds: number;
  readonly credits: number;
}

const asPrice = (row: PriceRow) => ({
  engine: row.engine,
  model: row.model,
  lengthSeconds: row.length_seconds,
  priceCredits: credits(row.credits),
});

/** Prices with their dates, and quotes. */
export function createPriceStore(sql: Sql): PriceStore {
  return {
    pricesAt: async (at) => {
      const rows = await sql.query<PriceRow>(
        `select distinct on (engine, model, length_seconds) engine, model, length_seconds, credits
         from price where effective_from <= $1 order by engine, model, length_seconds, effective_from desc`,
        [at],
      );
      return rows.map(asPrice);
    },
    priceAt: async (engine, model, lengthSeconds, at) => {
      const [row] = await sql.query<{ credits: number }>(
        `select credits from price
         where engine = $1 and model in ($2, '*') and length_seconds = $3 and effective_from <= $4
         order by model = '*', effective_from desc limit 1`,
        [engine, model, lengthSeconds, at],
      );
      return row && credits(row.credits);
    },
    setPrice: async ({ id, engine, model, lengthSeconds, priceCredits, effectiveFrom, setBy }) => {
      await sql.query(
        `insert into price (id, engine, model, length_seconds, credits, effective_from, set_by)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (engine, model, length_seconds, effective_from) do update set credits = excluded.credits, set_by = excluded.set_by`,
        [id, engine, model, lengthSeconds, priceCredits, effectiveFrom, setBy ?? null],
      );
    },
    addQuote: async ({ id, personId, engine, model, lengthSeconds, priceCredits, expiresAt }) => {
      await sql.query(
        `insert into quote (id, person, engine, model, length_seconds, credits, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, personId, engine, model, lengthSeconds, priceCredits, expiresAt],
      );
    },
    findQuote: async (id, personId, at) => {
      const [row] = await sql.query<PriceRow & { expires_at: Date }>(
        'select * from quote where id = $1 and person = $2 and expires_at > $3',
        [id, personId, at],
      );
      return row && { id, personId, expiresAt: row.expires_at, ...asPrice(row) };
    },
  };
}
