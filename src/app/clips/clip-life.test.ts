import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FILE, FINISHED, type Script, type ScriptedEngine, scriptedEngine } from '../../../test/support/scripted-engine.ts';
import { houseOf, openTestWorld, type TestWorld, workerOf } from '../../../test/support/test-world.ts';
import { ownedClip } from '../permissions.ts';
import type { EnginePolicy } from '../ports/engine-house.ts';
import type { Clip } from '../ports/stores/clip-store.ts';
import type { Person } from '../ports/stores/person-store.ts';
import type { EngineCheck } from '../ports/video-engine.ts';
import { advanceAttempt } from './advance-attempt.ts';
import { cancelClip } from './cancel-clip.ts';
import type { ClipWorker } from './clip-worker.ts';
import { dispatchClips } from './dispatch-clips.ts';
import { type ClipWish, requestClip } from './request-clip.ts';
import { sweepClips } from './sweep-clips.ts';

let world: TestWorld;
let person: Person;
let wish: ClipWish;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  person = await world.addPerson();
  const picture = await world.addPicture(await world.addCharacter(person));
  wish = {
    ...{ pictureId: picture.id, motion: 'breathing', customText: '', lengthSeconds: 5, strength: 'normal' },
    ...{ engine: 'test', model: 'one', idempotencyKey: crypto.randomUUID() },
  };
  world.sent.length = 0;
});

const PRICE = 120_000;
const allow = { judge: async () => ({ allowed: true }) as const };

interface Stage {
  readonly engine: ScriptedEngine;
  readonly worker: ClipWorker;
  readonly broken: unknown[];
  readonly ports: Parameters<typeof requestClip>[0];
}

async function stage(script: Script = {}, policy: Partial<EnginePolicy> = {}): Promise<Stage> {
  const engine = scriptedEngine(script);
  const engines = await houseOf(world, engine, policy);
  const broken: unknown[] = [];
  return { engine, worker: workerOf(world, engines, broken), broken, ports: { world, engines, safety: allow } };
}

async function order({ ports, engine }: Stage, by = person, what = wish): Promise<Clip> {
  const outcome = await requestClip(ports, by, { ...what, engine: engine.id, idempotencyKey: crypto.randomUUID() });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.clip;
}

/** Does the jobs that are due, as the queue would, until none is left. */
async function work({ worker }: Stage): Promise<void> {
  for (let index = world.sent.findIndex(isDue); index >= 0; index = world.sent.findIndex(isDue)) {
    const [job] = world.sent.splice(index, 1);
    if (job?.name === 'dispatch') await dispatchClips(worker, job.payload.engine);
    if (job?.name === 'advance') await advanceAttempt(worker, job.payload.attemptId);
  }
}
const isDue = ({ dueAt }: { dueAt: Date }): boolean => dueAt <= world.now();

async function workLater(stage: Stage, seconds: number): Promise<void> {
  world.advanceClock(seconds);
  await sweepClips(world);
  await work(stage);
}

const stateOf = async ({ id }: Clip) => {
  const clip = await world.stores.clips.find(id);
  return clip?.endReason === undefined ? clip?.state : `${clip.state}: ${clip.endReason}`;
};
const wallet = async () => world.stores.ledger.balance(person.id);
const notices = async () => (await world.stores.notifications.list(person.id, { most: 10 })).map(({ kind }) => kind);
const busy = ({ engine }: Stage) => world.stores.engines.busySlots(engine.id);

