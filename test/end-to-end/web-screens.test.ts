import { describe, expect, it } from 'vitest';
import { openApp } from '../support/open-app.ts';
import { sendPortrait } from '../support/web-service.ts';

describe('every screen of the app', async () => {
  const { web, openAs } = await openApp();
  const robin = await web.service.world.addPerson();
  await sendPortrait(web, robin);

  it.each(['phone', 'desktop'] as const)(
    'is usable by everybody in both themes on a %s, and keeps to its strict policy',
    async (device) => {
      const { page, open, look, complaints, close } = await openAs(robin, { device });
      const found: string[] = [];
      await open('/');
      await page.getByRole('link', { name: /Mira/ }).waitFor();
      found.push(...(await look('chats')));

      await open(`/chat/${web.mira.id}`);
      await page.getByRole('button', { name: 'Animate' }).click();
      await page.getByRole('radio', { name: 'Gentle movement' }).waitFor();
      found.push(...(await look('motion-sheet')));
      await page.getByRole('radio', { name: 'Custom' }).check();
      await page.getByRole('button', { name: /Laughs once/ }).click();
      await page.getByText('Mira will do this:').waitFor();
      found.push(...(await look('motion-sheet-custom')));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      found.push(...(await look('chat')));

      const screens = {
        notifications: 'Notifications',
        wallet: 'Wallet and plan',
        settings: 'Settings',
        moments: 'Moments',
        help: 'Image-to-video',
        nowhere: 'There is nothing here',
      };
      for (const [path, heading] of Object.entries(screens)) {
        await open(`/${path}`);
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        found.push(...(await look(path)));
      }
      await page.context().clearCookies();
      await open('/wallet');
      await page.getByRole('heading', { name: 'Pictures that come alive' }).waitFor();
      expect(new URL(page.url()).search).toBe('?after=%2Fwallet');
      found.push(...(await look('sign-in')));

      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});
