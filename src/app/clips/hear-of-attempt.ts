import type { ClipWorker } from './clip-worker.ts';
import { keepTicket } from './submit-attempt.ts';

const IN_DOUBT = new Set(['sending', 'unknown']);

/**
 * A vendor knocked: somebody looks after the attempt now. What the vendor says is not believed, with one exception: a message it
 * signed names the order, and an order whose answer was lost is found again by that. Knocking twice, late or falsely changes nothing.
 */
export async function hearOfAttempt(
  { world, engines }: Pick<ClipWorker, 'world' | 'engines'>,
  attemptId: string,
  signedMessage: string | undefined,
): Promise<void> {
  const attempt = await world.stores.attempts.find(attemptId);
  const house = attempt && engines.get(attempt.engine);
  if (attempt !== undefined && house !== undefined && signedMessage !== undefined && IN_DOUBT.has(attempt.state)) {
    const ticket = house.engine.ticketIn?.(signedMessage, attempt.model);
    if (ticket !== undefined) await keepTicket({ world }, attempt, house.policy, ticket);
  }
  await world.stores.jobs.send('advance', { attemptId });
}