describe('a clip', () => {
  it('is ordered, made, kept, paid and told, once', async () => {
    const on = await stage();
    const clip = await order(on);
    expect(await wallet()).toEqual({ walletCredits: 1_000_000 - PRICE, heldCredits: PRICE });
    await work(on);
    expect(await stateOf(clip)).toBe('rendering');
    await workLater(on, 5);
    expect(await stateOf(clip)).toBe('ready');
    expect(await wallet()).toEqual({ walletCredits: 1_000_000 - PRICE, heldCredits: 0 });
    expect(await notices()).toEqual(['clip-ready']);
    const [item] = await world.stores.gallery.list({ characterId: clip.characterId, viewerId: undefined, show: 'clips', most: 5 });
    expect(item?.clipId).toBe(clip.id);
    expect(await busy(on)).toBe(0);
    expect(on.engine.orders).toHaveLength(1);
  });

  it('goes at once as far as it can with an engine that is asked at once', async () => {
    const on = await stage({}, { pollSeconds: 0 });
    const clip = await order(on);
    await work(on);
    expect(await stateOf(clip)).toBe('ready');
  });

  it('is the same clip when the same wish is sent again, and a conflict when another is sent with its key', async () => {
    const { ports, engine } = await stage();
    const same = { ...wish, engine: engine.id };
    const first = await requestClip(ports, person, same);
    const again = await requestClip(ports, person, same);
    expect(again).toMatchObject({ ok: true, isNew: false, clip: { id: first.ok && first.clip.id } });
    expect(await requestClip(ports, person, { ...same, lengthSeconds: 4 })).toMatchObject({ reason: 'key-used-for-another-clip' });
    expect((await wallet()).heldCredits).toBe(PRICE);
  });

  it('waits its fair turn: a person with one clip does not wait behind a person with many', async () => {
    const on = await stage({ checks: [{ kind: 'working' }] }, { slots: 1 });
    const other = await world.addPerson();
    const many = [await order(on), await order(on), await order(on)];
    const one = await order(on, other);
    await work(on);
    expect(await Promise.all(many.map(stateOf))).toEqual(['rendering', 'queued', 'queued']);
    expect(await world.stores.clips.countAhead(one)).toBe(0);
  });

  it('never has more orders at an engine than slots', async () => {
    const on = await stage({ checks: [{ kind: 'working' }] }, { slots: 2 });
    for (let clip = 0; clip < 3; clip++) await order(on);
    await work(on);
    expect(await busy(on)).toBe(2);
    expect(on.engine.orders).toHaveLength(2);
  });

  it('is sent no faster than the engine allows', async () => {
    const on = await stage({}, { slots: 10, everySeconds: 60, burst: 2 });
    const clips = [await order(on), await order(on), await order(on)];
    await work(on);
    expect(on.engine.orders).toHaveLength(2);
    await workLater(on, 61);
    expect(on.engine.orders).toHaveLength(3);
    await workLater(on, 10);
    expect(await Promise.all(clips.map(stateOf))).toEqual(['ready', 'ready', 'ready']);
  });
});

describe('a finished clip that cannot be fetched', () => {
  it('is fetched where the engine says that it is by then', async () => {
    const at = (url: string): EngineCheck => ({ kind: 'finished', result: { kind: 'address', url, allowedHosts: [] } });
    const on = await stage({ checks: [at('https://old.example/'), at('https://new.example/')] });
    const asked: string[] = [];
    const keep: ClipWorker['results']['keep'] = async (_, result) => {
      if (result.kind !== 'address') throw new Error(result.kind);
      asked.push(result.url);
      if (result.url.includes('old')) throw new Error('it is not there');
      return { ok: true, file: FILE };
    };
    const fetching = { ...on, worker: { ...on.worker, results: { keep } } };
    const clip = await order(fetching);
    await work(fetching);
    await workLater(fetching, 6);
    expect(await stateOf(clip)).toBe('storing');
    await workLater(fetching, 6);
    expect(await stateOf(clip)).toBe('ready');
    expect(asked).toEqual(['https://old.example/', 'https://new.example/']);
    expect(on.broken.map(String)).toEqual(['Error: it is not there']);
  });
});

describe('a clip that cannot be made', () => {
  it.each([
    ['moderation-text', 'refused: text-refused'],
    ['moderation-image', 'refused: picture-refused'],
    ['moderation-face', 'refused: face-refused'],
    ['operator', 'failed: engine-unavailable'],
    ['configuration', 'failed: engine-unavailable'],
  ] as const)('ends at once when the engine says %s, and leaves the wallet as it was', async (kind, end) => {
    const on = await stage({ starts: [{ kind: 'refused', trouble: { kind } }] });
    const clip = await order(on);
    await work(on);
    expect(await stateOf(clip)).toBe(end);
    expect(await wallet()).toEqual({ walletCredits: 1_000_000, heldCredits: 0 });
    expect(await notices()).toHaveLength(1);
    expect(await busy(on)).toBe(0);
  });

  it('is tried three times when the engine breaks, with growing pauses, then ends', async () => {
    const on = await stage({ checks: [{ kind: 'failed', trouble: { kind: 'broken' } }] });
    const clip = await order(on);
    await work(on);
    await workLater(on, 5);
    expect(await stateOf(clip)).toBe('queued');
    await workLater(on, 9);
    expect(on.engine.orders).toHaveLength(1);
    await workLater(on, 1);
    await workLater(on, 5);
    await workLater(on, 40);
    expect(on.engine.orders).toHaveLength(3);
    await workLater(on, 5);
    expect(await stateOf(clip)).toBe('failed: engine-broken');
    expect(new Set(on.engine.orders.map(({ seed }) => seed)).size).toBe(3);
    expect(await wallet()).toEqual({ walletCredits: 1_000_000, heldCredits: 0 });
  });

  it('gives a preset one more try when its result was refused, a custom text none', async () => {
    const on = await stage({ checks: [{ kind: 'failed', trouble: { kind: 'moderation-output' } }] });
    const preset = await order(on);
    const custom = await order(on, person, { ...wish, motion: 'custom', customText: 'nods' });
    await work(on);
    await workLater(on, 5);
    expect([await stateOf(preset), await stateOf(custom)]).toEqual(['queued', 'refused: result-refused']);
    await workLater(on, 10);
    await workLater(on, 5);
    expect(await stateOf(preset)).toBe('refused: result-refused');
  });

  it('waits when the engine is too busy, and counts that as no attempt', async () => {
    const busyAnswer = { kind: 'retry-later', afterSeconds: 20, trouble: { kind: 'overloaded' } } as const;
    const on = await stage({ starts: [busyAnswer, busyAnswer, busyAnswer, busyAnswer, { kind: 'started', ticket: {} }] });
    const clip = await order(on);
    await work(on);
    for (let round = 0; round < 4; round++) await workLater(on, 21);
    expect(await stateOf(clip)).toBe('rendering');
    await workLater(on, 5);
    expect(await stateOf(clip)).toBe('ready');
  });

  it('is given up when nobody can begin it for too long', async () => {
    const on = await stage({ starts: [{ kind: 'retry-later', afterSeconds: 13 * 3600, trouble: { kind: 'overloaded' } }] });
    const clip = await order(on);
    await work(on);
    await workLater(on, 12 * 3600 + 1);
    expect(await stateOf(clip)).toBe('failed: waited-too-long');
    expect((await wallet()).heldCredits).toBe(0);
  });
});

