import { Hono } from 'hono';
import type { PictureRefusal } from '../app/ports/picture-reader.ts';
import { fileNameSlug } from './file-name-slug.ts';
import type { AdviceView, HttpParts } from './http-parts.ts';
import type { ShelvedPicture } from './picture-shelf.ts';
import { problemResponse } from './problem.ts';
import { LARGEST_UPLOAD_BYTES } from './save-upload.ts';
import { sendFile } from './send-file.ts';

/** Types under which a picture is shown again; whatever else was claimed is sent as bytes, not as a picture. */
const SHOWABLE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'];

/** Taking in a picture of one's own, showing it again, and the advice about it. */
export function pictureRoutes({ pictures, advise }: Pick<HttpParts, 'pictures' | 'advise'>): Hono {
  const routes = new Hono();
  const advices = new WeakMap<ShelvedPicture, Promise<AdviceView>>();

  routes.post('/pictures', async ({ req }) => {
    if (Number(req.header('content-length') ?? 0) > LARGEST_UPLOAD_BYTES) return refused(TOO_MANY_BYTES);
    const sent = {
      contentType: SHOWABLE_TYPES.find((type) => type === req.header('content-type')) ?? 'application/octet-stream',
      slug: fileNameSlug(req.query('name') ?? ''),
      signal: req.raw.signal,
    };
    const taken = await pictures.take(req.raw.body, sent);
    if (!taken.ok) return refused(taken);
    const { id, widthPixels, heightPixels } = taken.picture;
    return Response.json({ id, widthPixels, heightPixels, url: pictureUrl(id) }, { status: 201 });
  });

  routes.get('/pictures/:id/picture', async (context) => {
    const picture = pictures.find(context.req.param('id'));
    if (picture === undefined) return pictureGone();
    const { path, contentType, id } = picture;
    return (await sendFile(context.req.raw, { path, contentType, etag: `"${id}"` })) ?? pictureGone();
  });

  routes.get('/pictures/:id/advice', async (context) => {
    const picture = pictures.find(context.req.param('id'));
    if (picture === undefined) return pictureGone();
    const known = advices.get(picture);
    // looked at once, for whoever asks: a person who goes away must not spoil the answer for the next
    const advice = known ?? advise(picture.path, AbortSignal.timeout(60_000));
    advices.set(picture, advice);
    advice.catch(() => advices.delete(picture));
    return context.json(await advice, 200, { 'cache-control': 'private, max-age=3600' });
  });
  return routes;
}

/** Where a picture that was taken in is shown. */
export function pictureUrl(id: string): string {
  return `/v1/pictures/${id}/picture`;
}

/** The answer for a picture that was swept, or never was. */
export function pictureGone(): Response {
  return problemResponse({
    code: 'picture-gone',
    detail: 'This picture is no longer here.',
    nextStep: 'Choose it again.',
  });
}

const TOO_MANY_BYTES: PictureRefusal = {
  ok: false,
  reason: 'too-many-bytes',
  sentence: 'The picture has more than 20 MB; save it smaller, or as JPEG.',
};

function refused({ reason, sentence }: PictureRefusal): Response {
  return problemResponse({
    code: reason,
    detail: sentence,
    nextStep: 'Choose another picture, or one of the characters.',
  });
}
