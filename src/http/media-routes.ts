import { Hono } from 'hono';
import { seenClip, seenPicture, type Viewer } from '../app/permissions.ts';
import type { StoredFile } from '../app/ports/file-storage.ts';
import type { Picture } from '../app/ports/stores/character-store.ts';
import type { Clip } from '../app/ports/stores/clip-store.ts';
import { isUuid } from '../domain/uuid.ts';
import { fileAnswer } from './file-answer.ts';
import { fileNameSlug } from './file-name-slug.ts';
import { problem } from './v1/problems.ts';
import type { ServiceParts } from './v1/service-parts.ts';

type MediaParts = Pick<ServiceParts, 'world' | 'storage' | 'links' | 'identity' | 'smallCopies'>;

/** What is behind an address never changes, but it may be deleted: caches that are not ours ask again after a day. */
const PUBLIC_CACHING = 'public, max-age=86400, immutable';
const PRIVATE_CACHING = 'private, no-store';

/** Something that may be sent: where its bytes are, and what it is called on somebody's disk. */
interface Medium {
  readonly file: StoredFile;
  readonly visibility: 'public' | 'private';
  readonly name: string;
}

type Find = (parts: MediaParts, id: string, viewer: Viewer | 'signed') => Promise<Medium | undefined>;

/**
 * Pictures and clips as files. Public ones are for everybody; private ones for who has a signed address, for their owner and for
 * the operator. What was deleted is there for its owner alone, who may still bring it back.
 */
export function mediaRoutes(parts: MediaParts): Hono {
  const app = new Hono();
  const serve = (path: string, find: Find): void => {
    app.get(path, async ({ req }) => {
      const medium = await findFor(parts, req.raw, req.param('id') ?? '', find);
      const sent = medium && (await send(parts, req.raw, medium));
      return sent ?? problem('not-found');
    });
  };
  serve('/media/pictures/:id', findPicture);
  serve('/media/pictures/:id/small.webp', small(findPicture));
  serve('/media/clips/:id/clip.mp4', findClip);
  serve('/media/clips/:id/poster.jpg', findPoster);
  serve('/media/clips/:id/small.webp', small(findPoster));
  return app;
}

/** Nobody has to say who they are for what everybody may see. */
async function findFor(parts: MediaParts, request: Request, id: string, find: Find): Promise<Medium | undefined> {
  if (!isUuid(id)) return undefined;
  const { pathname, searchParams } = new URL(request.url);
  const query = { expires: searchParams.get('expires') ?? '', signature: searchParams.get('signature') ?? '' };
  const isSigned = query.signature !== '' && parts.links.isSigned(pathname, query, parts.world.now());
  const medium = await find(parts, id, isSigned ? 'signed' : undefined);
  if (medium !== undefined) return medium;
  const who = await parts.identity.authenticate(request);
  return typeof who === 'object' && who.scopes.has('read') ? find(parts, id, who.person) : undefined;
}

function send({ storage }: MediaParts, request: Request, { file, visibility, name }: Medium) {
  const wantsToKeep = new URL(request.url).searchParams.get('download') === '1';
  return fileAnswer(request, {
    ...file,
    cacheControl: visibility === 'public' ? PUBLIC_CACHING : PRIVATE_CACHING,
    downloadName: wantsToKeep ? name : undefined,
    open: (firstByte, lastByte) => storage.open(file.key, { firstByte, lastByte }),
  });
}

const findPicture: Find = async ({ world: { stores } }, id, viewer) => {
  const picture = await stores.pictures.find(id);
  const isOpen = viewer === 'signed' ? picture?.deletedAt === undefined : seenPicture(viewer, picture) !== undefined;
  if (picture === undefined || !isOpen) return undefined;
  const { storageKey: key, sizeBytes, sha256, contentType, visibility } = picture;
  const name = `${await characterSlug(stores, picture)}.${contentType.replace('image/', '').replace('jpeg', 'jpg')}`;
  return { file: { key, sizeBytes, sha256, contentType }, visibility, name };
};

const findClip: Find = async ({ world: { stores } }, id, viewer) => {
  const clip = readyClip(await stores.clips.find(id), viewer);
  if (clip === undefined) return undefined;
  const { clipKey: key, sizeBytes, sha256 } = clip.file;
  const name = `${await characterSlug(stores, clip)}-${clip.motion}.mp4`;
  return { file: { key, sizeBytes, sha256, contentType: 'video/mp4' }, visibility: clip.visibility, name };
};

const findPoster: Find = async ({ world: { stores }, storage }, id, viewer) => {
  const clip = readyClip(await stores.clips.find(id), viewer);
  const file = clip && (await storage.find(clip.file.posterKey));
  if (clip === undefined || file === undefined) return undefined;
  return { file, visibility: clip.visibility, name: `${await characterSlug(stores, clip)}-${clip.motion}.jpg` };
};

/** The small copy of what is found. */
const small =
  (find: Find): Find =>
  async (parts, id, viewer) => {
    const medium = await find(parts, id, viewer);
    const file = medium && (await parts.smallCopies.of(medium.file.key));
    return medium && file && { ...medium, file };
  };

function readyClip(clip: Clip | undefined, viewer: Viewer | 'signed') {
  const { file } = clip ?? {};
  const isOpen = viewer === 'signed' ? clip?.deletedAt === undefined : seenClip(viewer, clip) !== undefined;
  return clip !== undefined && file !== undefined && isOpen ? { ...clip, file } : undefined;
}

async function characterSlug(
  { characters }: MediaParts['world']['stores'],
  { characterId }: Pick<Clip | Picture, 'characterId'>,
): Promise<string> {
  return fileNameSlug((await characters.find(characterId))?.name ?? '');
}