describe('an order in doubt', () => {
  const lostAnswer = new Error('socket hang up');

  it('is found again and goes on, and the engine is not called twice', async () => {
    const on = await stage({ starts: [lostAnswer], reconciliations: [{ kind: 'found', ticket: { task: 'x' } }] });
    const clip = await order(on);
    await work(on);
    expect(await stateOf(clip)).toBe('submitting');
    expect(on.broken).toEqual([lostAnswer]);
    await workLater(on, 80);
    expect(await stateOf(clip)).toBe('submitting');
    await workLater(on, 11);
    await workLater(on, 31);
    expect(await stateOf(clip)).toBe('ready');
    expect(on.engine.orders).toHaveLength(1);
  });

  it('is sent anew when it surely never arrived', async () => {
    const on = await stage({ starts: [lostAnswer, { kind: 'started', ticket: {} }], reconciliations: [{ kind: 'absent' }] });
    const clip = await order(on);
    await work(on);
    await workLater(on, 91);
    await workLater(on, 31);
    await workLater(on, 31);
    expect(on.engine.orders).toHaveLength(2);
    expect(await stateOf(clip)).toBe('ready');
  });

  it('ends with the credits back when nobody can tell, keeps its slot, and is a gift should it turn up', async () => {
    const on = await stage(
      { starts: [lostAnswer], reconciliations: [{ kind: 'unknown' }, { kind: 'found', ticket: {} }] },
      { watchSeconds: 7200 },
    );
    const clip = await order(on);
    await work(on);
    await workLater(on, 91);
    expect(await stateOf(clip)).toBe('failed: outcome-unknown');
    expect(await wallet()).toEqual({ walletCredits: 1_000_000, heldCredits: 0 });
    expect(await busy(on)).toBe(1);
    await workLater(on, 7200);
    await workLater(on, 60);
    await workLater(on, 60);
    expect(await stateOf(clip)).toBe('ready');
    expect(await wallet()).toEqual({ walletCredits: 1_000_000, heldCredits: 0 });
    expect(await notices()).toEqual(['clip-late', 'clip-failed']);
    expect(await busy(on)).toBe(0);
  });
});

describe('a clip that is cancelled', () => {
  const cancel = async (clip: Clip) => {
    const owned = ownedClip(person, await world.stores.clips.find(clip.id));
    return owned && cancelClip(world, owned);
  };

  it('ends at once and free while it waits', async () => {
    const on = await stage();
    const clip = await order(on);
    expect(await cancel(clip)).toBe('cancelled');
    expect(await cancel(clip)).toBe('cancelled');
    await work(on);
    expect(on.engine.orders).toEqual([]);
    expect(await wallet()).toEqual({ walletCredits: 1_000_000, heldCredits: 0 });
    expect(await notices()).toEqual([]);
  });

  it('ends free when the engine can stop', async () => {
    const on = await stage({ cancel: 'cancelled' });
    const clip = await order(on);
    await work(on);
    expect(await cancel(clip)).toBe('asked');
    await work(on);
    expect(await stateOf(clip)).toBe('cancelled: cancelled-by-owner');
    expect(await wallet()).toEqual({ walletCredits: 1_000_000, heldCredits: 0 });
    expect(await busy(on)).toBe(0);
  });

  it('arrives and is paid when the engine cannot stop', async () => {
    const on = await stage({ cancel: 'too-late', checks: [{ kind: 'working' }, FINISHED] });
    const clip = await order(on);
    await work(on);
    await cancel(clip);
    await work(on);
    await workLater(on, 6);
    await workLater(on, 6);
    expect(await stateOf(clip)).toBe('ready');
    expect(on.engine.cancelled).toHaveLength(1);
    expect(await wallet()).toEqual({ walletCredits: 1_000_000 - PRICE, heldCredits: 0 });
    expect(await cancel(clip)).toBe('too-late');
  });
});

