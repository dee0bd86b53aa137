const PICTURE = /data:[\w/+.-]+;base64,[\w+/=-]+/g;

/** A text that may be logged and kept: without the key, without pictures. */
export function withoutSecrets(text: string, key: string): string {
  const keyless = key === '' ? text : text.replaceAll(key, '(key)');
  return keyless.replace(PICTURE, '(picture)');
}
