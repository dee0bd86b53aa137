import { APPEAL_WITHIN_DAYS } from '../../domain/safety/record-rules.ts';
import type { Person } from '../ports/stores/person-store.ts';
import type { Stores, World } from '../ports/world.ts';
import { tellPerson } from './tell-person.ts';

const DAY_MILLISECONDS = 86_400_000;

export type AppealOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'not-found' | 'too-late' | 'appealed-already' };

/** Asks a human to look at a refusal again: once for each, within 30 days. Belongs into a transaction. */
export async function appealDecision(
  { now }: Pick<World, 'now'>,
  stores: Stores,
  person: Person,
  decisionId: string,
  words: string,
): Promise<AppealOutcome> {
  const decision = await stores.safety.findDecision(decisionId);
  if (decision?.personId !== person.id || decision.action !== 'refuse') return { ok: false, reason: 'not-found' };
  const ageDays = (now().getTime() - decision.at.getTime()) / DAY_MILLISECONDS;
  if (ageDays > APPEAL_WITHIN_DAYS) return { ok: false, reason: 'too-late' };
  const isFirst = await stores.safety.addAppeal({ decisionId, personId: person.id, words, askedAt: now() });
  return isFirst ? { ok: true } : { ok: false, reason: 'appealed-already' };
}

export type Ruling = { readonly operatorId: string; readonly isOverturned: boolean; readonly note: string };
type RulingOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: 'not-found' | 'decided-already' };

/**
 * An operator's word on an appeal. Overturned, exactly this picture with this motion may be made under this policy, the strikes
 * are gone, and the person is told to try again. Belongs into a transaction.
 */
export async function decideAppeal(
  world: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  decisionId: string,
  { operatorId, isOverturned, note }: Ruling,
): Promise<RulingOutcome> {
  const appeal = await stores.safety.findAppeal(decisionId);
  if (appeal === undefined) return { ok: false, reason: 'not-found' };
  const at = world.now();
  const verdict = { byId: operatorId, at, note };
  const isDecided = await stores.safety.decideAppeal(decisionId, isOverturned ? 'overturned' : 'upheld', verdict);
  if (!isDecided) return { ok: false, reason: 'decided-already' };
  if (isOverturned) await stores.safety.allow(appeal.decision, { byId: operatorId, at });
  const sentence = isOverturned
    ? 'We looked at your clip again and you were right: this picture with this motion can be made now. Try it again.'
    : 'We looked at your clip again. This picture with this motion stays refused.';
  await tellPerson(world, stores, appeal.personId, sentence);
  return { ok: true };
}