describe('an engine that takes too long', () => {
  it('is stopped if it can be; the credits are back', async () => {
    const on = await stage({ checks: [{ kind: 'working', progressPercent: 12.7 }], cancel: 'cancelled' });
    const clip = await order(on);
    await work(on);
    await workLater(on, 5);
    expect((await world.stores.clips.find(clip.id))?.progressPercent).toBe(12);
    await workLater(on, 30 * 60);
    expect(await stateOf(clip)).toBe('failed: timed-out');
    expect(await wallet()).toEqual({ walletCredits: 1_000_000, heldCredits: 0 });
    expect(await busy(on)).toBe(0);
  });

  it('still delivers: the clip is a gift', async () => {
    const asked = { kind: 'working' } as const;
    const on = await stage({ checks: [asked, asked, asked, asked, FINISHED] });
    const clip = await order(on);
    await work(on);
    await workLater(on, 5);
    await workLater(on, 30 * 60);
    expect(await stateOf(clip)).toBe('failed: timed-out');
    for (let minute = 0; minute < 3; minute++) await workLater(on, 60);
    expect(await stateOf(clip)).toBe('ready');
    expect(await wallet()).toEqual({ walletCredits: 1_000_000, heldCredits: 0 });
  });
});

describe('a wish that is refused', () => {
  const refusalOf = async (change: Partial<ClipWish>, by = person) => {
    const { ports, engine } = await stage();
    return requestClip(ports, by, { ...wish, engine: engine.id, ...change });
  };

  it('tells a poor person how many credits are missing and queues nothing', async () => {
    const poor = await world.addPerson({ creditsGiven: 107_500 });
    expect(await refusalOf({}, poor)).toMatchObject({ reason: 'not-enough-credits', missing: 12_500, price: PRICE });
    expect(await world.stores.clips.countLiving(poor.id)).toBe(0);
    expect(await world.stores.ledger.balance(poor.id)).toEqual({ walletCredits: 107_500, heldCredits: 0 });
  });

  it('tells a person without a plan that it needs one', async () => {
    const free = await world.addPerson({ plan: 'free' });
    expect(await refusalOf({}, free)).toMatchObject({ reason: 'needs-plan' });
  });

  it('does not animate uploads, nor pictures that are not to be seen', async () => {
    const character = await world.addCharacter(person);
    const upload = await world.addPicture(character, { origin: 'uploaded' });
    expect(await refusalOf({ pictureId: upload.id })).toMatchObject({ reason: 'picture-not-animatable' });
    const stranger = await world.addPerson();
    const hidden = await world.addPicture(character, { visibility: 'private' });
    expect(await refusalOf({ pictureId: hidden.id }, stranger)).toMatchObject({ reason: 'picture-not-found' });
  });

  it('waits for the toggle in labs, and offers shorter clips there', async () => {
    await world.stores.settings.setStage('labs', undefined);
    expect(await refusalOf({})).toMatchObject({ reason: 'labs-off' });
    const on = (await world.stores.people.changeSettings(person.id, { imageToVideo: true })) as Person;
    expect(await refusalOf({ lengthSeconds: 10 }, on)).toMatchObject({ reason: 'length-not-offered', lengthsSeconds: [3, 4, 5] });
    await world.stores.settings.setStage('general', undefined);
    expect(await refusalOf({ lengthSeconds: 10 }, on)).toMatchObject({ ok: true, clip: { priceCredits: 240_000 } });
  });

  it('has a limit of clips at a time', async () => {
    const rich = await world.addPerson({ creditsGiven: 10_000_000 });
    const on = await stage();
    for (let clip = 0; clip < 10; clip++) await order(on, rich);
    expect(await refusalOf({}, rich)).toMatchObject({ reason: 'too-many-clips', most: 10 });
  });
});

it('leaves a ledger that adds up after all these stories', async () => {
  expect(await world.stores.ledger.differences()).toEqual([]);
});
