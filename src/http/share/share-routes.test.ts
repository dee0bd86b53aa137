import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '../../../test/support/test-service.ts';
import type { Clip } from '../../app/ports/stores/clip-store.ts';
import type { Person } from '../../app/ports/stores/person-store.ts';
import { createServiceApp } from '../service-app.ts';
import { shareRoutes } from './share-routes.ts';

const ORIGIN = 'https://clips.example.com';
const CLIP_BYTES = Buffer.from('the clip itself, as bytes');
const POSTER_BYTES = Buffer.alloc(90_000, 7);

let service: TestService;
let owner: Person;
let bearer: string;

beforeAll(async () => {
  service = await openTestService({ parts: { publicOrigin: ORIGIN } });
  owner = await service.world.addPerson();
  bearer = service.signIn(owner);
});
afterAll(() => service.close());

/** A finished clip of `Mira` whose files are in the storage. */
async function addClip({
  visibility = 'public' as 'public' | 'private',
  ready = true,
  description = 'Mira at her desk.',
} = {}): Promise<Clip> {
  const { world, parts } = service;
  const character = await world.addCharacter(owner, { name: 'Mira', visibility });
  const picture = await world.addPicture(character, { visibility, description });
  const id = world.newId();
  const [clipKey, posterKey] = [`clips/${id}/clip.mp4`, `clips/${id}/poster.jpg`];
  const { sizeBytes, sha256 } = await parts.storage.put(clipKey, { bytes: CLIP_BYTES }, 'video/mp4');
  await parts.storage.put(posterKey, { bytes: POSTER_BYTES }, 'image/jpeg');
  const request = {
    ...{ id, ownerId: owner.id, idempotencyKey: id, characterId: character.id, pictureId: picture.id, visibility },
    ...({ motion: 'turn-to-camera', customText: '', lengthSeconds: 4, strength: 'normal', frame: 'as-is' } as const),
    ...{ engine: 'local', model: 'one', priceCredits: 0, priority: 0 },
  };
  await world.stores.clips.add(request, { now: world.now(), deadlineAt: world.now(), fairTurn: 0 });
  const file = { clipKey, posterKey, widthPixels: 720, heightPixels: 960, sizeBytes, sha256 };
  if (ready) await world.stores.clips.move(id, ['queued'], { state: 'ready', endedAt: world.now(), file });
  return (await world.stores.clips.find(id))!;
}

