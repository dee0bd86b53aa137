import { describe, expect, it } from 'vitest';
import { createSignedLinks } from './signed-links.ts';

const NOW = new Date('2026-11-24T12:20:00Z');
const links = createSignedLinks({ secret: 'a secret of at least thirty-two bytes' });
const PATH = '/media/clips/1/clip.mp4';

function queryOf(link: string): { expires: string; signature: string } {
  const query = new URL(link, 'http://here').searchParams;
  return { expires: query.get('expires') ?? '', signature: query.get('signature') ?? '' };
}

describe('addresses of files', () => {
  it('are bare for what everybody may see', () => {
    expect(links.of(PATH, 'public', NOW)).toBe(PATH);
  });

  it('are signed for what is private, the same for an hour, and end after some hours', () => {
    const link = links.of(PATH, 'private', NOW);
    expect(links.of(PATH, 'private', new Date('2026-11-24T12:59:59Z'))).toBe(link);
    expect(links.isSigned(PATH, queryOf(link), NOW)).toBe(true);
    expect(links.isSigned(PATH, queryOf(link), new Date('2026-11-25T00:59:00Z'))).toBe(true);
    expect(links.isSigned(PATH, queryOf(link), new Date('2026-11-25T01:00:00Z'))).toBe(false);
  });

  it('open nothing else: another file, a later end, another secret, no signature', () => {
    const query = queryOf(links.of(PATH, 'private', NOW));
    const others = createSignedLinks({ secret: 'another secret of thirty-two bytes or more' });
    expect(links.isSigned('/media/clips/2/clip.mp4', query, NOW)).toBe(false);
    expect(links.isSigned(PATH, { ...query, expires: '9999999999' }, NOW)).toBe(false);
    expect(links.isSigned(PATH, { ...query, signature: '' }, NOW)).toBe(false);
    expect(others.isSigned(PATH, query, NOW)).toBe(false);
  });
});
