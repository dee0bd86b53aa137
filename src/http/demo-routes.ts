import { Hono } from 'hono';
import type { HttpParts } from './http-parts.ts';
import { problemResponse } from './problem.ts';
import { sendFile } from './send-file.ts';

/** The characters that come with the program, and their pictures. */
export function demoRoutes({ demoGallery }: Pick<HttpParts, 'demoGallery'>): Hono {
  const routes = new Hono();
  routes.get('/demo-characters', (context) => {
    const characters = demoGallery.list().map(({ id, name, description }) => {
      return { id, name, description, pictureUrl: demoPictureUrl(id) };
    });
    return context.json({ characters }, 200, { 'cache-control': 'no-cache' });
  });
  routes.get('/demo-characters/:id/picture', async (context) => {
    const character = demoGallery.find(context.req.param('id'));
    if (character === undefined) return noSuchCharacter();
    const path = await demoGallery.picturePath(character);
    return (await sendFile(context.req.raw, { path, contentType: 'image/png' })) ?? noSuchCharacter();
  });
  return routes;
}

/** Where the portrait of a demo character is shown. */
export function demoPictureUrl(id: string): string {
  return `/v1/demo-characters/${id}/picture`;
}

/** The answer for a character that does not exist. */
export function noSuchCharacter(): Response {
  return problemResponse({
    code: 'not-found',
    detail: 'There is no demo character of this name.',
    nextStep: 'Choose one of GET /v1/demo-characters.',
  });
}