const api = (method: string, path: string, { body, as = bearer }: { body?: object; as?: string | undefined } = {}) =>
  service.fetch(`http://reverie.test/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(as !== '' && { authorization: `Bearer ${as}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const share = async ({ id }: Clip, body: object = {}): Promise<{ slug: string; url: string } & Record<string, unknown>> =>
  (await api('POST', `/clips/${id}/share`, { body })).json() as never;

const routes = () => shareRoutes({ ...service.parts, publicOrigin: ORIGIN });
const open = (path: string, init?: RequestInit): Promise<Response> =>
  Promise.resolve(routes().fetch(new Request(`${ORIGIN}${path}`, init)));

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** `<meta>` tags as crawlers read them, by `property` or `name`. */
function metaTags(html: string): Map<string, string> {
  const tags = html.matchAll(/<meta (?:property|name)="([^"]*)" content="([^"]*)">/g);
  return new Map(Array.from(tags, ([, name, content]) => [name as string, unescaped(content as string)]));
}

describe('a shared clip', () => {
  it('gets one unguessable link, the same again when asked again, which its owner can find, change and turn off', async () => {
    const clip = await addClip();
    expect((await api('GET', `/clips/${clip.id}/share`)).status).toBe(404);
    const first = await share(clip);
    expect(first).toMatchObject({ title: 'Mira turns to the camera', isIndexed: false, opensForOthers: true });
    expect(first.slug).toMatch(/^[\w-]{22}$/);
    expect(first.url).toBe(`${ORIGIN}/v/${first.slug}`);
    expect(await share(clip, { title: 'Look!', isIndexed: true })).toMatchObject({ slug: first.slug, title: 'Look!', isIndexed: true });
    expect(await (await api('GET', `/clips/${clip.id}/share`)).json()).toMatchObject({ slug: first.slug, title: 'Look!' });
    expect((await api('DELETE', `/clips/${clip.id}/share`)).status).toBe(204);
    expect((await api('GET', `/clips/${clip.id}/share`)).status).toBe(404);
    expect((await share(clip)).slug).not.toBe(first.slug);
  });

  it('is shared by its owner alone, and only when it is ready', async () => {
    const clip = await addClip();
    const stranger = service.signIn(await service.world.addPerson());
    expect((await api('POST', `/clips/${clip.id}/share`, { body: {}, as: stranger })).status).toBe(404);
    expect((await api('POST', `/clips/${clip.id}/share`, { body: {}, as: '' })).status).toBe(401);
    const unfinished = await addClip({ ready: false });
    expect((await api('POST', `/clips/${unfinished.id}/share`, { body: {} })).status).toBe(409);
  });

  it('says that nobody else can open the link where the service has no public address', async () => {
    const local = await openTestService();
    try {
      const person = await local.world.addPerson();
      const character = await local.world.addCharacter(person);
      const picture = await local.world.addPicture(character);
      const id = local.world.newId();
      await local.world.stores.clips.add(
        {
          ...{ id, ownerId: person.id, idempotencyKey: id, characterId: character.id, pictureId: picture.id, visibility: 'public' },
          ...{ motion: 'breathing', customText: '', lengthSeconds: 3, strength: 'normal', frame: 'as-is', engine: 'local', model: 'one' },
          ...{ priceCredits: 0, priority: 0 },
        },
        { now: local.world.now(), deadlineAt: local.world.now(), fairTurn: 0 },
      );
      const file = {
        clipKey: 'clips/a/clip.mp4',
        posterKey: 'clips/a/poster.jpg',
        widthPixels: 720,
        heightPixels: 960,
        sizeBytes: 1,
        sha256: 'a',
      };
      await local.world.stores.clips.move(id, ['queued'], { state: 'ready', endedAt: local.world.now(), file });
      const headers = { authorization: `Bearer ${local.signIn(person)}`, 'content-type': 'application/json' };
      const answer = await local.fetch(`http://127.0.0.1:4600/v1/clips/${id}/share`, { method: 'POST', headers, body: '{}' });
      const said = (await answer.json()) as { url: string; detail: string };
      expect(said).toMatchObject({ opensForOthers: false });
      expect(said.url).toMatch(/^http:\/\/127\.0\.0\.1:4600\/v\//);
      expect(said.detail).toContain('REVERIE_PUBLIC_ORIGIN');
    } finally {
      await local.close();
    }
  });
});

describe('the public page', () => {
  it('gives Discord a video: type, the MP4 itself over https, a picture, a title of at most 70 bytes', async () => {
    const { slug } = await share(await addClip(), { title: 'ü'.repeat(200) });
    const page = await open(`/v/${slug}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(5 * 1024);
    const tags = metaTags(html);
    expect(tags.get('og:type')).toBe('video.other');
    expect(tags.get('twitter:card')).toBe('player');
    const video = new URL(tags.get('og:video')!);
    expect([video.protocol, video.pathname.endsWith('.mp4'), video.href.length < 2048]).toEqual(['https:', true, true]);
    expect(tags.get('og:video:secure_url')).toBe(video.href);
    expect(tags.get('og:image')).toMatch(/^https:\/\/.*\/poster\.jpg$/);
    expect(Buffer.byteLength(tags.get('og:title')!)).toBeLessThanOrEqual(70);
    expect(Buffer.byteLength(tags.get('og:description')!)).toBeLessThanOrEqual(350);
    expect(tags.get('theme-color')).toMatch(/^#[0-9a-f]{6}$/i);
  });

  it('gives X a player card and WhatsApp a picture below 300 kB of the shape of the clip, all addresses absolute', async () => {
    const { slug } = await share(await addClip());
    const html = await (await open(`/v/${slug}`)).text();
    const tags = metaTags(html);
    for (const name of ['og:url', 'og:image', 'og:video', 'twitter:image', 'twitter:player', 'twitter:player:stream']) {
      expect(tags.get(name), name).toMatch(/^https:\/\/clips\.example\.com\//);
    }
    expect(tags.get('twitter:player')).toBe(`${ORIGIN}/embed/${slug}`);
    expect([tags.get('twitter:player:width'), tags.get('twitter:player:height')]).toEqual(['720', '960']);
    expect(tags.get('twitter:player:stream:content_type')).toBe('video/mp4');
    expect([tags.get('og:image:width'), tags.get('og:image:height')]).toEqual([tags.get('og:video:width'), tags.get('og:video:height')]);
    expect(tags.get('og:description')!.length).toBeLessThanOrEqual(80);
    const poster = await open(new URL(tags.get('og:image')!).pathname);
    expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Number(poster.headers.get('content-length'))).toBeLessThan(300_000);
    await poster.arrayBuffer();
    const canonical = /<link rel="canonical" href="([^"]*)">/.exec(html)?.[1];
    expect(canonical).toBe(`${ORIGIN}/v/${slug}`);
  });

  it('gives search engines a VideoObject, and asks them not to list it unless its owner wants that', async () => {
    const clip = await addClip();
    const { slug } = await share(clip);
    const html = await (await open(`/v/${slug}`)).text();
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json!)).toMatchObject({
      ...{ '@type': 'VideoObject', name: 'Mira turns to the camera', duration: 'PT4S', uploadDate: clip.endedAt?.toISOString() },
      ...{
        contentUrl: `${ORIGIN}/v/${slug}/clip.mp4`,
        thumbnailUrl: [`${ORIGIN}/v/${slug}/poster.jpg`],
        embedUrl: `${ORIGIN}/embed/${slug}`,
      },
    });
    expect(metaTags(html).get('robots')).toBe('noindex');
    await share(clip, { isIndexed: true });
    expect(metaTags(await (await open(`/v/${slug}`)).text()).get('robots')).toBeUndefined();
  });

  it('gives blogs oEmbed with a frame of the size that they have room for', async () => {
    const { slug } = await share(await addClip());
    const link = /type="application\/json\+oembed" href="([^"]*)"/.exec(await (await open(`/v/${slug}`)).text())?.[1];
    const { pathname, search } = new URL(unescaped(link!));
    const whole = (await (await open(pathname + search)).json()) as Record<string, unknown>;
    expect(whole).toMatchObject({ version: '1.0', type: 'video', width: 720, height: 960, author_name: 'Mira', thumbnail_width: 720 });
    expect(whole.html).toContain(`<iframe src="${ORIGIN}/embed/${slug}" width="720" height="960"`);
    expect(await (await open(`${pathname}${search}&maxwidth=360`)).json()).toMatchObject({ width: 360, height: 480 });
    const asXml = `${pathname}${search.replace('format=json', 'format=xml')}`;
    expect((await open(asXml)).status).toBe(501);
    expect((await open(`/oembed?url=${encodeURIComponent('https://elsewhere.example/v/aaaaaaaaaaaaaaaaaaaaaa')}`)).status).toBe(404);
  });

  it('keeps what people wrote apart from what it is made of', async () => {
    const evil = `</title><script>alert("1")</script>'&"`;
    const { slug } = await share(await addClip({ description: `${evil} x` }), { title: evil });
    for (const path of [`/v/${slug}`, `/embed/${slug}`]) {
      const html = await (await open(path)).text();
      expect(html).not.toContain('<script>alert');
      expect(html.match(/<script/g) ?? []).toHaveLength(path.startsWith('/v') ? 1 : 0);
      expect(unescaped(/<title>(.*?)<\/title>/s.exec(html)![1]!)).toBe(`${evil} · Reverie`);
    }
    const page = await (await open(`/v/${slug}`)).text();
    expect(metaTags(page).get('og:title')).toBe(evil);
    expect(JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(page)![1]!).name).toBe(evil);
    const oembed = await open(`/oembed?url=${encodeURIComponent(`${ORIGIN}/v/${slug}`)}`);
    expect(((await oembed.json()) as { title: string }).title).toBe(evil);
  });

  it('runs no script, loads nothing from elsewhere, and only the player may be framed', async () => {
    const { slug } = await share(await addClip());
    const ops = {
      checks: [],
      safetyStandings: () => [],
      metricsText: async () => '',
      mayReadMetrics: async () => false,
      onBroken: () => {},
    };
    const parts = { service: service.parts, ops, host: '127.0.0.1', publicOrigin: ORIGIN, proxies: 0, onAnswer: () => {} };
    const app = createServiceApp({ ...parts, pages: [routes()] } as unknown as Parameters<typeof createServiceApp>[0]);
    const policyAt = async (path: string) => {
      const answer = await app.fetch(new Request(`${ORIGIN}${path}`, { headers: { host: 'clips.example.com' } }));
      expect(answer.headers.get('set-cookie')).toBeNull();
      return { html: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' };
    };
    const [page, embed] = [await policyAt(`/v/${slug}`), await policyAt(`/embed/${slug}`)];
    for (const { html, policy } of [page, embed]) {
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(policy).not.toContain('script-src');
      expect(policy).not.toContain('unsafe');
      const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
      expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
      expect(html).not.toMatch(/ style=| on\w+=/);
    }
    expect(page.policy).toContain("frame-ancestors 'none'");
    expect(embed.policy).toContain('frame-ancestors *');
  });
});

describe('the files of a shared clip', () => {
  it('answer to players and crawlers: whole, in ranges, to HEAD, as a download, without cookies', async () => {
    const { slug } = await share(await addClip());
    const path = `/v/${slug}/clip.mp4`;
    const whole = await open(path);
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([200, 'video/mp4', 'bytes']);
    expect(whole.headers.get('content-disposition')).toBeNull();
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(CLIP_BYTES);
    const part = await open(path, { headers: { range: 'bytes=4-7' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 4-7/${CLIP_BYTES.length}`, 'clip']);
    const head = await open(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(CLIP_BYTES.length), '']);
    expect((await open(`${path}?download`)).headers.get('content-disposition')).toBe('attachment; filename="mira-turns-to-the-camera.mp4"');
    expect(whole.headers.get('set-cookie')).toBeNull();
  });
});

describe('a report of a shared clip', () => {
  const send = (slug: string, fields: Record<string, string>): Promise<Response> =>
    open(`/v/${slug}/report`, { method: 'POST', body: new URLSearchParams(fields) });

  it('is written by anybody into a plain form, and waits for the operator', async () => {
    const clip = await addClip();
    const { slug } = await share(clip);
    expect(await (await open(`/v/${slug}`)).text()).toContain(`href="/v/${slug}/report"`);
    const form = await open(`/v/${slug}/report`);
    expect([form.status, form.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(form.headers.get('content-security-policy')).toContain("form-action 'self'");
    const sent = await send(slug, { kind: 'takedown', words: 'This is me.', contact: 'ann@example.com' });
    expect(await sent.text()).toContain('within 48 hours');
    const reports = await service.world.stores.safety.listOpenReports(5);
    const [report] = reports.filter(({ subjectId }) => subjectId === clip.id);
    expect(report).toMatchObject({ kind: 'takedown', subjectKind: 'clip', words: 'This is me.', contact: 'ann@example.com' });
    expect(report?.reporterId).toBeUndefined();
  });

  it('keeps what was written when something is missing, and takes it for text', async () => {
    const { slug } = await share(await addClip());
    const refused = await send(slug, { kind: 'report', words: '<b>"bad"</b>', contact: ' ' });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('Say what is wrong, and how to reach you.');
    expect(html).toContain('&lt;b&gt;&quot;bad&quot;&lt;/b&gt;</textarea>');
    expect((await send(slug, { kind: 'burn it', words: 'x', contact: 'y' })).status).toBe(422);
    expect((await send('A'.repeat(22), { kind: 'report', words: 'x', contact: 'y' })).status).toBe(404);
  });

  it('is not taken from one address without end', async () => {
    const { slug } = await share(await addClip());
    const routes = shareRoutes({ ...service.parts, publicOrigin: ORIGIN, rates: { take: async () => 10 } });
    const body = new URLSearchParams({ kind: 'report', words: 'x', contact: 'y' });
    expect((await routes.request(`${ORIGIN}/v/${slug}/report`, { method: 'POST', body })).status).toBe(429);
  });
});

describe('what is not shared', () => {
  it('is gone after its link was turned off or its clip deleted, unknown when there never was one, and names no media then', async () => {
    const clip = await addClip();
    const { slug } = await share(clip);
    await service.world.stores.clips.setDeleted(clip.id, service.world.now());
    expect((await open(`/v/${slug}`)).status).toBe(410);
    await service.world.stores.clips.setDeleted(clip.id, null);
    expect((await open(`/v/${slug}`)).status).toBe(200);
    await api('DELETE', `/clips/${clip.id}/share`);
    const never = 'A'.repeat(22);
    for (const [path, status] of [
      ...[`/v/${slug}`, `/embed/${slug}`, `/v/${slug}/clip.mp4`, `/v/${slug}/poster.jpg`].map((path) => [path, 410] as const),
      ...[`/v/${never}`, `/embed/${never}`, `/v/${never}/clip.mp4`, '/v/', '/v/../../etc', '/embed/short'].map(
        (path) => [path, 404] as const,
      ),
    ]) {
      const answer = await open(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(await answer.text()).not.toMatch(/\.mp4|og:|<video|\.jpg/);
    }
    expect((await open(`/oembed?url=${encodeURIComponent(`${ORIGIN}/v/${slug}`)}`)).status).toBe(410);
  });

  it('is not found by the name of a private clip, but by its link, which does not lead to its private character', async () => {
    const clip = await addClip({ visibility: 'private' });
    expect((await open(`/v/${clip.id}`)).status).toBe(404);
    expect((await api('GET', `/clips/${clip.id}/download`, { as: '' })).status).toBe(404);
    const { slug } = await share(clip);
    const html = await (await open(`/v/${slug}`)).text();
    expect(html).toContain('<video');
    expect(html).not.toContain(`/c/${clip.characterId}`);
  });
});
