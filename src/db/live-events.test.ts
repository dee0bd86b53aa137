import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWorld, type TestWorld } from '../../test/support/test-world.ts';
import type { LiveEventKind } from '../app/ports/stores/live-event-store.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import { type LiveEventHub, openLiveEvents } from './live-events.ts';

describe('live events', () => {
  let world: TestWorld;
  let hub: LiveEventHub;
  beforeAll(async () => {
    world = await openTestWorld();
    const { database } = world;
    const onBroken = (error: unknown): never => {
      throw error;
    };
    hub = await openLiveEvents({ database, events: world.stores.events, onBroken });
  });
  afterAll(async () => {
    await hub.close();
    await world.close();
  });
  const tell = (person: Person, kind: LiveEventKind): Promise<void> =>
    world.transaction((stores) => stores.events.tell(person.id, kind, {}, world.now()));

  /** Follows, and gives a way to wait until so many events were heard. */
  function follow(person: Person, after: number) {
    const heard: string[] = [];
    let check = (): void => undefined;
    const stop = hub.follow(person.id, after, (events) => {
      heard.push(...events.map(({ number, kind }) => `${number} ${kind}`));
      check();
    });
    const until = (count: number): Promise<string[]> =>
      new Promise((resolve) => {
        check = () => heard.length >= count && resolve(heard);
        check();
      });
    return { until, heard, stop };
  }

  it('reach every open window of their person, numbered in order, and nobody else', async () => {
    const [robin, kim] = [await world.addPerson(), await world.addPerson()];
    const after = await world.stores.events.lastNumber(robin.id);
    const windows = [follow(robin, after), follow(robin, after)];
    const other = follow(kim, await world.stores.events.lastNumber(kim.id));
    await tell(robin, 'clip');
    await tell(robin, 'wallet');
    for (const window of windows) expect(await window.until(2)).toEqual([`${after + 1} clip`, `${after + 2} wallet`]);
    expect(other.heard).toEqual([]);
    for (const { stop } of [...windows, other]) stop();
  });

  it('go on where a window was when it was closed: nothing is missed, nothing comes twice', async () => {
    const robin = await world.addPerson();
    const after = await world.stores.events.lastNumber(robin.id);
    const before = follow(robin, after);
    await tell(robin, 'clip');
    await before.until(1);
    before.stop();
    await tell(robin, 'wallet');
    const again = follow(robin, after + 1);
    await tell(robin, 'message');
    expect(await again.until(2)).toEqual([`${after + 2} wallet`, `${after + 3} message`]);
    expect(before.heard).toHaveLength(1);
    again.stop();
  });
});
