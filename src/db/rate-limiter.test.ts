import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWorld, type TestWorld } from '../../test/support/test-world.ts';
import { createRateLimiter } from './rate-limiter.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.close());

const RULE = { everySeconds: 10, burst: 5 };

describe('a limit of how often', () => {
  it('lets a burst pass, then one for each interval, and says how long to wait', async () => {
    const limiter = createRateLimiter(world.database, world.now);
    const take = () => limiter.take('burst', RULE);
    for (let use = 1; use <= RULE.burst; use++) expect(await take(), `use ${use}`).toBeUndefined();
    expect(await take()).toBeCloseTo(10, 3);
    world.advanceClock(4);
    expect(await take()).toBeCloseTo(6, 3);
    world.advanceClock(6);
    expect([await take(), await take()]).toEqual([undefined, expect.closeTo(10, 3)]);
    world.advanceClock(3600);
    for (let use = 1; use <= RULE.burst; use++) expect(await take(), `use ${use}`).toBeUndefined();
    expect(await take()).toBeDefined();
  });

  it('is counted for each key alone', async () => {
    const limiter = createRateLimiter(world.database, world.now);
    const once = { everySeconds: 60, burst: 1 };
    expect(await limiter.take('one', once)).toBeUndefined();
    expect(await limiter.take('other', once)).toBeUndefined();
    expect(await limiter.take('one', once)).toBeCloseTo(60, 3);
  });

  it('holds when everybody comes at once, whichever machine they come to', async () => {
    const machines = [1, 2, 3].map(() => createRateLimiter(world.database, world.now));
    const uses = Array.from({ length: 60 }, (_, use) => machines[use % 3]?.take('crowd', RULE));
    const waits = await Promise.all(uses);
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(RULE.burst);
    expect(waits.filter((wait) => wait !== undefined && wait > 0)).toHaveLength(55);
  });

  it('forgets who is free again, and nobody else', async () => {
    const limiter = createRateLimiter(world.database, world.now);
    await limiter.sweep();
    await limiter.take('old', { everySeconds: 5, burst: 1 });
    await limiter.take('new', { everySeconds: 60, burst: 1 });
    world.advanceClock(30);
    expect(await limiter.sweep()).toBe(1);
    expect(await limiter.take('new', { everySeconds: 60, burst: 1 })).toBeCloseTo(30, 3);
  });
});
