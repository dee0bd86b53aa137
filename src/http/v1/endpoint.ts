import { createRoute, type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Principal, Scope } from '../../app/ports/identity.ts';
import type { RateLimiter } from '../../app/ports/rate-limiter.ts';
import type { Person } from '../../app/ports/stores/person-store.ts';
import { operationName } from './operation-name.ts';
import { PROBLEMS, type ProblemCode, problem } from './problems.ts';
import { RATE_RULES, type RateName } from './rate-rules.ts';

/** What a handler is given: everything is checked already. */
export interface Ask<Params, Query, Body> {
  readonly request: Request;
  readonly principal: Principal | undefined;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The `Idempotency-Key`; empty where none is asked for. */
  readonly key: string;
}

/** An ask whose sender is known. */
export interface SignedAsk<Params, Query, Body> extends Ask<Params, Query, Body> {
  readonly principal: Principal;
  readonly person: Person;
}

interface EndpointBase {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/v1`, with `{id}` for parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Whether an `Idempotency-Key` has to be sent: for everything that costs or creates. */
  readonly once?: boolean;
  /** Which limit of how often it may be done holds; reads are free and everything else is a `write` when left out. */
  readonly rate?: RateName;
  /** Answers also to a sign-in that is not valid any more: here one gets a new one. */
  readonly takesStaleSignIn?: boolean;
  /** What a good answer says; left out, it says nothing (204) or something that is not JSON. */
  readonly answer?: z.ZodType;
  readonly status?: 200 | 201 | 202 | 204;
  readonly contentType?: string;
  /** Content types of a body that is a file, which the handler reads itself. */
  readonly takesFile?: readonly string[];
}

interface Parts<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
}

interface SignedEndpoint<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>
  extends EndpointBase,
    Parts<P, Q, B> {
  readonly scope: Scope;
  readonly handle: (ask: SignedAsk<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<Response>;
}

interface OpenEndpoint<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>
  extends EndpointBase,
    Parts<P, Q, B> {
  readonly handle: (ask: Ask<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<Response>;
}

/** One thing the API does: what it takes, who may ask, what it says. */
export interface Endpoint extends EndpointBase, Parts<z.ZodObject, z.ZodObject, z.ZodType> {
  readonly scope: Scope | 'anyone';
  readonly handle: (ask: SignedAsk<never, never, never>) => Promise<Response>;
}

/** For people who are signed in and may do this. */
export function endpoint<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  given: SignedEndpoint<P, Q, B>,
): Endpoint {
  return given;
}

/** For everybody, signed in or not. */
export function openEndpoint<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  given: OpenEndpoint<P, Q, B>,
): Endpoint {
  return { ...given, scope: 'anyone', handle: given.handle as Endpoint['handle'] };
}

export interface ApiEnvironment {
  Variables: { principal: Principal | 'none' | 'invalid'; clientAddress: string };
}

const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    nextStep: z.string(),
  })
  .loose()
  .openapi('Problem');

/** Keys are made by clients: UUIDs, or whatever else is short and visible. */
const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{8,100}$/, 'expected 8 to 100 visible ASCII characters');
const IDEMPOTENCY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A new UUID for each new request; the same again when the request is repeated',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
} as const;

/** Puts an endpoint on the app and into its OpenAPI document. */
export function mount(app: OpenAPIHono<ApiEnvironment>, point: Endpoint, rates: RateLimiter): void {
  const route = createRoute(describe(point));
  // who may ask, and how often, is decided before a word of what is asked is read
  app.on(point.method, route.getRoutingPath(), async (context, next) => {
    const who = context.get('principal');
    if (who === 'invalid' && !point.takesStaleSignIn) return problem('sign-in-not-valid');
    const principal = principalFor(point, who);
    const asker = principal?.person.id ?? context.get('clientAddress');
    return refuse(point, principal) ?? (await slowDown(point, asker, rates)) ?? next();
  });
  app.openapi(route, async (context) => {
    const who = context.get('principal');
    const principal = principalFor(point, who);
    const key = point.once ? IdempotencyKey.safeParse(context.req.header('idempotency-key')) : undefined;
    if (key !== undefined && !key.success) return problem('idempotency-key-missing');
    const valid = <Target extends 'param' | 'query' | 'json'>(target: Target): never =>
      context.req.valid(target as never) as never;
    return point.handle({
      request: context.req.raw,
      principal: principal as Principal,
      person: principal?.person as Person,
      params: point.params ? valid('param') : ({} as never),
      query: point.query ? valid('query') : ({} as never),
      body: point.body ? valid('json') : (undefined as never),
      key: key?.data ?? '',
    });
  });
}

/** What everybody may ask shows the asker's own things too; who may not read is nobody there. */
function principalFor({ scope }: Endpoint, who: Principal | 'none' | 'invalid'): Principal | undefined {
  if (typeof who === 'string') return undefined;
  return scope === 'anyone' && !who.scopes.has('read') ? undefined : who;
}

function refuse({ scope }: Endpoint, principal: Principal | undefined): Response | undefined {
  if (scope === 'anyone') return undefined;
  if (principal === undefined) return problem('not-signed-in');
  if (principal.scopes.has(scope)) return undefined;
  return problem('not-allowed', { detail: `This needs the scope "${scope}".`, members: { scope } });
}

async function slowDown(
  { method, rate = method === 'get' ? 'read' : 'write' }: Endpoint,
  asker: string,
  rates: RateLimiter,
): Promise<Response | undefined> {
  const rule = RATE_RULES[rate];
  const waitSeconds = rule && (await rates.take(`${rate}:${asker}`, rule));
  if (waitSeconds === undefined) return undefined;
  const seconds = Math.ceil(waitSeconds);
  const detail = `That was too often; try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  return problem('too-many-requests', { detail, headers: { 'retry-after': String(seconds) } });
}

function describe(point: Endpoint): RouteConfig & { path: string } {
  const { method, path, tag, summary, description, scope, params, query, answer, contentType } = point;
  const status = point.status ?? (answer === undefined && contentType === undefined ? 204 : 200);
  const schema = answer ?? z.any();
  const type = contentType ?? (answer && 'application/json');
  return {
    method,
    path,
    tags: [tag],
    operationId: operationName(method, path),
    summary,
    ...(description !== undefined && { description }),
    security: scope === 'anyone' ? [] : [{ bearer: [scope] }, { session: [] }],
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...bodyOf(point),
    },
    ...(point.once && { parameters: [IDEMPOTENCY_PARAMETER] }),
    responses: {
      [status]: { description: 'Done', ...(type && { content: { [type]: { schema } } }) },
      default: { description: 'What went wrong', content: { 'application/problem+json': { schema: ProblemSchema } } },
    },
  };
}

function bodyOf({ body, takesFile }: Endpoint): RouteConfig['request'] {
  if (body !== undefined) return { body: { content: { 'application/json': { schema: body } }, required: true } };
  if (takesFile === undefined) return {};
  const file = { schema: { type: 'string', format: 'binary' } } as const;
  return { body: { content: Object.fromEntries(takesFile.map((type) => [type, file])), required: true } };
}

/** A good answer; what it says is held against its schema when it is compiled. */
export function answer<Schema extends z.ZodType>(_schema: Schema, value: z.input<Schema>, status = 200): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store' } });
}

export const nothing = (): Response => new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
