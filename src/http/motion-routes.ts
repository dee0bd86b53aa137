import { Hono } from 'hono';
import { z } from 'zod';
import { LONGEST_CLIP_SECONDS, SHORTEST_CLIP_SECONDS } from '../domain/clip/clip-format.ts';
import { MOTIONS } from '../domain/motion/presets.ts';
import { LONGEST_CUSTOM_TEXT_CHARACTERS } from '../domain/motion/read-custom-text.ts';
import { STRENGTH_FACTOR } from '../domain/motion/strength.ts';
import { customReadingView } from './custom-reading.ts';
import { readJson } from './read-json.ts';
import { LARGEST_UPLOAD_BYTES } from './save-upload.ts';

/** The product page's own examples of a custom motion. */
const CUSTOM_EXAMPLES = [
  'Slowly nodding with an encouraging smile, eyes warm.',
  'Tucks a strand of hair behind her ear, looks down.',
  'Reaches forward, then pauses; second-guessing the move.',
  'Laughs once, looks away, exhales.',
];

const SHEET = {
  motions: MOTIONS,
  strengths: Object.keys(STRENGTH_FACTOR),
  seconds: { shortest: SHORTEST_CLIP_SECONDS, longest: LONGEST_CLIP_SECONDS },
  customText: { mostCharacters: LONGEST_CUSTOM_TEXT_CHARACTERS, examples: CUSTOM_EXAMPLES },
  largestPictureBytes: LARGEST_UPLOAD_BYTES,
};

const ReadingRequest = z.strictObject({ text: z.string().max(1000) });

/** What can be played, and what a custom text would play. */
export function motionRoutes(): Hono {
  const routes = new Hono();
  routes.get('/motions', (context) => context.json(SHEET, 200, { 'cache-control': 'no-cache' }));
  routes.post('/custom-motion-reading', async ({ req }) => {
    const request = await readJson(req.raw, ReadingRequest);
    if (request instanceof Response) return request;
    return Response.json(customReadingView(request.text), { headers: { 'cache-control': 'no-store' } });
  });
  return routes;
}
