import type { Stores, World } from '../ports/world.ts';

/** A word of the safety desk to a person. */
export async function tellPerson(
  { now, newId }: Pick<World, 'now' | 'newId'>,
  stores: Stores,
  personId: string,
  sentence: string,
): Promise<void> {
  const notification = { id: newId(), personId, kind: 'safety-answer', clipId: undefined, sentence } as const;
  await stores.notifications.add({ ...notification, createdAt: now() });
}
