import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineCheck, EngineOrder, JsonObject, VideoEngine } from '../../src/app/ports/video-engine.ts';
import { portrait } from '../support/clip-stage.ts';

/** An engine and the service behind it, as they are needed to try the engine. */
export interface EngineOnTrial {
  /** The same engine as another machine would have it. */
  readonly open: () => VideoEngine;
  /** Lets the service behind it go on until everything it was ordered is finished. */
  readonly finishWork: () => Promise<void>;
  /** The time at the service behind it. */
  readonly now: () => Date;
  /** A ticket like this one for work that was never ordered. */
  readonly neverGiven: (ticket: JsonObject) => JsonObject;
  /** What must be in nothing that the engine answers. */
  readonly secret: string;
  readonly close: () => Promise<void>;
}

const signal = (): AbortSignal => AbortSignal.timeout(60_000);
/** What the database does to a ticket. */
const kept = (ticket: JsonObject): JsonObject => JSON.parse(JSON.stringify(ticket));

/** What the clip service relies on, whichever engine it is. */
export function itBehavesLikeAVideoEngine(name: string, put: () => Promise<EngineOnTrial>): void {
  describe(`the engine ${name}`, () => {
    let trial: EngineOnTrial;
    let engine: VideoEngine;
    beforeAll(async () => {
      trial = await put();
      engine = trial.open();
    });
    afterAll(async () => {
      await engine?.close();
      await trial?.close();
    });

    const anOrder = async (): Promise<EngineOrder> => ({
      ...{
        attemptId: randomUUID(),
        modelId: engine.models[0]?.id ?? '',
        seed: randomInt(2 ** 31),
        userToken: 'ab'.repeat(32),
      },
      picture: { widthPixels: 720, heightPixels: 960, contentType: 'image/png', bytes: portrait },
      ...{ motion: { id: 'smile-and-blink', customText: '' }, lengthSeconds: 5, strength: 'normal' },
    });
    const started = async (order: EngineOrder): Promise<JsonObject> => {
      const start = await engine.start(order, { signal: signal() });
      if (start.kind !== 'started') throw new Error(JSON.stringify(start));
      return kept(start.ticket);
    };

    it('says what it is and what it can make', () => {
      expect(engine.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(engine.title).not.toBe('');
      expect(engine.models.length).toBeGreaterThan(0);
      for (const { lengthsSeconds } of engine.models) {
        expect(lengthsSeconds.length).toBeGreaterThan(0);
        expect(lengthsSeconds).toEqual([...lengthsSeconds].sort((a, b) => a - b));
        expect(lengthsSeconds.every((seconds) => Number.isInteger(seconds) && seconds >= 3 && seconds <= 10)).toBe(
          true,
        );
      }
    });

    it('takes an order, and any machine that has the ticket can ask for it until it is finished', async () => {
      const ticket = await started(await anOrder());
      await trial.finishWork();
      const elsewhere = trial.open();
      const check = await elsewhere.check(ticket, { signal: signal() });
      expect(check.kind).toBe('finished');
      // asking twice changes nothing
      const again = await elsewhere.check(ticket, { signal: signal() });
      expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(check)));
      const { result } = check as Extract<EngineCheck, { kind: 'finished' }>;
      expect(['stored', 'address', 'own-address']).toContain(result.kind);
      await elsewhere.close();
    });

    it('says in nothing what only it may know', async () => {
      const start = await engine.start(await anOrder(), { signal: signal() });
      await trial.finishWork();
      const check = start.kind === 'started' ? await engine.check(start.ticket, { signal: signal() }) : undefined;
      const all = JSON.stringify([start, check, engine.models]);
      expect(all).not.toContain(trial.secret);
      expect(all).not.toContain('base64');
    });

    it('says of a ticket that nobody knows that its work is gone', async () => {
      const ticket = await started(await anOrder());
      const check = await engine.check(trial.neverGiven(ticket), { signal: signal() });
      expect(check).toMatchObject({ kind: 'failed', trouble: { kind: 'gone' } });
    });

    it('leaves a finished clip where it is when it is asked to stop too late', async () => {
      const ticket = await started(await anOrder());
      await trial.finishWork();
      expect(await engine.cancel(ticket, { signal: signal() })).not.toBe('cancelled');
      expect((await engine.check(ticket, { signal: signal() })).kind).toBe('finished');
    });

    it('never says of an order that was taken that it is absent, nor of one that was never sent that it was found', async () => {
      const order = await anOrder();
      const sentAt = trial.now();
      await started(order);
      await trial.finishWork();
      const { attemptId, modelId, seed } = order;
      const doubt = { attemptId, modelId, seed, sentAt };
      expect((await engine.reconcile(doubt, { signal: signal() })).kind).not.toBe('absent');
      const neverSent = { attemptId: randomUUID(), modelId, seed: randomInt(2 ** 31), sentAt };
      expect((await engine.reconcile(neverSent, { signal: signal() })).kind).not.toBe('found');
    });
  });
}
