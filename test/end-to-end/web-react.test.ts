import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openWindow } from '../support/screens.ts';
import { openWebService, sendPortrait } from '../support/web-service.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-react-'));
  const parameters = ['build', '--config', join('web', 'vite.config.ts'), '--outDir', folder, '--logLevel', 'warn'];
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', ...parameters], {
    env: { ...process.env, WEB_RUNTIME: 'react', NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  expect(built.stderr).toBe('');
  expect(built.status).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('the app runs on React, too: a chat, an order, and the clip in place', async () => {
  const [browser, web] = await Promise.all([launchBrowser(), openWebService({ appFolder: folder })]);
  const robin = await web.service.world.addPerson();
  await sendPortrait(web, robin);
  const { page, open, complaints, close } = await openWindow(browser, web, { token: web.service.signIn(robin) });
  await open('/');
  await page.getByRole('link', { name: /Mira/ }).click();
  await page.getByRole('button', { name: 'Animate' }).click();
  await page.getByRole('radio', { name: 'Smile and blink' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Animate' }).click();
  await page.getByRole('group', { name: 'Clip of Mira on its way' }).waitFor();
  web.engineSays(web.finished);
  await web.service.work();
  await web.service.workLater(6);
  await page.getByRole('link', { name: 'Download MP4' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
  await browser.close();
  await web.close();
});
