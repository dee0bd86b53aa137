import openapiTS, { astToString } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';
import { describeApi } from '../src/http/v1/api.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly parameters?: readonly { readonly name: string }[];
}
interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Every POST that takes no `Idempotency-Key`, with the reason: sent twice, it does no more than once. */
const NEEDS_NO_KEY: Readonly<Record<string, string>> = {
  '/custom-motion-readings': 'reads',
  '/safety/motion-advice': 'reads',
  '/pictures/{id}/restore': 'sets a state',
  '/voices/{id}/restore': 'sets a state',
  '/clips/{id}/restore': 'sets a state',
  '/clips/{id}/cancel': 'sets a state',
  '/notifications/{id}/read': 'sets a state',
  '/notifications/read-all': 'sets a state',
  '/clips/{id}/draft': 'there is one of each clip: the clip is the key',
  '/clips/{id}/share': 'there is one of each clip: the clip is the key',
  '/auth/sign-up': 'there is one of each address: the address is the key, and the answer a secret that is not kept',
  '/auth/sign-in': 'nobody is known yet, and the answer is a secret that is not kept',
  '/demo/sign-in': 'nobody is known yet, and the answer is a secret that is not kept',
  '/auth/sign-out': 'ends what is there',
  '/auth/password': 'sets a state, and the answer is a secret that is not kept',
  '/billing/portal': 'shows a page of the payment service; nothing is bought by asking for it',
  '/admin/safety/appeals/{id}': 'decides once: the second is told so',
  '/admin/safety/reports/{id}': 'decides once: the second is told so',
};

// both files are written anew by `npm run api`
describe('the document of the API', () => {
  const document = describeApi() as ApiDocument;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, ...operation })),
  );

  it('is what openapi.json says', async () => {
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../openapi.json');
  });

  it('is what the types of the client are made of', async () => {
    const types = astToString(await openapiTS(JSON.stringify(document), { defaultNonNullable: false, alphabetize: true }));
    const text = `/** Made from openapi.json by \`npm run api\`; not written by hand. */\n${types}`;
    await expect(text).toMatchFileSnapshot('../packages/client/src/api-types.ts');
  });

  it('gives every operation a name of its own', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['getMotions', 'createClip', 'getClip', 'cancelClip', 'createClipAttachment', 'readAllNotifications']),
    );
  });

  it('says of every operation how it says no', () => {
    const silent = operations.filter(({ responses }) => responses.default?.content?.['application/problem+json'] === undefined);
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('refers to nothing that it does not say', () => {
    const text = JSON.stringify(document);
    const missing = [...new Set(text.match(/#\/components\/[\w/]+/g))].filter(
      (reference) =>
        reference
          .slice(2)
          .split('/')
          .reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], document) === undefined,
    );
    expect(missing).toEqual([]);
    expect(document.openapi).toBe('3.1.0');
  });

  it('asks for an Idempotency-Key wherever a POST costs or creates, and names why not elsewhere', () => {
    const posts = operations.filter(({ method }) => method === 'post');
    const withoutKey = posts.filter(({ parameters = [] }) => !parameters.some(({ name }) => name === 'Idempotency-Key'));
    expect(withoutKey.map(({ path }) => path).sort()).toEqual(Object.keys(NEEDS_NO_KEY).sort());
  });
});
