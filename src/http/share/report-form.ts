import { z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { RateLimiter } from '../../app/ports/rate-limiter.ts';
import type { World } from '../../app/ports/world.ts';
import { fileReport } from '../../app/safety/reports.ts';
import { openShare, type SharedClip } from '../../app/share/share-clip.ts';
import type { ClientAddressVariables } from '../client-address.ts';
import { RATE_RULES } from '../v1/rate-rules.ts';
import { type ReportFormView, reportedPage, reportPage } from './report-page.ts';
import { SLUG_PATTERN, sendAbsent, sendPage } from './send-page.ts';

interface ReportFormParts {
  readonly world: World;
  readonly rates: RateLimiter;
}

const LARGEST_FORM_BYTES = 16 * 1024;
const EMPTY: ReportFormView = { kind: 'report', words: '', contact: '' };

const Form = z.object({
  kind: z.enum(['report', 'takedown']),
  words: z.string().trim().min(1).max(2000),
  contact: z.string().trim().min(1).max(300),
});

/** Reporting a shared clip without an account: a plain form, and what it sends. */
export function reportFormRoutes({ world, rates }: ReportFormParts): Hono<{ Variables: ClientAddressVariables }> {
  const routes = new Hono<{ Variables: ClientAddressVariables }>();
  const path = `/v/:slug{${SLUG_PATTERN}}/report`;
  routes.get(path, async ({ req }) => {
    const shared = await openShare(world.stores, req.param('slug'));
    return typeof shared === 'string' ? sendAbsent(shared) : sendPage(reportPage(shared.link, EMPTY));
  });
  routes.post(path, bodyLimit({ maxSize: LARGEST_FORM_BYTES }), async ({ req, var: { clientAddress } }) => {
    const shared = await openShare(world.stores, req.param('slug'));
    if (typeof shared === 'string') return sendAbsent(shared);
    const sent = { ...EMPTY, ...textsOf(await req.parseBody().catch(() => ({}))) };
    const form = Form.safeParse(sent);
    const again = (complaint: string, status: number): Response =>
      sendPage(reportPage(shared.link, { ...sent, complaint }), status);
    if (!form.success) return again('Say what is wrong, and how to reach you.', 422);
    const waitSeconds = await rates.take(`signIn:${clientAddress ?? 'unknown'}`, RATE_RULES.signIn);
    if (waitSeconds !== undefined) return again('That was too often. Try again in a minute.', 429);
    await keep(world, shared, form.data);
    return sendPage(reportedPage(shared.link.slug, form.data.kind));
  });
  return routes;
}

function keep(world: World, { clip }: SharedClip, { kind, words, contact }: z.infer<typeof Form>): Promise<unknown> {
  const about = { reporterId: undefined, subjectKind: 'clip', subjectId: clip.id } as const;
  return world.transaction((stores) => fileReport(world, stores, { ...about, kind, words, contact }));
}

/** The fields that are texts: somebody may send anything. */
function textsOf(body: Readonly<Record<string, unknown>>): Partial<ReportFormView> {
  const texts = Object.entries(body).filter(([name, value]) => name in EMPTY && typeof value === 'string');
  return Object.fromEntries(texts);
}
