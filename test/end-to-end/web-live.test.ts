import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { openApp } from '../support/open-app.ts';
import { sendPortrait } from '../support/web-service.ts';

describe('what happens reaches every window', async () => {
  const { web, openAs } = await openApp();
  let robin: Person;

  beforeEach(async () => {
    robin = await web.service.world.addPerson();
    await sendPortrait(web, robin);
    web.engineSays({ kind: 'working' });
  });

  /** Orders a clip as another of the person's devices would. */
  async function orderElsewhere(): Promise<void> {
    const response = await web.service.fetch('http://reverie.test/v1/clips', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${web.service.signIn(robin)}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ pictureId: web.portrait.id, motion: 'breathing', seconds: 3 }),
    });
    expect(response.status).toBe(201);
    await web.service.work();
  }

  async function finish(): Promise<void> {
    web.engineSays(web.finished);
    await web.service.workLater(6);
  }

  it('tells of a clip that is not in view with a message, in the title and in the centre, and takes one to it', async () => {
    const { page, open, look, complaints, close } = await openAs(robin);
    await open('/notifications');
    await page.getByText('All quiet.').waitFor();
    await orderElsewhere();
    await finish();
    await page.getByRole('button', { name: 'Watch' }).waitFor();
    await expect.poll(() => page.title()).toBe('(1) Notifications · Reverie');
    await page.getByRole('button', { name: /Your clip of Mira is ready\./ }).waitFor();
    expect(await look('toast')).toEqual([]);

    await page.getByRole('button', { name: 'Watch' }).click();
    await page.getByRole('dialog').locator('video').waitFor();
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/c/${web.mira.id}/clip/`));
    await page.getByRole('dialog', { name: 'Mira breathes' }).waitFor();
    await expect.poll(() => page.title()).toBe('Mira · Reverie');
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/notifications');
    expect(complaints).toEqual([]);
    await close();
  });

  it('shares one stream between the windows of a browser, and goes on when the window that reads it closes', async () => {
    const { page: first, open } = await openAs(robin);
    const context = first.context();
    let streams = 0;
    context.on('request', (request) => {
      if (request.url().endsWith('/v1/events')) streams++;
    });
    await open(`/chat/${web.mira.id}`);
    await first.getByRole('button', { name: 'Animate' }).waitFor();
    const second = await context.newPage();
    const third = await context.newPage();
    for (const page of [second, third]) {
      await page.goto(`${web.address}/chat/${web.mira.id}`);
      await page.getByRole('button', { name: 'Animate' }).waitFor();
    }
    expect(streams).toBe(1);

    await orderElsewhere();
    for (const page of [first, second, third]) await page.getByText('Rendering', { exact: true }).waitFor();
    await first.close();
    await expect.poll(() => streams).toBe(2);
    await finish();
    for (const page of [second, third]) await page.locator('video').waitFor();
    expect(streams).toBe(2);
    await context.close();
  });

  it('finds out by asking where no stream gets through', async () => {
    const { page, open, close } = await openAs(robin);
    await page.route('**/v1/events', (route) => route.abort());
    await orderElsewhere();
    await open(`/chat/${web.mira.id}`);
    await page.getByText('Rendering', { exact: true }).waitFor();
    await finish();
    await page.locator('video').waitFor({ timeout: 8000 });
    await close();
  });
});
