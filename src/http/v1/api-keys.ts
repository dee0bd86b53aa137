import { z } from '@hono/zod-openapi';
import { SCOPES } from '../../app/ports/identity.ts';
import type { ApiKey } from '../../app/ports/stores/person-store.ts';
import { answer, type Endpoint, endpoint, nothing } from './endpoint.ts';
import { once } from './once.ts';
import { problem } from './problems.ts';
import { Id, IdParams, iso, Time } from './schemas.ts';
import type { ServiceParts } from './service-parts.ts';

/** What all keys begin with, so that scanners of leaked secrets know them. */
const API_KEY_PREFIX = 'rvk_';
const KEY_BYTES = 32;

const ApiKeySchema = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: Time,
    expiresAt: Time.nullable(),
    lastUsedAt: Time.nullable(),
  })
  .openapi('ApiKey');
const NewApiKeySchema = ApiKeySchema.extend({
  key: z.string().nullable().describe('Shown once and kept nowhere: null when the request is repeated'),
}).openapi('NewApiKey');
const ApiKeyRequest = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(SCOPES)).min(1),
  expiresInDays: z.number().int().min(1).max(3650).optional(),
});

/** Keys for programs. A key never has a scope that its maker does not have. */
export function apiKeyEndpoints(parts: ServiceParts): Endpoint[] {
  const { world, randomBytes, sha256 } = parts;
  return [
    endpoint({
      method: 'get',
      path: '/api-keys',
      tag: 'API keys',
      scope: 'write',
      summary: 'My keys',
      answer: z.object({ items: z.array(ApiKeySchema) }),
      handle: async ({ person }) => {
        const keys = await world.stores.apiKeys.listOf(person.id);
        return answer(z.object({ items: z.array(ApiKeySchema) }), { items: keys.map(apiKeyView) });
      },
    }),
    endpoint({
      method: 'post',
      path: '/api-keys',
      tag: 'API keys',
      scope: 'write',
      once: true,
      status: 201,
      summary: 'Make a key; it is shown this once',
      description: 'Repeated with the same Idempotency-Key it makes no other one, and does not show it again.',
      body: ApiKeyRequest,
      answer: NewApiKeySchema,
      handle: async ({ person, principal, body, key: idempotencyKey }) => {
        const { name, scopes, expiresInDays } = body;
        if (!scopes.every((scope) => principal.scopes.has(scope))) {
          return problem('not-allowed', { detail: 'A key cannot have a scope that you do not have yourself.' });
        }
        const asked = { personId: person.id, route: 'api-keys', key: idempotencyKey, body };
        return once(parts, asked, async (stores) => {
          const key = `${API_KEY_PREFIX}${Buffer.from(randomBytes(KEY_BYTES)).toString('base64url')}`;
          const createdAt = world.now();
          const expiresAt = expiresInDays && new Date(createdAt.getTime() + expiresInDays * 86_400_000);
          const about = { id: world.newId(), personId: person.id, prefix: key.slice(0, API_KEY_PREFIX.length + 4) };
          const made = { ...about, name, scopes, createdAt, expiresAt: expiresAt || undefined };
          await stores.apiKeys.add({ ...made, hash: sha256(key) });
          const view = apiKeyView({ ...made, revokedAt: undefined, lastUsedAt: undefined });
          return { status: 201, body: { ...view, key: null }, shownOnce: { key } };
        });
      },
    }),
    endpoint({
      method: 'delete',
      path: '/api-keys/{id}',
      tag: 'API keys',
      scope: 'write',
      summary: 'Revoke a key of mine, at once and for ever',
      params: IdParams,
      handle: async ({ person, params }) =>
        (await world.stores.apiKeys.revoke(person.id, params.id, world.now())) ? nothing() : problem('not-found'),
    }),
  ];
}

function apiKeyView({
  id,
  name,
  prefix,
  scopes,
  createdAt,
  expiresAt,
  lastUsedAt,
}: ApiKey): z.infer<typeof ApiKeySchema> {
  return {
    ...{ id, name, prefix, scopes: SCOPES.filter((scope) => scopes.includes(scope)), createdAt: iso(createdAt) },
    expiresAt: expiresAt ? iso(expiresAt) : null,
    lastUsedAt: lastUsedAt ? iso(lastUsedAt) : null,
  };
}
