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

    const anOrder = (): EngineOrder => {
      const [model] = engine.models;
      return {
        ...{ attemptId: randomUUID(), modelId: model?.id ?? '', seed: randomInt(2 ** 31), userToken: 'ab'.repeat(32) },
        picture: { widthPixels: 720, heightPixels: 960, contentType: 'image/png', bytes: portrait },
        motion: { id: 'smile-and-blink', customText: '' },
        ...{ lengthSeconds: model?.lengthsSeconds[0] ?? 0, strength: 'normal' },
      };
    };
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

    describe('whose work is finished', () => {
      let order: EngineOrder;
      let sentAt: Date;
      let ticket: JsonObject;
      beforeAll(async () => {
        order = anOrder();
        sentAt = trial.now();
        ticket = await started(order);
        await trial.finishWork();
      });

      it('tells so to any machine that has the ticket, as often as it is asked', async () => {
        const elsewhere = trial.open();
        const check = await elsewhere.check(ticket, { signal: signal() });
        const again = await elsewhere.check(ticket, { signal: signal() });
        expect(kept(again as unknown as JsonObject)).toEqual(kept(check as unknown as JsonObject));
        const { kind, result } = check as Extract<EngineCheck, { kind: 'finished' }>;
        expect(kind).toBe('finished');
        expect(['stored', 'address', 'own-address']).toContain(result.kind);
        await elsewhere.close();
      });

      it('says in nothing what only it may know', async () => {
        const all = JSON.stringify([ticket, await engine.check(ticket, { signal: signal() }), engine.models]);
        expect(all).not.toContain(trial.secret);
        expect(all).not.toContain('base64');
      });

      it('leaves the clip where it is when it is asked to stop too late', async () => {
        expect(await engine.cancel(ticket, { signal: signal() })).not.toBe('cancelled');
        expect((await engine.check(ticket, { signal: signal() })).kind).toBe('finished');
      });

      it('never says that it is absent, nor of an order that was never sent that it was found', async () => {
        const { attemptId, modelId, seed } = order;
        const doubt = { attemptId, modelId, seed, sentAt };
        expect((await engine.reconcile(doubt, { signal: signal() })).kind).not.toBe('absent');
        const neverSent = { attemptId: randomUUID(), modelId, seed: randomInt(2 ** 31), sentAt };
        expect((await engine.reconcile(neverSent, { signal: signal() })).kind).not.toBe('found');
      });

      it('says of a ticket that nobody knows that its work is gone', async () => {
        const check = await engine.check(trial.neverGiven(ticket), { signal: signal() });
        expect(check).toMatchObject({ kind: 'failed', trouble: { kind: 'gone' } });
      });

      it('finds orders in no message that is none', () => {
        for (const message of ['', 'null', '{}', '{"request_id":"../../models"}', '{"id":""}'])
          expect(engine.ticketIn?.(message, order.modelId)).toBeUndefined();
      });
    });
  });
}
