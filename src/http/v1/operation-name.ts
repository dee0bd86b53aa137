const VERBS = { get: 'get', post: 'create', put: 'put', patch: 'change', delete: 'delete' } as const;

/**
 * The name of an operation in the OpenAPI document: `GET /clips` is getClips, `GET /clips/{id}` getClip, `POST /clips` createClip,
 * `POST /clips/{id}/cancel` cancelClip. Generators of clients make function names of them, so a path that stays keeps its name.
 */
export function operationName(method: keyof typeof VERBS, path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const words = segments
    .map((segment, index) => (segments[index + 1]?.startsWith('{') ? singular(segment) : segment))
    .filter((segment) => !segment.startsWith('{'));
  const last = words.at(-1) ?? '';
  if (method !== 'post') return camel([VERBS[method], ...words]);
  // what is posted to is a list that gets one more, or else a verb of its own
  return last.endsWith('s')
    ? camel(['create', ...words.slice(0, -1), singular(last)])
    : camel([last, ...words.slice(0, -1)]);
}

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '');

function camel(words: readonly string[]): string {
  const parts = words.flatMap((word) => word.split('-'));
  return parts.map((part, index) => (index === 0 ? part : part[0]?.toUpperCase() + part.slice(1))).join('');
}
