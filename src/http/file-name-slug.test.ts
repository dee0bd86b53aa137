import { expect, it } from 'vitest';
import { fileNameSlug } from './file-name-slug.ts';

it.each([
  ['My Portrait (2).PNG', 'my-portrait-2'],
  ['Zoë à Paris.jpeg', 'zoe-a-paris'],
  ['../../etc/passwd', 'etc-passwd'],
  ['"; drop\r\nSet-Cookie: x=1.png', 'drop-set-cookie-x-1'],
  ['ミラ.webp', 'picture'],
  ['', 'picture'],
])('calls the download of %j %s', (fileName, slug) => {
  expect(fileNameSlug(fileName)).toBe(slug);
});
