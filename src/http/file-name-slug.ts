/** `My Portrait (2).PNG` -> `my-portrait-2`: the part of a file's name that is safe in a header and on every disk. */
export function fileNameSlug(fileName: string): string {
  const slug = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'picture' : slug;
}
