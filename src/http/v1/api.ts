import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { adminEndpoints } from './admin.ts';
import { adminSafetyEndpoints } from './admin-safety.ts';
import { apiKeyEndpoints } from './api-keys.ts';
import { authEndpoints } from './auth.ts';
import { billingEndpoints } from './billing.ts';
import { characterEndpoints } from './characters.ts';
import { chatEndpoints } from './chats.ts';
import { clipEndpoints } from './clips.ts';
import { type ApiEnvironment, type Endpoint, mount } from './endpoint.ts';
import { eventEndpoints } from './events.ts';
import { meEndpoints } from './me.ts';
import { momentEndpoints } from './moments.ts';
import { motionEndpoints } from './motions.ts';
import { notificationEndpoints } from './notifications.ts';
import { pictureEndpoints } from './pictures.ts';
import { problem } from './problems.ts';
import { pushEndpoints } from './push.ts';
import { safetyEndpoints } from './safety.ts';
import type { ServiceParts } from './service-parts.ts';
import { shareEndpoints } from './shares.ts';
import { ClipSchema } from './views/clip-view.ts';
import { PictureSchema } from './views/picture-view.ts';
import { voiceEndpoints } from './voices.ts';
import { walletEndpoints } from './wallet.ts';

/** More than any JSON that the API takes; pictures and recordings have limits of their own. */
const LARGEST_JSON_BYTES = 64 * 1024;

/** Everything that the API does, in the order of its documents. */
export function apiEndpoints(parts: ServiceParts): readonly Endpoint[] {
  return [
    ...motionEndpoints(parts),
    ...meEndpoints(parts),
    ...walletEndpoints(parts),
    ...characterEndpoints(parts),
    ...pictureEndpoints(parts),
    ...voiceEndpoints(parts),
    ...clipEndpoints(parts),
    ...shareEndpoints(parts),
    ...chatEndpoints(parts),
    ...momentEndpoints(parts),
    ...notificationEndpoints(parts),
    ...pushEndpoints(parts),
    ...safetyEndpoints(parts),
    ...eventEndpoints(parts),
    ...authEndpoints(parts),
    ...billingEndpoints(parts),
    ...apiKeyEndpoints(parts),
    ...adminEndpoints(parts),
    ...adminSafetyEndpoints(parts),
  ];
}

/**
 * The API, to be mounted below `/v1` after whatever else is there, since it answers everything: who asks is found out once, what
 * is asked is checked once, what is wrong is a problem document.
 */
export function createApi(
  parts: ServiceParts,
  addressOf: (request: Request) => string,
): { readonly app: OpenAPIHono<ApiEnvironment>; readonly openApiDocument: () => object } {
  const app = new OpenAPIHono<ApiEnvironment>({
    defaultHook: (checked) => (checked.success ? undefined : problem('invalid-request', { detail: wordsOf(checked) })),
  });
  app.use(smallJson());
  app.use(async (context, next) => {
    const who = await parts.identity.authenticate(context.req.raw);
    const isHeaderOfProgram = typeof who === 'object' && who.via !== 'session';
    if (!isHeaderOfProgram && isFromOtherSite(context.req.raw)) return problem('other-site');
    context.set('principal', who);
    context.set('clientAddress', addressOf(context.req.raw));
    return next();
  });
  const endpoints = apiEndpoints(parts);
  for (const point of endpoints) mount(app, point, parts.rates);
  app.all('*', ({ req }) => problem(knownPath(endpoints, req.path) ? 'method-not-allowed' : 'not-found'));
  app.onError((error) => {
    if (error instanceof HTTPException && error.status < 500) {
      return problem('invalid-request', { detail: 'The body is not valid JSON.' });
    }
    parts.onBroken(error);
    return problem('unexpected');
  });
  let document: object | undefined;
  const openApiDocument = (): object => {
    document ??= documentOf(app);
    return document;
  };
  return { app, openApiDocument };
}

/** The document of all that a service may do, also of what only some are set up for. Needs none: nobody is asked for anything. */
export function describeApi(): object {
  const parts = { accounts: {}, demoPeople: {}, billing: {} } as ServiceParts;
  return createApi(parts, () => '').openApiDocument();
}

function smallJson(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: LARGEST_JSON_BYTES,
    onError: () => problem('too-large', { detail: `JSON may have at most ${LARGEST_JSON_BYTES / 1024} kB.` }),
  });
  return (context, next) =>
    context.req.header('content-type')?.startsWith('application/json') ? limit(context, next) : next();
}

/**
 * Browsers send cookies with whatever a page asks for, also pages of others; they tell where it came from. Programs tell
 * nothing, and have no cookie of a person.
 */
function isFromOtherSite({ method, headers, url }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const origin = headers.get('origin');
  if (origin !== null) return new URL(origin === 'null' ? 'null:' : origin).host !== new URL(url).host;
  const site = headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

function knownPath(endpoints: readonly Endpoint[], path: string): boolean {
  return endpoints.some((point) => new RegExp(`/v1${point.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
}

interface Checked {
  readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
}

function wordsOf({ error }: Checked): string {
  const complaints = error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  return `${complaints.join('; ')}.`;
}

function documentOf(app: OpenAPIHono<ApiEnvironment>): object {
  // named before they are met as "or null", which would make null part of what they are
  app.openAPIRegistry.register('Picture', PictureSchema);
  app.openAPIRegistry.register('Clip', ClipSchema);
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key (rvk_…), or a token of the platform that hosts the service.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'reverie_session',
    description: 'The session of a browser.',
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Reverie Motion',
      version: '1',
      description:
        'Turns AI-generated pictures of characters into short, silent clips. Errors are problem documents (RFC 9457) with `code`, `detail` and `nextStep`; decide on `code`. Lists have pages: send `nextCursor` back as `cursor`. What costs or creates takes an `Idempotency-Key`: send the same again when you repeat a request.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/v1' }],
  });
  return JSON.parse(JSON.stringify(document), orNull);
}

/** The generator says "both a Picture and an object or null" of a Picture or null, which null is not. */
function orNull(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('allOf' in value) || !Array.isArray(value.allOf)) return value;
  const [reference, other] = value.allOf;
  if (reference?.$ref === undefined || !other?.type?.includes?.('null')) return value;
  const { allOf: _, ...rest } = value;
  return { ...rest, anyOf: [reference, { type: 'null' }] };
}
