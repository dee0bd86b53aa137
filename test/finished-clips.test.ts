import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../src/app/ports/stores/person-store.ts';
import type { VideoEngine } from '../src/app/ports/video-engine.ts';
import { ask } from './support/ask.ts';
import { scriptedEngine } from './support/scripted-engine.ts';
import { openTestService, type TestService } from './support/test-service.ts';
import { houseOf } from './support/test-world.ts';

describe('a clip with a finish', () => {
  const [plain, finishing] = [scriptedEngine(), { ...scriptedEngine(), finishes: true }];
  let service: TestService;
  let person: Person;
  beforeAll(async () => {
    service = await openTestService({
      parts: async (world) => {
        const engines = new Map();
        for (const engine of [plain, finishing] as VideoEngine[])
          for (const [id, house] of await houseOf(world, engine)) engines.set(id, house);
        const choice = { orderFor: () => [plain.id, finishing.id], whenFaceRefused: 'ask' as const };
        return { engines, standardEngine: { engine: plain.id, model: 'one' }, choice };
      },
    });
    person = await service.world.addPerson({ creditsGiven: 1_000_000 });
  });
  afterAll(() => service.close());

  const wish = async () => {
    const { id: pictureId } = await service.world.addPicture(await service.world.addCharacter(person));
    return { pictureId, motion: 'breathing', seconds: 4 };
  };

  it('is made by the first engine of the order that makes finishes, also after a quote', async () => {
    const quote = await ask({ service, person }, 'POST', '/quotes', { seconds: 4, finish: 'film' });
    const made = await ask({ service, person }, 'POST', '/clips', { ...(await wish()), finish: 'film', quoteId: quote.body.id });
    expect(made).toMatchObject({ status: 201, body: { finish: 'film', engine: { id: finishing.id } } });
    expect((await service.world.stores.clips.find(made.body.id as string))?.finish).toBe('film');
  });

  it('is refused before the charge by an engine that makes none, with what to do', async () => {
    const before = await service.world.stores.ledger.balance(person.id);
    const refused = await ask({ service, person }, 'POST', '/clips', { ...(await wish()), finish: 'film', engine: plain.id });
    expect(refused).toMatchObject({ status: 422, body: { code: 'finish-not-made', nextStep: expect.stringContaining('"finishes"') } });
    expect(await service.world.stores.ledger.balance(person.id)).toEqual(before);
  });

  it('is plain when nothing is said, at any engine', async () => {
    expect(await ask({ service, person }, 'POST', '/clips', await wish())).toMatchObject({
      status: 201,
      body: { finish: 'plain', engine: { id: plain.id } },
    });
  });

  it('is told of on the motion sheet, engine by engine', async () => {
    const { body } = await ask({ service, person }, 'GET', '/motions');
    const said = (body.engines as { id: string; finishes: boolean }[]).map(({ id, finishes }) => [id, finishes]);
    expect(new Map(said as [string, boolean][])).toEqual(
      new Map([
        [plain.id, false],
        [finishing.id, true],
      ]),
    );
  });
});
