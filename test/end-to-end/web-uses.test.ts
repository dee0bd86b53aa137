import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../src/app/ports/stores/clip-store.ts';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { openApp } from '../support/open-app.ts';
import { makeClip } from '../support/web-service.ts';

describe('pictures and clips that are there', async () => {
  const { web, openAs } = await openApp();
  let author: Person;
  let clip: Clip;

  beforeAll(async () => {
    const { world } = web.service;
    author = (await world.stores.people.find(web.mira.ownerId)) as Person;
    clip = await makeClip(web, author);
  });

  const profile = () => `/c/${web.mira.id}`;
  const cells = (page: Page) => page.locator('[data-cell]');

  it.each(['phone', 'desktop'] as const)('are shown on screens that are usable by everybody on a %s', async (device) => {
    const operator = await web.service.world.addPerson({ role: 'operator' });
    const found: string[] = [];
    const window = await openAs(author, { device });
    await window.open(profile());
    await cells(window.page).first().waitFor();
    found.push(...(await window.look('profile')));
    await window.open(`${profile()}/clip/${clip.id}`);
    await window.page.getByRole('button', { name: 'Use in chat' }).waitFor();
    found.push(...(await window.look('viewer')));
    await window.open('/moments');
    await window.page.getByRole('button', { name: 'New moment' }).click();
    await window.page.getByRole('radio', { name: /Clip:/ }).waitFor({ state: 'attached' });
    found.push(...(await window.look('new-moment')));
    const olive = await openAs(operator, { device });
    await olive.open('/operator');
    await olive.page.getByRole('button', { name: 'Give' }).first().waitFor();
    found.push(...(await olive.look('operator')));
    expect(found).toEqual([]);
    expect([...window.complaints, ...olive.complaints]).toEqual([]);
    await window.close();
    await olive.close();
  });

  it('are used again in a chat, for nothing', async () => {
    const robin = await web.service.world.addPerson();
    const before = await web.service.world.stores.ledger.balance(robin.id);
    const { page, open, close } = await openAs(robin);
    await open(profile());
    await page.getByRole('link', { name: /^Clip: Mira smiles and blinks/ }).click();
    await page.getByRole('button', { name: 'Use in chat' }).click();
    await page.waitForURL(`**/chat/${web.mira.id}`);
    await page.locator('video').waitFor({ state: 'attached' });
    expect(await web.service.world.stores.ledger.balance(robin.id)).toEqual(before);
    await close();
  });

  it('are shared with everybody as a moment, by whom the character belongs to', async () => {
    const { page, open, close } = await openAs(author);
    await open('/moments');
    await page.getByRole('button', { name: 'New moment' }).click();
    await page.getByLabel('Words').fill('The lamp is lit.');
    await page.getByRole('img', { name: /Clip:/ }).click();
    await page.getByRole('radio', { name: /Clip:/, checked: true }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const moment = page.getByRole('article', { name: 'Moment of Mira' });
    await moment.getByText('The lamp is lit.').waitFor();
    expect(await moment.locator('video').count()).toBe(1);
    await close();
  });

  it('get a link that others can open, until it is turned off', async () => {
    const { page, open, close } = await openAs(author);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(`${profile()}/clip/${clip.id}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/\/v\/[\w-]{20,}$/);
    await page.getByRole('button', { name: 'Turn off the link' }).click();
    await page.getByRole('link', { name: 'Link to this clip' }).waitFor({ state: 'detached' });
    await close();
  });

  it('come back when their deletion is undone', async () => {
    const another = await makeClip(web, author);
    const { page, open, close } = await openAs(author);
    await open(`${profile()}/clip/${another.id}`);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('The clip is deleted.').first().waitFor();
    expect((await web.service.world.stores.clips.find(another.id))?.deletedAt).toBeDefined();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await web.service.world.stores.clips.find(another.id))?.deletedAt).toBeUndefined();
    await close();
  });

  it('are kept as favourites, and found there', async () => {
    const robin = await web.service.world.addPerson();
    const { page, open, close } = await openAs(robin);
    await open(`${profile()}/clip/${clip.id}`);
    await page.getByRole('button', { name: 'Keep as favourite' }).click();
    await page.getByRole('button', { name: 'Favourite', pressed: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Favourites' }).check({ force: true });
    await expect.poll(() => cells(page).count()).toBe(1);
    await close();
  });

  it('are heard where they have a voice, once somebody wants to', async () => {
    const spoken = await makeClip(web, author);
    const { stores, database, newId, now } = web.service.world;
    const voice = { id: newId(), ownerId: author.id, storageKey: 'voices/1.wav', contentType: 'audio/wav', createdAt: now() };
    await stores.voices.add({ ...voice, lengthSeconds: 1, sizeBytes: 1, sha256: '00' });
    await database.query("update clip set motion = 'speak', voice = $2, has_sound = true where id = $1", [spoken.id, voice.id]);
    const { page, open, complaints, close } = await openAs(author);
    await open(`${profile()}/clip/${spoken.id}`);
    await page.getByRole('heading', { name: 'speaks' }).waitFor();
    const isMuted = () => page.evaluate<boolean>("document.querySelector('.viewer video').muted");
    await expect.poll(isMuted).toBe(true);
    await page.getByRole('button', { name: 'Turn the sound on' }).click();
    await expect.poll(isMuted).toBe(false);
    await page.getByRole('button', { name: 'Turn the sound off' }).click();
    await expect.poll(isMuted).toBe(true);
    await page.getByText('Details', { exact: true }).click();
    await page.getByText('Voice sync').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('change with what a person decides, and stay so', async () => {
    const robin = await web.service.world.addPerson();
    const { page, open, close } = await openAs(robin);
    await open('/settings');
    const toggle = page.getByRole('switch', { name: 'Save data' });
    await toggle.check();
    await expect.poll(async () => (await web.service.world.stores.people.find(robin.id))?.settings.dataSaver).toBe(true);
    await page.reload();
    await expect.poll(() => page.getByRole('switch', { name: 'Save data' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await close();
  });
});
