import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReverieClient, type ReverieClient } from '../../packages/client/src/index.ts';
import { inspectClip, masterProfileFaults } from '../../src/media/inspect-clip.ts';
import { startSimulatorProcess } from '../simulators/start-simulator.ts';
import { type RunningProgram, startProgram } from '../support/start-program.ts';

const KEY = 'simulated-key';

describe('the program with Seedance set up, which is simulated', () => {
  let simulator: Awaited<ReturnType<typeof startSimulatorProcess>>;
  let program: RunningProgram;
  let folder: string;
  let token: string;
  let reverie: ReverieClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reverie-hosted-'));
    simulator = await startSimulatorProcess('seedance', '--small', '--queue', '0.5', '--render', '3');
    program = await startProgram({
      ...{ REVERIE_DEMO_WORLD: 'still', REVERIE_SEEDANCE_KEY: KEY, REVERIE_SEEDANCE_URL: simulator.address },
      REVERIE_SEEDANCE_MODELS: 'seedance-1-0-pro-fast-251015,dreamina-seedance-2-5-260628',
    });
    const visitor = createReverieClient({ baseUrl: program.address });
    token = (await visitor.session.signInToDemo({ as: 'subscriber', keep: 'token' })).token ?? '';
    reverie = createReverieClient({ baseUrl: program.address, token });
  });
  afterAll(async () => {
    await program?.stop();
    await simulator?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const animatable = async (): Promise<string> => {
    for await (const character of reverie.characters.list())
      for await (const { picture } of reverie.characters.gallery(character.id, { show: 'pictures' }))
        if (picture?.canBeAnimated) return picture.id;
    throw new Error('nothing in the demo can be animated');
  };
  const scenario = (...next: string[]) =>
    fetch(`${new URL(simulator.address).origin}/__sim/scenario`, { method: 'POST', body: JSON.stringify({ next }) });

  it('makes a clip there while a free draft plays, keeps it as 720p without sound, and takes what was quoted', async () => {
    const pictureId = await animatable();
    const before = await reverie.wallet.get();
    const { engines } = await reverie.motions.list();
    expect(engines[0]).toMatchObject({ id: 'seedance', title: 'Seedance' });
    await scenario('get:error-500', 'file:not-ready');
    const quote = await reverie.quotes.create({ seconds: 3 });
    expect(quote).toMatchObject({ engine: 'seedance', priceCredits: 120_000 });
    const clip = await reverie.clips.create({ pictureId, motion: 'smile-and-blink', seconds: 3, quoteId: quote.id });
    const path = `/v1/clips/${clip.id}/draft`;
    const asked = await fetch(new URL(path, program.address), { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect(await asked.json()).toMatchObject({ priceCredits: 0, engine: { id: 'local', quality: 'draft' } });
    const ready = await clip.done();
    expect(ready).toMatchObject({ priceCredits: 120_000, engine: { id: 'seedance', title: 'Seedance' } });
    await writeFile(join(folder, 'clip.mp4'), new Uint8Array(await (await clip.download()).arrayBuffer()));
    const { widthPixels, heightPixels } = ready.file;
    expect(Math.min(widthPixels, heightPixels)).toBe(720);
    // the simulated clip is small and lasts a second: it is brought into shape all the same
    const master = { widthPixels, heightPixels, frameCount: 24, framesPerSecond: 24 };
    expect(masterProfileFaults(await inspectClip(join(folder, 'clip.mp4')), master)).toEqual([]);
    expect(await reverie.wallet.get()).toMatchObject({ credits: before.credits - 120_000, heldCredits: 0 });
  });

  it('says why a clip was refused, gives the credits back, and logs neither the key nor a picture', async () => {
    const before = await reverie.wallet.get();
    await scenario('create:face-refused');
    const clip = await reverie.clips.create({ pictureId: await animatable(), motion: 'breathing', seconds: 4 });
    await expect(clip.done()).rejects.toMatchObject({ code: 'face-refused', creditsReturned: 120_000 });
    expect(await reverie.wallet.get()).toEqual(before);
    const log = program.log();
    // the model that is not activated was told of at start, and the vendor's 500 when it came
    expect(log).toMatch(/dreamina-seedance-2-5-260628 is there but not activated/);
    expect(log).toMatch(/HTTP 500/);
    expect(log).not.toContain(KEY);
    expect(log).not.toContain('base64');
  });
});
