import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOfPicture } from '../src/app/pictures/advise-on-picture.ts';
import type { Person } from '../src/app/ports/stores/person-store.ts';
import { ask } from './support/ask.ts';
import { scriptedEngine } from './support/scripted-engine.ts';
import { openTestService, type TestService } from './support/test-service.ts';

const POINTS = {
  ...{ eyeLeft: { x: 0.4, y: 0.35 }, eyeRight: { x: 0.6, y: 0.35 }, noseTip: { x: 0.5, y: 0.45 } },
  ...{ mouth: { x: 0.5, y: 0.55 }, chin: { x: 0.5, y: 0.65 } },
};

describe('what goes beyond the motion sheet', () => {
  const loops = { ...scriptedEngine(), livingAvatars: true };
  let service: TestService;
  let person: Person;
  beforeAll(async () => {
    service = await openTestService({ alsoEngines: [loops] });
    person = await service.world.addPerson({ creditsGiven: 1_000_000 });
  });
  afterAll(() => service.close());

  const pictureOf = async () => service.world.addPicture(await service.world.addCharacter(person));

  it('sends a living avatar to an engine that plays loops, though another one is the standard', async () => {
    const { id: pictureId } = await pictureOf();
    const wish = { pictureId, motion: 'idle', emotion: 'shy', seconds: 4 };
    const quote = await ask({ service, person }, 'POST', '/quotes', { motion: 'idle', seconds: 4 });
    const made = await ask({ service, person }, 'POST', '/clips', { ...wish, quoteId: quote.body.id });
    expect(made).toMatchObject({ status: 201, body: { motion: 'idle', emotion: 'shy', engine: { id: loops.id } } });
    expect((await service.world.stores.clips.find(made.body.id as string))?.emotion).toBe('shy');
  });

  it('refuses one before the charge at an engine that does not play loops, and says what to do', async () => {
    const { id: pictureId } = await pictureOf();
    const before = await service.world.stores.ledger.balance(person.id);
    const engine = service.parts.standardEngine.engine;
    const refused = await ask({ service, person }, 'POST', '/clips', { pictureId, motion: 'idle', seconds: 4, engine });
    expect(refused).toMatchObject({ status: 422, body: { code: 'motion-not-played', nextStep: expect.stringContaining('livingAvatars') } });
    expect(await service.world.stores.ledger.balance(person.id)).toEqual(before);
  });

  it('keeps no mood with a motion that has none', async () => {
    const { id: pictureId } = await pictureOf();
    const made = await ask({ service, person }, 'POST', '/clips', { pictureId, motion: 'breathing', emotion: 'sad', seconds: 4 });
    expect(made).toMatchObject({ status: 201, body: { motion: 'breathing', emotion: null } });
  });

  it('keeps a face that was placed by hand, looks at the picture anew with it, and lets go of it', async () => {
    const picture = await pictureOf();
    const { stores } = service.world;
    const looked: unknown[] = [];
    const look = async () => {
      const now = await stores.pictures.find(picture.id);
      const canvas = { widthPixels: 2, heightPixels: 2, rgba: new Uint8Array(16) };
      const ports = {
        world: service.world,
        readPicture: async () => new Uint8Array(),
        pictures: { read: async () => ({ ok: true as const, canvas, sourceWidthPixels: 2, sourceHeightPixels: 2 }) },
        animator: {
          warmUp: () => undefined,
          look: async (_: unknown, options?: { facePoints?: unknown }) => {
            looked.push(options?.facePoints);
            return {};
          },
        },
      };
      return now && factsOfPicture(ports as never, now);
    };
    await look();
    const placed = await ask({ service, person }, 'PUT', `/pictures/${picture.id}/face-points`, POINTS);
    expect(placed).toMatchObject({ status: 200, body: { facePoints: POINTS } });
    await look();
    await look();
    expect((await ask({ service, person }, 'GET', `/pictures/${picture.id}`)).body.facePoints).toEqual(POINTS);
    expect((await ask({ service, person }, 'DELETE', `/pictures/${picture.id}/face-points`)).status).toBe(204);
    await look();
    expect(looked).toEqual([undefined, POINTS, undefined]);
  });

  it('refuses points that are no face, and says which', async () => {
    const { id } = await pictureOf();
    const upsideDown = { ...POINTS, chin: { x: 0.5, y: 0.1 } };
    expect(await ask({ service, person }, 'PUT', `/pictures/${id}/face-points`, upsideDown)).toMatchObject({
      status: 422,
      body: { code: 'face-points-impossible', detail: expect.stringContaining('must follow each other') },
    });
    expect((await ask({ service, person }, 'PUT', `/pictures/${id}/face-points`, { ...POINTS, mouth: { x: 4, y: 0 } })).status).toBe(400);
  });
});
