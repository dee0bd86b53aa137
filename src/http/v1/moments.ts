import { z } from '@hono/zod-openapi';
import { postMoment } from '../../app/moments/post-moment.ts';
import { ownedCharacter, ownedMoment, seenCharacter, type Viewer } from '../../app/permissions.ts';
import type { Moment } from '../../app/ports/stores/chat-store.ts';
import { answer, type Endpoint, endpoint, nothing, openEndpoint } from './endpoint.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import { Id, IdParams, iso, PageQuery, pageArguments, pageOf, Time, toPage } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';
import { AttachmentSchema, attachmentViews } from './views/attachment-view.ts';
import { CharacterSchema, characterView } from './views/character-view.ts';

const MomentSchema = z
  .object({
    id: Id,
    character: CharacterSchema,
    body: z.string(),
    isMine: z.boolean(),
    createdAt: Time,
    attachments: z.array(AttachmentSchema),
  })
  .openapi('Moment');

const NewMoment = z
  .strictObject({
    characterId: Id.describe('A character of mine'),
    body: z.string().trim().max(2000).default(''),
    pictureIds: z.array(Id).max(8).default([]),
    clipIds: z.array(Id).max(8).default([]),
  })
  .refine(
    ({ body, pictureIds, clipIds }) => body !== '' || pictureIds.length + clipIds.length > 0,
    'a moment needs words or a picture',
  )
  .openapi('NewMoment');

const POST_PROBLEMS = { 'attachment-not-found': 'not-found', 'attachment-is-private': 'is-private' } as const;

/** The feed of moments. */
export function momentEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  return [
    openEndpoint({
      method: 'get',
      path: '/moments',
      tag: 'Moments',
      summary: 'The feed, newest first',
      query: PageQuery,
      answer: pageOf(MomentSchema),
      handle: async ({ principal, query }) => {
        const viewer = principal?.person;
        const moments = await world.stores.moments.list(pageArguments(query));
        const page = toPage(
          moments,
          query.limit,
          (moment) => momentView(parts, viewer, moment),
          ({ id }) => id,
        );
        const items = (await Promise.all(page.items)).filter((view) => view !== undefined);
        return answer(pageOf(MomentSchema), { ...page, items });
      },
    }),
    endpoint({
      method: 'post',
      path: '/moments',
      tag: 'Moments',
      scope: 'write',
      once: true,
      status: 201,
      summary: 'Post a moment of a character of mine',
      body: NewMoment,
      answer: MomentSchema,
      handle: ({ person, body, key }) =>
        once(parts, { personId: person.id, route: 'moments', key, body }, async (stores) => {
          const character = ownedCharacter(person, await stores.characters.find(body.characterId));
          if (character === undefined) return problem('not-found', { detail: 'You have no such character.' });
          const posted = await postMoment(world, stores, person, character, body);
          if (!posted.ok) return problem(POST_PROBLEMS[posted.reason]);
          const view = await momentView({ ...parts, world: { ...world, stores } }, person, posted.moment);
          if (view === undefined) throw new Error('a moment that was just posted cannot be seen');
          return { status: 201, body: view };
        }),
    }),
    openEndpoint({
      method: 'get',
      path: '/moments/{id}',
      tag: 'Moments',
      summary: 'One moment',
      params: IdParams,
      answer: MomentSchema,
      handle: async ({ principal, params }) => {
        const moment = await world.stores.moments.find(params.id);
        const view = moment && (await momentView(parts, principal?.person, moment));
        return view === undefined ? problem('not-found') : answer(MomentSchema, view);
      },
    }),
    endpoint({
      method: 'delete',
      path: '/moments/{id}',
      tag: 'Moments',
      scope: 'write',
      summary: 'Delete a moment of mine; its pictures and clips stay in the gallery',
      params: IdParams,
      handle: async ({ person, params }) => {
        const moment = ownedMoment(person, await world.stores.moments.find(params.id));
        if (moment === undefined) return problem('not-found');
        await world.stores.moments.setDeleted(moment.id, world.now());
        return nothing();
      },
    }),
  ];
}

async function momentView(
  parts: ServiceParts,
  viewer: Viewer,
  { id, authorId, characterId, body, createdAt, attachments }: Moment,
): Promise<z.infer<typeof MomentSchema> | undefined> {
  const character = seenCharacter(viewer, await parts.world.stores.characters.find(characterId));
  if (character === undefined) return undefined;
  return {
    id,
    character: await characterView(parts, viewer, character),
    body,
    isMine: viewer?.id === authorId,
    createdAt: iso(createdAt),
    attachments: await attachmentViews(parts, viewer, attachments),
  };
}
