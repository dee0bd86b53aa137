import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReverieClient, type LiveEvent, type ReverieClient } from '../../packages/client/src/index.ts';
import { inspectClip, masterProfileFaults } from '../../src/media/inspect-clip.ts';
import { type RunningProgram, startProgram } from '../support/start-program.ts';
import { speakSounds, wavOf } from '../support/synthetic-voice.ts';

let program: RunningProgram;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-walk-'));
  program = await startProgram({ REVERIE_DEMO_WORLD: 'still' });
});
afterAll(async () => {
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Signs in as one of the people of the demo. */
async function signIn(as: 'subscriber' | 'operator'): Promise<ReverieClient> {
  const baseUrl = program.address;
  const visitor = createReverieClient({ baseUrl });
  expect((await visitor.session.demoPeople()).people.map((person) => person.as)).toContain(as);
  const { token } = await visitor.session.signInToDemo({ as, keep: 'token' });
  return createReverieClient({ baseUrl, token: token ?? '' });
}

/** The first of a list that is as wanted. */
async function first<Item>(list: AsyncIterable<Item>, isWanted: (item: Item) => boolean): Promise<Item> {
  for await (const item of list) if (isWanted(item)) return item;
  throw new Error('there is none in the list');
}

/** Runs the built command line in the folder of this test, as the subscriber of the demo. */
function reverie(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = [resolve('dist/cli.js'), ...words, '--server', program.address, '--demo'];
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: folder }, (error, stdout, stderr) => {
      done({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

describe('a stranger who starts the program for the first time', () => {
  it('signs in, looks, orders a clip, is told, finds it, shows it, takes it home and sees what it cost', async () => {
    const operator = await signIn('operator');
    await operator.admin.setPrice({ engine: 'local', model: 'draft', seconds: 3, priceCredits: 30_000 });

    const reverie = await signIn('subscriber');
    const before = await reverie.wallet.get();
    const character = await first(reverie.characters.list(), () => true);
    const item = await first(
      reverie.characters.gallery(character.id, { show: 'pictures' }),
      ({ picture }) => picture?.canBeAnimated ?? false,
    );
    const pictureId = item.picture?.id ?? '';
    expect((await reverie.pictures.advice(pictureId)).level).not.toBe('weak');

    const { engines } = await reverie.motions.list();
    expect(engines.find(({ id }) => id === 'local')?.lengths).toContainEqual({ seconds: 3, priceCredits: 30_000 });
    const quote = await reverie.quotes.create({ engine: 'local', seconds: 3 });
    expect(quote).toMatchObject({ priceCredits: 30_000, missingCredits: 0 });

    const leave = new AbortController();
    const events: LiveEvent[] = [];
    let isOpen = (): void => undefined;
    const open = new Promise<void>((resolve) => {
      isOpen = resolve;
    });
    const following = reverie.events.follow({
      signal: leave.signal,
      onEvent: (event) => events.push(event),
      onState: (state) => state === 'open' && isOpen(),
    });
    await open;

    const clip = await reverie.clips.create({ pictureId, motion: 'smile-and-blink', seconds: 3, engine: 'local', quoteId: quote.id });
    const seen = new Set<string>();
    const ready = await clip.done({ onProgress: ({ state }) => seen.add(state) });
    expect([...seen].at(0)).toBe('queued');
    expect([...seen].at(-1)).toBe('ready');
    expect(ready.engine.quality).toBe('draft');

    const { items: notices, unread } = await reverie.notifications.list().page();
    expect([unread, notices[0]?.kind, notices[0]?.clipId]).toEqual([1, 'clip-ready', clip.id]);
    expect(events.filter(({ event, data }) => event === 'clip' && 'notified' in data && data.notified)).toHaveLength(1);
    leave.abort();
    await following;

    const newest = await first(reverie.characters.gallery(character.id), () => true);
    expect(newest.clip?.id).toBe(clip.id);

    const own = await reverie.characters.create({ name: 'Nell', declaredAge: 'adult' });
    const moment = await reverie.moments.post({ characterId: own.id, body: 'Look who smiled at me.' });
    await reverie.clips.attach(clip.id, { momentId: moment.id });
    const shown = await createReverieClient({ baseUrl: program.address }).moments.get(moment.id);
    expect(shown.attachments.map((attachment) => attachment.clip?.id)).toEqual([clip.id]);

    const bytes = new Uint8Array(await (await clip.download()).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(ready.file.sha256);
    await writeFile(join(folder, 'clip.mp4'), bytes);
    const { widthPixels, heightPixels } = ready.file;
    const expected = { widthPixels, heightPixels, frameCount: 72, framesPerSecond: 24 };
    expect(masterProfileFaults(await inspectClip(join(folder, 'clip.mp4')), expected)).toEqual([]);

    expect(await reverie.wallet.get()).toMatchObject({ credits: before.credits - 30_000, heldCredits: 0 });
    const [paid] = (await reverie.wallet.entries().page()).items;
    expect(paid).toMatchObject({ kind: 'capture', sentence: `Paid for “Smile and blink” of ${character.name}`, clip: { id: clip.id } });
    expect(await operator.admin.checkLedger()).toEqual({ exact: true, differences: [] });
  });

  it('makes an account of their own, is told what is missing, and comes to a clip and to the line of the wallet', async () => {
    const operator = await signIn('operator');
    const account = { name: 'Juno', email: 'juno@example.com', password: 'a password of her own' };
    const visitor = createReverieClient({ baseUrl: program.address });
    const { personId } = await visitor.session.signUp({ ...account, keep: 'token' });
    await expect(visitor.session.signUp({ ...account, password: 'a guess of hers' })).rejects.toMatchObject({ code: 'sign-in-failed' });
    const { email, password } = account;
    const { token } = await visitor.session.signIn({ email, password, keep: 'token' });
    const juno = createReverieClient({ baseUrl: program.address, token: token ?? '' });
    expect(await juno.me.get()).toMatchObject({ id: personId, role: 'member', plan: { mayGenerate: false }, wallet: { credits: 0 } });

    const { id: characterId } = await juno.characters.create({ name: 'Nell', declaredAge: 'adult' });
    const portrait = new Uint8Array(await readFile('dist/demo/pictures/mira.webp'));
    const { id: pictureId } = await juno.pictures.upload(portrait, { characterId, origin: 'ai_generated', madeBy: 'Juno' });
    await operator.admin.setPrice({ engine: 'local', model: 'draft', seconds: 3, priceCredits: 30_000 });
    const order = { pictureId, motion: 'breathing', seconds: 3, engine: 'local' } as const;
    const refusal = () =>
      juno.clips.create(order).then(
        () => 'ordered',
        ({ code }) => code,
      );
    expect(await refusal()).toBe('labs-off');
    await juno.settings.change({ imageToVideo: true });
    expect(await refusal()).toBe('needs-plan');
    await operator.admin.setEntitlement(personId, { plan: 'premium' });
    expect(await refusal()).toBe('not-enough-credits');
    await operator.admin.grant({ personId, credits: 30_000, note: 'Welcome, Juno' });

    const ready = await (await juno.clips.create(order)).done();
    expect(ready.file.sizeBytes).toBeGreaterThan(10_000);
    expect(await juno.wallet.get()).toMatchObject({ credits: 0, heldCredits: 0 });
    const lines = (await juno.wallet.entries().page()).items.map(({ sentence }) => sentence);
    expect(lines).toEqual(['Paid for “Breathing” of Nell', 'Reserved for “Breathing” of Nell', 'Welcome, Juno']);
    await juno.session.signOut();
    await expect(juno.me.get()).rejects.toMatchObject({ code: 'sign-in-not-valid' });
  });

  it('does it from the command line, too: a character, a picture, a clip that speaks, its list, and the wallet', async () => {
    // the build painted it for the demo world
    await copyFile('dist/demo/pictures/mira.webp', join(folder, 'nell.webp'));
    const made = await reverie('characters', '--create', 'Nell', '--age', 'adult', '--json');
    const { id: character } = JSON.parse(made.stdout) as { id: string };
    await writeFile(join(folder, 'hello.wav'), wavOf(speakSounds([{ seconds: 1.4, makes: [780, 1250] }])));
    const order = ['animate', 'nell.webp', '--character', character, '--voice', 'hello.wav', '--with-sound', '--engine', 'local'];
    const animated = await reverie(...order, '--json');
    expect([animated.code, animated.stderr]).toEqual([0, expect.stringContaining('nell_speak.mp4: being looked at and kept')]);
    const { clipId, clipPath } = JSON.parse(animated.stdout) as { clipId: string; clipPath: string };
    expect(await inspectClip(clipPath)).toMatchObject({ soundFormat: 'mp4a', frameCount: 72, complete: true });
    expect((await (await signIn('subscriber')).voices.list().page()).items).toEqual([]);
    const listed = await reverie('clips');
    expect(listed.stdout).toMatch(new RegExp(`${clipId} .* speak, 3 s, .*: ready`));
    expect((await reverie('clips', clipId, '--out', 'again.mp4')).code).toBe(0);
    expect(await readFile(join(folder, 'again.mp4'))).toEqual(await readFile(clipPath));
    expect((await reverie('wallet')).stdout).toContain('Welcome to the demo');

    const again = await reverie(...order);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
    const late = await reverie('clips', clipId, '--cancel');
    expect([late.code, late.stderr]).toEqual([2, expect.stringContaining('Too late to cancel')]);
  });
});
