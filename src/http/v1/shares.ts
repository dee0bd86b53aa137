import { z } from '@hono/zod-openapi';
import { ownedClip, seenClip } from '../../app/permissions.ts';
import type { ShareLink } from '../../app/ports/stores/share-store.ts';
import { shareClip } from '../../app/share/share-clip.ts';
import { SHARE_FORMAT_IDS, SHARE_FORMATS, type ShareFormat } from '../../domain/share/share-formats.ts';
import { usualTitle } from '../../domain/share/share-title.ts';
import { fileAnswer } from '../file-answer.ts';
import { fileNameSlug } from '../file-name-slug.ts';
import { answer, type Endpoint, endpoint, nothing, openEndpoint } from './endpoint.ts';
import { problem } from './problems.ts';
import { IdParams, iso, Time } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

const ShareRequest = z
  .strictObject({
    title: z.string().max(300).optional().describe('Cut to 70 bytes; says what the clip shows when left out'),
    isIndexed: z.boolean().optional().describe('Whether search engines may list it; they may not when left out'),
  })
  .openapi('ShareRequest');

const ShareSchema = z
  .object({
    slug: z.string(),
    url: z.string(),
    title: z.string(),
    isIndexed: z.boolean(),
    createdAt: Time,
    opensForOthers: z.boolean().describe('Whether the address works on machines of other people'),
    detail: z.string(),
  })
  .openapi('Share');

const DownloadQuery = z.object({ format: z.enum(SHARE_FORMAT_IDS as [ShareFormat, ...ShareFormat[]]).default('mp4') });

const FOR_OTHERS = {
  true: 'Everybody who has this link can watch the clip, until you turn the link off.',
  false: 'Links can be opened by others only when the server has a public https address (REVERIE_PUBLIC_ORIGIN).',
} as const;

/** Links to clips, and clips as files. */
export function shareEndpoints(parts: ServiceParts): Endpoint[] {
  const { world, shareCopies, storage, publicOrigin } = parts;
  const shareView = (link: ShareLink, request: Request): z.input<typeof ShareSchema> => {
    const opensForOthers = publicOrigin?.startsWith('https:') ?? false;
    const { slug, title, isIndexed, createdAt } = link;
    const url = `${publicOrigin ?? new URL(request.url).origin}/v/${slug}`;
    return {
      slug,
      url,
      title,
      isIndexed,
      createdAt: iso(createdAt),
      opensForOthers,
      detail: FOR_OTHERS[`${opensForOthers}`],
    };
  };
  return [
    endpoint({
      method: 'post',
      path: '/clips/{id}/share',
      tag: 'Clips',
      scope: 'write',
      status: 201,
      summary: 'Get the link of a clip of mine that others can open, or change what it says',
      params: IdParams,
      body: ShareRequest,
      answer: ShareSchema,
      handle: async ({ person, params, body, request }) => {
        const outcome = await world.transaction(async (stores) => {
          const clip = ownedClip(person, await stores.clips.find(params.id));
          return (
            clip && shareClip(world, stores, clip, body, () => Buffer.from(parts.randomBytes(16)).toString('base64url'))
          );
        });
        if (outcome === undefined) return problem('not-found');
        if (!outcome.ok) return problem(outcome.reason);
        return answer(ShareSchema, shareView(outcome.link, request), outcome.isNew ? 201 : 200);
      },
    }),
    endpoint({
      method: 'get',
      path: '/clips/{id}/share',
      tag: 'Clips',
      scope: 'read',
      summary: 'The link of a clip of mine; 404 while it has none',
      params: IdParams,
      answer: ShareSchema,
      handle: async ({ person, params, request }) => {
        const clip = ownedClip(person, await world.stores.clips.find(params.id));
        const link = clip && (await world.stores.shares.findOfClip(clip.id));
        return link === undefined ? problem('not-found') : answer(ShareSchema, shareView(link, request));
      },
    }),
    endpoint({
      method: 'delete',
      path: '/clips/{id}/share',
      tag: 'Clips',
      scope: 'write',
      summary: 'Turn the link of a clip of mine off; the next one will be another',
      params: IdParams,
      handle: async ({ person, params }) => {
        const clip = ownedClip(person, await world.stores.clips.find(params.id));
        const link = clip && (await world.stores.shares.findOfClip(clip.id));
        if (link === undefined) return problem('not-found');
        await world.stores.shares.revoke(link.slug, world.now());
        return nothing();
      },
    }),
    openEndpoint({
      method: 'get',
      path: '/clips/{id}/download',
      tag: 'Clips',
      rate: 'look',
      summary: 'A clip as a file to take along',
      description:
        'mp4 is the clip itself; compat, webp and gif are made when they are first asked for, which takes some seconds.',
      params: IdParams,
      query: DownloadQuery,
      contentType: 'application/octet-stream',
      handle: async ({ principal, params, query, request }) => {
        const clip = seenClip(principal?.person, await world.stores.clips.find(params.id));
        if (clip === undefined || clip.deletedAt !== undefined) return problem('not-found');
        const { file } = clip;
        if (file === undefined) return problem('clip-not-ready');
        const copy = await shareCopies.copyOf({ ...clip, file }, query.format);
        if (copy === 'too-large') return problem('too-large', { detail: TOO_LARGE, nextStep: 'Take the MP4 instead.' });
        if (copy === 'busy') return problem('too-many-requests', { headers: { 'retry-after': '20' } });
        const character = await world.stores.characters.find(clip.characterId);
        const name = fileNameSlug(usualTitle(character?.name ?? 'clip', clip.motion));
        const extension = SHARE_FORMATS[query.format].fileName.split('.').pop();
        const downloadName = `${name}${query.format === 'compat' ? '-compat' : ''}.${extension}`;
        const cacheControl = clip.visibility === 'public' ? 'public, max-age=86400' : 'private, no-store';
        const open = (firstByte: number, lastByte: number) => storage.open(copy.key, { firstByte, lastByte });
        return (await fileAnswer(request, { ...copy, downloadName, cacheControl, open })) ?? problem('not-found');
      },
    }),
  ];
}

const TOO_LARGE = 'Even a small copy in this format would be larger than other platforms take.';
