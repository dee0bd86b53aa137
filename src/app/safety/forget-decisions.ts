import { DECISIONS_KEPT_DAYS } from '../../domain/safety/record-rules.ts';
import type { World } from '../ports/world.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Forgets decisions of the safety check that are older than they may be kept; tells how many. */
export function forgetDecisions({ stores, now }: World): Promise<number> {
  return stores.safety.forgetDecisions(new Date(now().getTime() - DECISIONS_KEPT_DAYS * DAY_MILLISECONDS));
}
