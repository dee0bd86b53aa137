import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { adviseOn } from '../../src/domain/picture/advice.ts';
import type { PictureFacts } from '../../src/domain/picture/picture-facts.ts';
import { openApp } from '../support/open-app.ts';

const NO_FACE = adviseOn(
  { otherFaces: { count: 0, largestShare: 0 }, brightness: 0.5, backgroundBusyness: 0.02, hairAmount: 0 } as PictureFacts,
  { sourceWidthPixels: 900, sourceHeightPixels: 1200 },
);

describe('the owner of a character', async () => {
  const { web, openAs } = await openApp({ parts: { adviseOn: async () => NO_FACE } });
  let owner: Person;

  beforeAll(async () => {
    Object.assign(web.service.engine, { livingAvatars: true });
    owner = (await web.service.world.stores.people.find(web.mira.ownerId)) as Person;
  });

  it('makes a living avatar in a mood and lets it be the avatar', async () => {
    const { world } = web.service;
    const { page, look, open, complaints, close } = await openAs(owner);
    await open(`/c/${web.mira.id}`);
    await page.getByRole('button', { name: 'Living avatar' }).click();
    await page.getByRole('radio', { name: 'Shy' }).check();
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('120,000 credits');
    expect(await look('living-avatar')).toEqual([]);
    web.engineSays(web.finished);
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByRole('status').filter({ hasText: 'being made' }).waitFor();
    await web.service.work();
    await web.service.workLater(5);
    await page.getByRole('button', { name: 'Use as avatar' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const avatarClipId = (await world.stores.characters.find(web.mira.id))?.avatarClipId;
    expect(await world.stores.clips.find(avatarClipId ?? '')).toMatchObject({ motion: 'idle', emotion: 'shy', lengthSeconds: 4 });
    expect(complaints).toEqual([]);
    await world.stores.characters.change(web.mira.id, { avatarClipId: null });
    await close();
  });

  it('places a face that was not found, by mouse and by keys', async () => {
    const { page, look, open, complaints, close } = await openAs(owner);
    await open(`/c/${web.mira.id}?animate=${web.portrait.id}`);
    await page.getByRole('button', { name: 'Place the face by hand' }).click();
    const chin = page.getByRole('button', { name: 'Chin' });
    await chin.waitFor();
    expect(await look('face-points')).toEqual([]);
    const before = (await chin.boundingBox())!;
    await page.mouse.move(before.x + 22, before.y + 22);
    await page.mouse.down();
    await page.mouse.move(before.x + 22, before.y + 62, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Left eye' }).press('Shift+ArrowLeft');
    await page.getByRole('button', { name: 'Save' }).click();
    await chin.waitFor({ state: 'detached' });
    const points = (await web.service.world.stores.pictures.find(web.portrait.id))?.facePoints;
    expect(points?.eyeLeft.x).toBeCloseTo(0.36);
    expect(points?.chin.y).toBeGreaterThan(0.66);
    expect(complaints).toEqual([]);
    await close();
  });

  it('alone is offered both', async () => {
    const other = await web.service.world.addPerson();
    const { page, open, close } = await openAs(other);
    await open(`/c/${web.mira.id}?animate=${web.portrait.id}`);
    await page.getByText('No face was found').first().waitFor();
    expect(await page.getByRole('button', { name: /Living avatar|Place the face/ }).count()).toBe(0);
    await close();
  });
});
