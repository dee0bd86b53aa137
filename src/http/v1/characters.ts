import { z } from '@hono/zod-openapi';
import { ownedCharacter, type Seen, seenCharacter, seenClip, seenPicture, type Viewer } from '../../app/permissions.ts';
import type { Character } from '../../app/ports/stores/character-store.ts';
import type { GalleryItem } from '../../app/ports/stores/gallery-store.ts';
import { answer, type Endpoint, endpoint, nothing, openEndpoint } from './endpoint.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import { Id, IdParams, PageQuery, pageArguments, pageOf, toPage, Visibility } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';
import { CharacterSchema, characterView } from './views/character-view.ts';
import { ClipSchema, clipView } from './views/clip-view.ts';
import { PictureSchema, pictureView } from './views/picture-view.ts';

const NewCharacter = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    tagline: z.string().max(200).default(''),
    persona: z.string().max(4000).default(''),
    greeting: z.string().max(2000).default(''),
    declaredAge: z.enum(['adult', 'minor']),
    visibility: Visibility.default('public'),
  })
  .openapi('NewCharacter');

const CharacterChange = z.strictObject({
  name: z.string().trim().min(1).max(80).optional(),
  tagline: z.string().max(200).optional(),
  persona: z.string().max(4000).optional(),
  greeting: z.string().max(2000).optional(),
  declaredAge: z.enum(['adult', 'minor']).optional(),
  avatarPictureId: Id.nullable().optional(),
  avatarClipId: Id.nullable().optional(),
});

const GalleryItemSchema = z
  .object({
    id: Id,
    kind: z.enum(['picture', 'clip']),
    isFavourite: z.boolean(),
    picture: PictureSchema.nullable(),
    clip: ClipSchema.nullable(),
  })
  .openapi('GalleryItem');

const GalleryQuery = PageQuery.extend({
  show: z.enum(['all', 'pictures', 'clips', 'favourites']).default('all'),
  skip: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .describe('Leaves out so many: goes to any place at once'),
  of: Id.optional().describe('Only the item of this picture or clip'),
});
const GalleryPageSchema = pageOf(GalleryItemSchema).extend({
  total: z.number().int().nullable().describe('How many there are in all; told on the first page, at most 60,000'),
});
/** More in one list would be too high for browsers to scroll, and too many to count each time. */
const MOST_COUNTED = 60_000;

