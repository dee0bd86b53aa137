import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { openApp } from '../support/open-app.ts';
import type { AppWindow, WindowOptions } from '../support/screens.ts';
import { sendPortrait } from '../support/web-service.ts';

describe('the video button and its sheet', async () => {
  const { web, openAs } = await openApp();

  async function openChatAs(person: Person, options: WindowOptions = {}): Promise<AppWindow> {
    await sendPortrait(web, person);
    const window = await openAs(person, options);
    await window.open(`/chat/${web.mira.id}`);
    await window.page.getByRole('img', { name: /Portrait of Mira/ }).waitFor();
    return window;
  }

  async function openSheet(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('radio', { name: 'Gentle movement' }).waitFor();
  }

  const focused = (page: Page): Promise<string> =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');

  it('offers eight motions with price and balance, and closes by Escape, by a tap beside it and by "back"', async () => {
    const { page, complaints, close } = await openChatAs(await web.service.world.addPerson());
    await openSheet(page);
    expect(await page.getByRole('group', { name: 'Motion' }).getByRole('radio').count()).toBe(8);
    expect(await page.getByRole('dialog').textContent()).toMatch(/120,000 credits.*You have 1,000,000 credits/);
    expect(await focused(page)).toBe('How should Mira move?');
    const closed = async (): Promise<void> => {
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(new URL(page.url()).search).toBe('');
      await expect.poll(() => focused(page)).toBe('Animate: Mira');
    };
    await page.keyboard.press('Escape');
    await closed();
    await openSheet(page);
    await page.mouse.click(20, 400);
    await closed();
    await openSheet(page);
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps the keyboard inside, and makes one clip however often the button is pressed', async () => {
    const robin = await web.service.world.addPerson();
    const { page, close } = await openChatAs(robin);
    await page.getByRole('button', { name: 'Animate' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Gentle movement' }).waitFor();
    for (let presses = 0; presses < 14; presses++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement === document.body || document.activeElement.closest("dialog") !== null')).toBe(
        true,
      );
    }
    await page.getByRole('radio', { name: 'Gentle movement' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'Turn to camera' }).isChecked()).toBe(true);
    await page.getByRole('dialog').getByRole('button', { name: 'Animate' }).dblclick();
    await page.getByRole('group', { name: 'Clip of Mira on its way' }).waitFor();
    const clips = await web.service.world.stores.clips.listOfOwner(robin.id, { beforeId: undefined, most: 9 });
    expect(clips.map(({ motion }) => motion)).toEqual(['turn-to-camera']);
    await close();
  });

  it("helps with a text of one's own: counts, warns of stories, and says at once what will play and what is refused", async () => {
    const { page, close } = await openChatAs(await web.service.world.addPerson());
    await openSheet(page);
    const send = page.getByRole('dialog').getByRole('button', { name: 'Animate' });
    await page.getByRole('radio', { name: 'Custom' }).check();
    await expect.poll(() => send.isDisabled()).toBe(true);
    const field = page.getByRole('textbox', { name: 'Describe one or two beats' });
    await field.fill('Turns around, walks to the window, opens it, waves');
    await page.getByText('About 4 beats. One or two short ones animate best.').waitFor();
    for (const example of await page.getByRole('group', { name: 'Examples' }).getByRole('button').all()) {
      await example.click();
      await page.getByText('Good length.').waitFor();
      await expect.poll(() => field.inputValue()).toBe(await example.textContent());
    }
    await page.getByText(/Mira will do this: ?laughs/).waitFor();
    await expect.poll(() => send.isDisabled()).toBe(false);
    await field.fill('She takes off her shirt');
    await page.getByText('Clips show no sexual or undressing motion.').waitFor();
    await close();
  });

  it('says in the sheet what stood in the way, and loses nothing that was chosen', async () => {
    const robin = await web.service.world.addPerson();
    const { page, look, close } = await openChatAs(robin);
    await openSheet(page);
    await page.getByRole('radio', { name: 'Look around' }).check();
    await web.service.world.stores.settings.setStage('labs', undefined);
    await page.getByRole('dialog').getByRole('button', { name: 'Animate' }).click();
    expect(await page.getByRole('dialog').getByRole('alert').textContent()).toContain('Turn on "Image-to-video" under Labs');
    expect(await page.getByRole('radio', { name: 'Look around' }).isChecked()).toBe(true);
    expect(await look('motion-sheet-problem')).toEqual([]);
    await web.service.world.stores.settings.setStage('general', undefined);
    await page.getByRole('dialog').getByRole('button', { name: 'Animate' }).click();
    await page.getByRole('group', { name: 'Clip of Mira on its way' }).waitFor();
    await close();
  });

  it('is not there while Labs is off, nor below a picture that was uploaded', async () => {
    const robin = await web.service.world.addPerson();
    await web.service.world.stores.people.changeSettings(robin.id, { imageToVideo: false });
    const { page, close } = await openChatAs(robin);
    expect(await page.getByRole('button', { name: 'Animate' }).count()).toBe(0);
    await web.service.world.stores.people.changeSettings(robin.id, { imageToVideo: true });
    await page.reload();
    await page.getByRole('button', { name: 'Animate' }).waitFor();
    await close();
  });

  it('leads people without a plan to the plans, and orders nothing', async () => {
    const kim = await web.service.world.addPerson({ plan: 'free', creditsGiven: 0 });
    const { page, close } = await openChatAs(kim);
    await page.getByRole('link', { name: /Animate/ }).click();
    await page.getByText('Making clips is part of a plan.', { exact: false }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/wallet');
    expect(new URL(page.url()).searchParams.get('picture')).toBe(web.portrait.id);
    expect(await web.service.world.stores.clips.countLiving(kim.id)).toBe(0);
    await close();
  });

  it('says how many credits are missing, and where to get them', async () => {
    const { page, close } = await openChatAs(await web.service.world.addPerson({ creditsGiven: 85_000 }));
    await openSheet(page);
    await page.getByText('You need 35,000 credits more.').waitFor();
    expect(await page.getByRole('link', { name: 'Add credits' }).getAttribute('href')).toContain('/wallet?from=credits');
    await close();
  });

  it('fits the smallest phone, and shows what is chosen also in forced colours', async () => {
    const { page, look, close } = await openChatAs(await web.service.world.addPerson(), { device: 'small' });
    await openSheet(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(
      await page.evaluate(
        '[...document.querySelectorAll("dialog *")].filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display === "block" && each.clientWidth > 0 && !each.closest("svg, .sr-only")).length',
      ),
    ).toBe(0);
    await page.emulateMedia({ forcedColors: 'active' });
    const outline = await page.evaluate('getComputedStyle(document.querySelector(".option:has(:checked)")).outlineStyle');
    expect(outline).toBe('solid');
    await page.emulateMedia({ forcedColors: 'none' });
    expect(await look('motion-sheet')).toEqual([]);
    await close();
  });
});
