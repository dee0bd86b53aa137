import { z } from '@hono/zod-openapi';
import { ownedCharacter, ownedPicture, seenPicture } from '../../app/permissions.ts';
import { showPicture, takePicture } from '../../app/pictures/import-picture.ts';
import { placeFace } from '../../app/pictures/place-face.ts';
import { type AdviceCode, overallAdvice } from '../../domain/picture/advice.ts';
import { answer, type Endpoint, endpoint, nothing, openEndpoint } from './endpoint.ts';
import { once } from './once.ts';
import { pictureProblem, problem } from './problems.ts';
import { ClipMotion, Frame, Id, IdParams, Visibility } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';
import { FacePointsSchema, PictureSchema, pictureView } from './views/picture-view.ts';

const ImportQuery = z.object({
  characterId: Id,
  origin: z.enum(['ai_generated', 'uploaded']).describe('Only AI-generated pictures can be animated'),
  madeBy: z.string().max(200).default('').describe('The model or program that made it'),
  rating: z.enum(['general', 'suggestive']).default('general'),
  description: z.string().max(1000).default('').describe('What it shows, for people who do not see it'),
  visibility: Visibility.default('public'),
});

const AdviceSchema = z
  .object({
    level: z.enum(['great', 'fine', 'weak']),
    notes: z.array(
      z.object({
        code: z.string(),
        level: z.enum(['good', 'hint', 'warning']),
        sentence: z.string(),
        whatToDo: z.string().nullable(),
        motions: z.array(ClipMotion).nullable().describe('The motions it is about; null: all of them'),
      }),
    ),
    canSpeak: z.boolean().describe('Whether a mouth was found that voice sync can open'),
    frames: z
      .array(
        z.object({
          frame: Frame,
          left: z.number().int(),
          top: z.number().int(),
          widthPixels: z.number().int(),
          heightPixels: z.number().int(),
        }),
      )
      .describe('Frames that are worth offering besides the whole picture, with the part of it that each shows'),
  })
  .openapi('PictureAdvice');

const CANNOT_SPEAK: ReadonlySet<AdviceCode> = new Set(['no-face', 'mouth-not-found']);

/** Pictures of characters: taking them in, looking at them before they are animated. */
export function pictureEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    endpoint({
      method: 'post',
      path: '/pictures',
      tag: 'Pictures',
      scope: 'write',
      once: true,
      status: 201,
      summary: 'Take in a picture of a character of mine; the body is the file itself',
      description:
        'PNG, JPEG, WebP or AVIF, 20 MB at most. It is encoded anew at once: nothing but its pixels is kept.',
      query: ImportQuery,
      takesFile: ['image/png', 'image/jpeg', 'image/webp', 'image/avif'],
      answer: PictureSchema,
      handle: async ({ request, person, query, key }) => {
        const character = ownedCharacter(person, await world.stores.characters.find(query.characterId));
        if (character === undefined) return problem('not-found', { detail: 'You have no such character.' });
        if (request.body === null)
          return problem('invalid-request', { detail: 'The body is empty; it has to be the file itself.' });
        const { characterId: _, ...news } = query;
        const taken = await takePicture(parts, request.body);
        if (!taken.ok) return pictureProblem(taken);
        let isShown = false;
        const asked = { personId: person.id, route: 'pictures', key, body: { ...query, sha256: taken.sentSha256 } };
        const said = await once(parts, asked, async (stores) => {
          const mine = ownedPicture(person, await showPicture(world, stores, taken, character, news));
          if (mine === undefined) throw new Error('a picture that was just taken in belongs to somebody else');
          isShown = true;
          return { status: 201, body: pictureView(parts, mine) };
        });
        // the same was taken in before, or the key is another request's: this copy of the file is nobody's
        if (!isShown) await parts.storage.delete(taken.storageKey);
        return said;
      },
    }),
    openEndpoint({
      method: 'get',
      path: '/pictures/{id}',
      tag: 'Pictures',
      summary: 'One picture',
      params: IdParams,
      answer: PictureSchema,
      handle: async ({ principal, params }) => {
        const picture = seenPicture(principal?.person, await world.stores.pictures.find(params.id));
        return picture === undefined ? problem('not-found') : answer(PictureSchema, pictureView(parts, picture));
      },
    }),
    endpoint({
      method: 'get',
      path: '/pictures/{id}/advice',
      tag: 'Pictures',
      scope: 'read',
      summary: 'How well a picture will move, and which motions will not work on it; free',
      params: IdParams,
      answer: AdviceSchema,
      handle: async ({ person, params }) => {
        const picture = seenPicture(person, await world.stores.pictures.find(params.id));
        const advice = picture === undefined ? undefined : await parts.adviseOn(picture);
        if (advice === undefined) return problem('not-found');
        const notes = advice.map(({ code, level, sentence, whatToDo, motions }) => {
          return {
            code,
            level,
            sentence,
            whatToDo: whatToDo ?? null,
            motions: motions === undefined ? null : [...motions],
          };
        });
        const offered = picture === undefined ? [] : await parts.framesOf(picture);
        const frames = offered.map(({ frame, rectangle }) => ({ frame, ...rectangle }));
        const canSpeak = !advice.some(({ code }) => CANNOT_SPEAK.has(code));
        return answer(AdviceSchema, { level: overallAdvice(advice), notes, canSpeak, frames });
      },
    }),
    endpoint({
      method: 'put',
      path: '/pictures/{id}/face-points',
      tag: 'Pictures',
      scope: 'write',
      summary: 'Say where the face of a picture of mine is, when none or another is found',
      description: 'The advice and the clips of the built-in engine go by it from now on.',
      params: IdParams,
      body: FacePointsSchema,
      answer: PictureSchema,
      handle: async ({ person, params, body }) => {
        const mine = ownedPicture(person, await world.stores.pictures.find(params.id));
        if (mine === undefined) return problem('not-found');
        const placed = await placeFace(world, mine, body);
        if (!placed.ok) return problem('face-points-impossible', { detail: placed.sentence });
        return answer(PictureSchema, pictureView(parts, { ...mine, facePoints: body }));
      },
    }),
    endpoint({
      method: 'delete',
      path: '/pictures/{id}/face-points',
      tag: 'Pictures',
      scope: 'write',
      summary: 'Let the machine look for the face again',
      params: IdParams,
      handle: async ({ person, params }) => {
        const mine = ownedPicture(person, await world.stores.pictures.find(params.id));
        if (mine === undefined) return problem('not-found');
        await placeFace(world, mine, null);
        return nothing();
      },
    }),
    ...(['delete', 'post'] as const).map((method) =>
      endpoint({
        method,
        path: method === 'delete' ? '/pictures/{id}' : '/pictures/{id}/restore',
        tag: 'Pictures',
        scope: 'write',
        summary: method === 'delete' ? 'Delete a picture of mine; it can be restored for 30 days' : 'Undo its deletion',
        params: IdParams,
        handle: async ({ person, params }) => {
          const mine = ownedPicture(person, await world.stores.pictures.find(params.id));
          if (mine === undefined) return problem('not-found');
          const at = method === 'delete' ? world.now() : null;
          const isDone = await world.transaction((stores) => stores.pictures.setDeleted(mine.id, at));
          return isDone ? nothing() : problem('gone-for-good');
        },
      }),
    ),
  ];
}