/** Characters and what is in their galleries. */
export function characterEndpoints(parts: ServiceParts): Endpoint[] {
  const { world } = parts;
  const find = async (viewer: Viewer, id: string): Promise<Seen<Character> | undefined> =>
    seenCharacter(viewer, await world.stores.characters.find(id));
  return [
    openEndpoint({
      method: 'get',
      path: '/characters',
      tag: 'Characters',
      summary: 'Public characters and my own, newest first',
      query: PageQuery,
      answer: pageOf(CharacterSchema),
      handle: async ({ principal, query }) => {
        const viewer = principal?.person;
        const found = await world.stores.characters.listFor(viewer?.id, pageArguments(query));
        const seen = found.map((character) => seenCharacter(viewer, character)).filter((one) => one !== undefined);
        const page = toPage(
          seen,
          query.limit,
          (character) => characterView(parts, viewer, character),
          ({ id }) => id,
        );
        return answer(pageOf(CharacterSchema), { ...page, items: await Promise.all(page.items) });
      },
    }),
    endpoint({
      method: 'post',
      path: '/characters',
      tag: 'Characters',
      scope: 'write',
      once: true,
      status: 201,
      summary: 'Make a character of my own',
      body: NewCharacter,
      answer: CharacterSchema,
      handle: ({ person, body, key }) =>
        once(parts, { personId: person.id, route: 'characters', key, body }, async (stores) => {
          const id = world.newId();
          await stores.characters.add({ ...body, id, ownerId: person.id });
          const made = seenCharacter(person, await stores.characters.find(id));
          if (made === undefined) throw new Error('a character that was just made is not there');
          return { status: 201, body: await characterView(parts, person, made) };
        }),
    }),
    openEndpoint({
      method: 'get',
      path: '/characters/{id}',
      tag: 'Characters',
      summary: 'One character',
      params: IdParams,
      answer: CharacterSchema,
      handle: async ({ principal, params }) => {
        const character = await find(principal?.person, params.id);
        if (character === undefined) return problem('not-found');
        return answer(CharacterSchema, await characterView(parts, principal?.person, character));
      },
    }),
    endpoint({
      method: 'patch',
      path: '/characters/{id}',
      tag: 'Characters',
      scope: 'write',
      summary: 'Change a character of mine; a clip can become its living avatar',
      params: IdParams,
      body: CharacterChange,
      answer: CharacterSchema,
      handle: async ({ person, params, body }) => {
        const mine = ownedCharacter(person, await find(person, params.id));
        if (mine === undefined || !(await avatarsAreSeen(parts, person, body))) return problem('not-found');
        const changed = seenCharacter(person, await world.stores.characters.change(mine.id, body));
        return answer(CharacterSchema, await characterView(parts, person, changed ?? mine));
      },
    }),
    openEndpoint({
      method: 'get',
      path: '/characters/{id}/gallery',
      tag: 'Characters',
      summary: 'Pictures and clips of a character, newest first',
      params: IdParams,
      query: GalleryQuery,
      answer: GalleryPageSchema,
      handle: async ({ principal, params, query }) => {
        const viewer = principal?.person;
        const character = await find(viewer, params.id);
        if (character === undefined) return problem('not-found');
        const { gallery } = world.stores;
        const about = { characterId: character.id, viewerId: viewer?.id, show: query.show };
        if (query.of !== undefined) {
          const item = await gallery.findOf(about, query.of);
          const view = item && (await galleryItemView(parts, viewer, item));
          const items = view === undefined ? [] : [view];
          return answer(GalleryPageSchema, { items, nextCursor: null, total: items.length });
        }
        const items = await gallery.list({ ...about, ...pageArguments(query), skip: query.skip });
        const isFirst = query.cursor === undefined && query.skip === 0;
        const total = isFirst ? await gallery.count({ ...about, most: MOST_COUNTED }) : null;
        const page = toPage(
          items,
          query.limit,
          (item) => galleryItemView(parts, viewer, item),
          ({ id }) => id,
        );
        const views = (await Promise.all(page.items)).filter((view) => view !== undefined);
        return answer(GalleryPageSchema, { ...page, items: views, total });
      },
    }),
    ...(['put', 'delete'] as const).map((method) =>
      endpoint({
        method,
        path: '/gallery-items/{id}/favourite',
        tag: 'Characters',
        scope: 'write',
        summary: method === 'put' ? 'Make it a favourite of mine' : 'It is no favourite of mine any more',
        params: IdParams,
        handle: async ({ person, params }) => {
          const item = await world.stores.gallery.find(params.id);
          if (item === undefined || (item.visibility === 'private' && item.ownerId !== person.id))
            return problem('not-found');
          await world.stores.gallery.setFavourite(person.id, item, method === 'put');
          return nothing();
        },
      }),
    ),
  ];
}

async function avatarsAreSeen(
  { world }: ServiceParts,
  viewer: Viewer,
  { avatarPictureId, avatarClipId }: z.infer<typeof CharacterChange>,
): Promise<boolean> {
  const { pictures, clips } = world.stores;
  const picture = avatarPictureId ? seenPicture(viewer, await pictures.find(avatarPictureId)) : 'none';
  const clip = avatarClipId ? seenClip(viewer, await clips.find(avatarClipId)) : 'none';
  return picture !== undefined && clip !== undefined;
}

async function galleryItemView(
  parts: ServiceParts,
  viewer: Viewer,
  { id, kind, isFavourite, pictureId, clipId }: GalleryItem,
): Promise<z.infer<typeof GalleryItemSchema> | undefined> {
  const { pictures, clips } = parts.world.stores;
  if (clipId !== undefined) {
    const clip = seenClip(viewer, await clips.find(clipId));
    return clip && { id, kind, isFavourite, picture: null, clip: await clipView(parts, viewer, clip) };
  }
  const picture = pictureId === undefined ? undefined : seenPicture(viewer, await pictures.find(pictureId));
  return picture && { id, kind, isFavourite, picture: pictureView(parts, picture), clip: null };
}
