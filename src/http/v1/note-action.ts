import type { Principal } from '../../app/ports/identity.ts';
import type { AdminAction } from '../../app/ports/stores/admin-action-store.ts';
import type { Stores, World } from '../../app/ports/world.ts';

/** Notes who did what; belongs into the transaction that does it. */
export async function noteAction(
  { newId, now }: World,
  { adminActions }: Stores,
  { person, via }: Principal,
  done: Pick<AdminAction, 'action' | 'subject' | 'detail'>,
): Promise<void> {
  await adminActions.note({ id: newId(), actorId: person.id, via, at: now(), ...done });
}
