import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isUuid } from '../../domain/uuid.ts';
import { problem } from '../v1/problems.ts';
import type { CallbackTokens } from './callback-token.ts';

/** More than any vendor tells of one task. */
const LARGEST_BODY_BYTES = 64 * 1024;

/** Whether a vendor itself signed this body; for vendors that sign. */
export type VerifyCallback = (headers: Headers, rawBody: string) => Promise<boolean>;

export interface EngineHookParts {
  /** Told which attempt is worth a look, and what its vendor said of it, where the vendor signs what it says. */
  readonly hear: (attemptId: string, signedMessage: string | undefined) => Promise<void>;
  readonly tokens: CallbackTokens;
  /** By the engine's id; an engine without one tells nothing but that it is worth a look. */
  readonly verifiers: ReadonlyMap<string, VerifyCallback>;
  readonly onBroken: (error: unknown) => void;
}

/**
 * `POST /hooks/{engine}/{attempt}.{token}`: a vendor says that something changed. What it says is not believed, only that it is
 * worth asking: the engine is asked for the truth with our own key. Knocking twice, late or falsely therefore changes nothing.
 */
export function engineHook({ hear, tokens, verifiers, onBroken }: EngineHookParts): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_BODY_BYTES, onError: () => problem('too-large') });
  app.post('/hooks/:engine/:task{[0-9a-f-]{36}\\.[A-Za-z0-9_-]+}', limit, async ({ req }) => {
    const { engine, task } = req.param();
    const [attemptId = '', token = ''] = task.split('.');
    if (!isUuid(attemptId) || !tokens.isRight(engine, attemptId, token)) return problem('not-found');
    const verify = verifiers.get(engine);
    const body = await req.text();
    if (verify !== undefined && !(await verify(req.raw.headers, body))) {
      return problem('invalid-request', { detail: 'The signature is not right.' });
    }
    await hear(attemptId, verify === undefined ? undefined : body);
    return new Response(null, { status: 204 });
  });
  app.onError((error) => {
    onBroken(error);
    return problem('unexpected');
  });
  return app;
}
