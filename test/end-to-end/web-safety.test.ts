import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { createSafetyChecks } from '../../src/safety/create-safety-checks.ts';
import { createSafetyGate } from '../../src/safety/create-safety-gate.ts';
import { axeViolations } from '../support/browser.ts';
import { openApp } from '../support/open-app.ts';
import { TEST_TEXT_SEAL } from '../support/test-service.ts';
import { makeClip, sendPortrait } from '../support/web-service.ts';

const PIXEL = { widthPixels: 1, heightPixels: 1, rgb: new Uint8Array(3) };

describe('what was refused, and what others show', async () => {
  const classifier = { name: 'of a test', scoreOf: async () => 0, close: async () => undefined };
  const { browser, web, openAs } = await openApp({
    parts: async (world) => {
      const checks = createSafetyChecks({ classifier });
      const { seal } = TEST_TEXT_SEAL;
      return { safety: createSafetyGate({ checks, world, readPicture: async () => PIXEL, seal, onBroken: () => undefined }) };
    },
  });
  const operator = await web.service.world.addPerson({ role: 'operator' });
  const author = (await web.service.world.stores.people.find(web.mira.ownerId)) as Person;
  const queueOf = (page: Page) => page.getByRole('region', { name: 'Safety queue' });

  it('can be looked at again by a person: asked for in the sheet, decided by the operator, told to who asked', async () => {
    const robin = await web.service.world.addPerson();
    await sendPortrait(web, robin);
    const { page, open, look, complaints, close } = await openAs(robin, { device: 'phone' });
    await open(`/chat/${web.mira.id}`);
    await page.getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('radio', { name: 'Custom' }).check();
    await page.getByRole('textbox', { name: 'Describe one or two beats' }).fill('She takes off her shirt');
    await page.getByRole('dialog').getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('button', { name: 'Ask for a review' }).click();
    await page.getByRole('textbox', { name: /Why should it be allowed/ }).fill('It is a life vest.');
    expect(await look('review')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('dialog').getByText('A person will look at this again.', { exact: false }).waitFor();

    const olive = await openAs(operator);
    await olive.open('/operator');
    await queueOf(olive.page).getByText('She takes off her shirt').waitFor();
    await queueOf(olive.page).getByText('It is a life vest.', { exact: false }).waitFor();
    expect(await olive.look('safety-queue')).toEqual([]);
    await queueOf(olive.page).getByLabel('Note for the record').fill('The vest is on top of clothes.');
    await queueOf(olive.page).getByRole('button', { name: 'Allow it' }).click();
    await queueOf(olive.page).getByText('Nobody waits for an answer.').waitFor();

    await open('/notifications');
    await page.getByRole('button', { name: /you were right/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Refusals and reviews' }).waitFor();
    await page.getByText('it is allowed now', { exact: false }).waitFor();
    expect(await look('refusals')).toEqual([]);
    expect([...complaints, ...olive.complaints]).toEqual([]);
    await olive.close();
    await close();
  });

  it('is reported below pictures, clips and moments, and taken down by the operator with a note', async () => {
    const { world } = web.service;
    const clip = await makeClip(web, author);
    const moment = { id: world.newId(), authorId: author.id, characterId: web.mira.id, body: 'Mean words.' };
    await world.stores.moments.add({ ...moment, createdAt: world.now() });
    const robin = await world.addPerson();
    await sendPortrait(web, robin);
    const { page, open, look, close } = await openAs(robin);
    const report = async (words: string): Promise<void> => {
      await page.getByRole('button', { name: 'Report', exact: true }).click();
      await page.getByLabel('What is wrong').fill(words);
      await page.getByRole('button', { name: 'Send the report' }).click();
      await page.getByText('Thank you. A person will look at it.').first().waitFor();
    };
    const openMenu = (): Promise<void> => page.locator('summary', { hasText: '' }).and(page.getByLabel('More')).last().click();
    await open(`/chat/${web.mira.id}`);
    await openMenu();
    expect(await look('menu')).toEqual([]);
    await report('A picture');
    await open(`/c/${web.mira.id}/clip/${clip.id}`);
    await page.getByRole('dialog').getByLabel('More').click();
    await report('A clip');
    await open('/moments');
    await openMenu();
    await report('A moment');
    await close();

    const olive = await openAs(operator);
    await olive.open('/operator');
    const cases = queueOf(olive.page).getByRole('listitem');
    await cases.filter({ hasText: 'A moment' }).getByLabel('Note for the record').fill('mean');
    await cases.filter({ hasText: 'A moment' }).getByRole('button', { name: 'Take it down' }).click();
    await expect.poll(() => cases.count()).toBe(2);
    expect(await world.stores.moments.find(moment.id)).toBeUndefined();
    for (const left of ['A picture', 'A clip']) {
      await cases.filter({ hasText: left }).getByRole('button', { name: 'Leave it' }).click();
      await cases.filter({ hasText: left }).waitFor({ state: 'detached' });
    }
    expect((await world.stores.clips.find(clip.id))?.deletedAt).toBeUndefined();
    await olive.close();
  });

  it('is reported by strangers on the page of a shared clip, without a script', async () => {
    const clip = await makeClip(web, author);
    const shared = await web.service.fetch(`http://reverie.test/v1/clips/${clip.id}/share`, {
      method: 'POST',
      headers: { authorization: `Bearer ${web.service.signIn(author)}`, 'content-type': 'application/json' },
      body: '{}',
    });
    const { slug } = (await shared.json()) as { slug: string };
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${web.address}/v/${slug}`);
    await page.getByRole('link', { name: 'Report' }).click();
    await page.getByRole('radio', { name: 'It shows me, or it is mine' }).check();
    await page.getByLabel('What is wrong').fill('That is my face.');
    await page.getByLabel('How to reach you').fill('ann@example.com');
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByText('answer within 48 hours', { exact: false }).waitFor();
    const [report] = await web.service.world.stores.safety.listOpenReports(1);
    expect(report).toMatchObject({ kind: 'takedown', subjectId: clip.id, contact: 'ann@example.com' });
    await context.close();
    const seeing = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    await seeing.goto(`${web.address}/v/${slug}/report`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await seeing.emulateMedia({ colorScheme });
      expect(await axeViolations(seeing)).toEqual([]);
    }
    await seeing.context().close();
  });
});
