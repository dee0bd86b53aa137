import { z } from '@hono/zod-openapi';
import type { StatementLine } from '../../app/ports/stores/ledger-store.ts';
import { titleOfMotion } from '../../domain/motion/clip-motion.ts';
import { answer, type Endpoint, endpoint } from './endpoint.ts';
import { Credits, Id, iso, PageQuery, pageArguments, pageOf, Time, toPage } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const WalletSchema = z
  .object({
    credits: Credits.describe('What can be spent'),
    heldCredits: Credits.describe('Reserved for clips that are being made'),
    nextExpiry: z.object({ credits: Credits, at: Time }).nullable(),
  })
  .openapi('Wallet');

const EntrySchema = z
  .object({
    id: Id,
    at: Time,
    kind: z.enum(['grant', 'hold', 'capture', 'release', 'expire', 'revoke']),
    sentence: z.string().describe('What happened, for a person to read'),
    walletCredits: z.number().int().describe('What the wallet gained or gave'),
    heldCredits: z.number().int(),
    clip: z.object({ id: Id, motion: z.string(), characterName: z.string() }).nullable(),
  })
  .openapi('WalletEntry');

/** What one has, and every movement of it. */
export function walletEndpoints({ world }: ServiceParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/wallet',
      tag: 'Wallet',
      scope: 'read',
      summary: 'What I have',
      answer: WalletSchema,
      handle: async ({ person }) => {
        const { walletCredits, heldCredits } = await world.stores.ledger.balance(person.id);
        const next = await world.stores.ledger.nextExpiry(person.id);
        const nextExpiry = next === undefined ? null : { credits: next.amountCredits, at: iso(next.expiresAt) };
        return answer(WalletSchema, { credits: walletCredits, heldCredits, nextExpiry });
      },
    }),
    endpoint({
      method: 'get',
      path: '/wallet/entries',
      tag: 'Wallet',
      scope: 'read',
      summary: 'My statement: every movement, with the clip it paid for, newest first',
      query: PageQuery,
      answer: pageOf(EntrySchema),
      handle: async ({ person, query }) => {
        const lines = await world.stores.ledger.statement(person.id, pageArguments(query));
        return answer(
          pageOf(EntrySchema),
          toPage(lines, query.limit, entryView, ({ id }) => id),
        );
      },
    }),
  ];
}

function entryView(line: StatementLine): z.infer<typeof EntrySchema> {
  const { id, kind, at, walletCredits, heldCredits, clip } = line;
  return { id, kind, at: iso(at), walletCredits, heldCredits, clip: clip ?? null, sentence: sentenceOf(line) };
}

const SENTENCES: Readonly<Record<StatementLine['kind'], (what: string) => string>> = {
  grant: (note) => note,
  hold: (clip) => `Reserved for ${clip}`,
  capture: (clip) => `Paid for ${clip}`,
  release: (clip) => `Returned: ${clip} was not made`,
  expire: () => 'Expired',
  revoke: (note) => note,
};

function sentenceOf({ kind, clip, note }: StatementLine): string {
  return SENTENCES[kind](clip === undefined ? note : `“${titleOfMotion(clip.motion)}” of ${clip.characterName}`);
}
