import { Hono } from 'hono';
import { z } from 'zod';
import { LONGEST_CLIP_SECONDS, SHORTEST_CLIP_SECONDS } from '../domain/clip/clip-format.ts';
import { MOTIONS, type MotionId } from '../domain/motion/presets.ts';
import { type MotionStrength, STRENGTH_FACTOR } from '../domain/motion/strength.ts';
import { clipEvents } from './clip-events.ts';
import type { Clip, ClipOrder } from './clip-queue.ts';
import { clipView } from './clip-view.ts';
import { demoPictureUrl, noSuchCharacter } from './demo-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { motionToPlay } from './motion-to-play.ts';
import { pictureGone, pictureUrl } from './picture-routes.ts';
import { problemResponse } from './problem.ts';
import { readJson } from './read-json.ts';
import { sendFile } from './send-file.ts';

const MOTION_IDS = MOTIONS.map((motion) => motion.id) as [MotionId, ...MotionId[]];
const STRENGTHS = Object.keys(STRENGTH_FACTOR) as [MotionStrength, ...MotionStrength[]];

const ClipRequest = z
  .strictObject({
    pictureId: z.string().max(64).optional(),
    demoCharacterId: z.string().max(64).optional(),
    motion: z.enum(MOTION_IDS),
    customText: z.string().max(1000).optional(),
    seconds: z.number().min(SHORTEST_CLIP_SECONDS).max(LONGEST_CLIP_SECONDS),
    strength: z.enum(STRENGTHS).default('normal'),
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .optional(),
  })
  .refine((request) => (request.pictureId === undefined) !== (request.demoCharacterId === undefined), {
    error: 'either pictureId or demoCharacterId is needed, and not both',
  })
  .refine((request) => (request.motion === 'custom') === (request.customText !== undefined), {
    error: 'customText belongs to the motion "custom", and only to it',
  });
type ClipRequest = z.infer<typeof ClipRequest>;

/** Asking for a clip, following it, stopping it, and its files. */
export function clipRoutes(parts: HttpParts): Hono {
  const { clips } = parts;
  const routes = new Hono();
  const view = (clip: Clip) => Response.json(clipView(clip, clips.clipsAhead(clip.id)), { headers: NO_STORE });

  routes.post('/clips', async ({ req }) => {
    const request = await readJson(req.raw, ClipRequest);
    if (request instanceof Response) return request;
    const order = await orderOf(request, parts);
    if (order instanceof Response) return order;
    const clip = clips.ask(order);
    if (typeof clip === 'string') return notTaken(clip);
    const headers = { ...NO_STORE, location: `/v1/clips/${clip.id}` };
    return Response.json(clipView(clip, clips.clipsAhead(clip.id)), { status: 202, headers });
  });

  routes.get('/clips/:id', ({ req }) => {
    const clip = clips.find(req.param('id'));
    return clip === undefined ? clipGone() : view(clip);
  });

  routes.get('/clips/:id/events', (context) => {
    const id = context.req.param('id');
    return clips.find(id) === undefined ? clipGone() : clipEvents(context, clips, id);
  });

  routes.post('/clips/:id/cancel', ({ req }) => {
    const id = req.param('id');
    clips.cancel(id);
    const clip = clips.find(id);
    return clip === undefined ? clipGone() : view(clip);
  });

  routes.get('/clips/:id/clip.mp4', async ({ req }) => {
    const clip = clips.find(req.param('id'));
    if (clip?.stage.state !== 'ready') return notReady(clip);
    const download = req.query('download') !== undefined && { downloadName: `${clip.order.fileName}.mp4` };
    const file = { path: clip.stage.clipPath, contentType: 'video/mp4', etag: `"${clip.id}"`, ...download };
    return (await sendFile(req.raw, file)) ?? clipGone();
  });

  routes.get('/clips/:id/poster.jpg', async ({ req }) => {
    const clip = clips.find(req.param('id'));
    if (clip?.stage.state !== 'ready') return notReady(clip);
    const file = { path: clip.stage.posterPath, contentType: 'image/jpeg', etag: `"${clip.id}-poster"` };
    return (await sendFile(req.raw, file)) ?? clipGone();
  });
  return routes;
}

const NO_STORE = { 'cache-control': 'no-store' };

/** The order that a request makes, or the answer that says why it makes none. */
async function orderOf(request: ClipRequest, parts: HttpParts): Promise<ClipOrder | Response> {
  const source = await sourceOf(request, parts);
  if (source instanceof Response) return source;
  const motion = motionToPlay(request.motion, request.customText ?? '');
  if (motion instanceof Response) return motion;
  return {
    picturePath: source.path,
    picture: source.picture,
    fileName: `${source.slug}-${request.motion}`,
    motionId: request.motion,
    motion,
    lengthSeconds: request.seconds,
    strength: request.strength,
    seed: request.seed ?? parts.newSeed(),
  };
}

interface ClipSource {
  readonly path: string;
  readonly slug: string;
  readonly picture: ClipOrder['picture'];
}

async function sourceOf(request: ClipRequest, { pictures, demoGallery }: HttpParts): Promise<ClipSource | Response> {
  const { pictureId, demoCharacterId = '' } = request;
  if (pictureId !== undefined) {
    const picture = pictures.find(pictureId);
    if (picture === undefined) return pictureGone();
    return { path: picture.path, slug: picture.slug, picture: { pictureId, url: pictureUrl(pictureId) } };
  }
  const character = demoGallery.find(demoCharacterId);
  if (character === undefined) return noSuchCharacter();
  const path = await demoGallery.picturePath(character);
  return { path, slug: character.id, picture: { demoCharacterId, url: demoPictureUrl(demoCharacterId) } };
}

function notTaken(reason: 'queue-full' | 'stopping'): Response {
  const problems = {
    'queue-full': { detail: 'Several clips are waiting already.', nextStep: 'Try again when one of them is finished.' },
    stopping: { detail: 'The program is about to stop.', nextStep: 'Start it again and ask once more.' },
  };
  return problemResponse({ code: reason, ...problems[reason] }, { 'retry-after': '10' });
}

function notReady(clip: Clip | undefined): Response {
  if (clip === undefined) return clipGone();
  return problemResponse({
    code: 'clip-not-ready',
    detail: `The clip is ${clip.stage.state}, there is no file to send.`,
    nextStep: `Follow GET /v1/clips/${clip.id} until its state is "ready".`,
  });
}

function clipGone(): Response {
  return problemResponse({
    code: 'clip-gone',
    detail: 'This clip is no longer here.',
    nextStep: 'Make it once more.',
  });
}
