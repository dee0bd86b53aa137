import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../ops/log.ts';
import { createCallbackTokens } from './callback-token.ts';
import { engineHook, type VerifyCallback } from './engine-hook.ts';

const tokens = createCallbackTokens({ secret: 'a secret of the service, of some length' });
const sent: unknown[] = [];
const hear = async (attemptId: string, signedMessage: string | undefined) => void sent.push({ attemptId, signedMessage });
const signed: VerifyCallback = async (headers, body) => headers.get('signature') === `signed ${body}`;
const app = engineHook({ hear, tokens, verifiers: new Map([['fal', signed]]), onBroken: (error) => expect.fail(String(error)) });
const knock = (path: string, body = '{"status":"succeeded"}', headers = {}) => app.request(path, { method: 'POST', body, headers });
beforeEach(() => {
  sent.length = 0;
});

describe('the address at which engines knock', () => {
  const attemptId = randomUUID();

  it('wakes up who looks after the attempt, whatever the body says, and answers at once', async () => {
    for (const body of ['{"status":"succeeded","content":{"video_url":"https://evil.example"}}', '', 'no json']) {
      expect((await knock(tokens.pathOf('seedance', attemptId), body)).status).toBe(204);
    }
    expect(sent).toEqual(Array.from({ length: 3 }, () => ({ attemptId, signedMessage: undefined })));
  });

  it('opens to nobody who does not know the token of this attempt at this engine', async () => {
    const path = tokens.pathOf('seedance', attemptId);
    const strangers = [
      path.slice(0, -1),
      `${path}x`,
      path.replace('seedance', 'fal'),
      path.replace(attemptId, randomUUID()),
      `/hooks/seedance/${attemptId}.`,
      `/hooks/seedance/${attemptId}`,
    ];
    for (const stranger of strangers) expect((await knock(stranger)).status, stranger).toBe(404);
    expect(sent).toEqual([]);
  });

  it('believes a vendor that signs only with its signature over the body as it came', async () => {
    const path = tokens.pathOf('fal', attemptId);
    expect((await knock(path, 'a', { signature: 'signed b' })).status).toBe(400);
    expect(sent).toEqual([]);
    expect((await knock(path, 'a', { signature: 'signed a' })).status).toBe(204);
    expect(sent).toEqual([{ attemptId, signedMessage: 'a' }]);
  });

  it('reads no more than 64 kB', async () => {
    expect((await knock(tokens.pathOf('seedance', attemptId), 'x'.repeat(65 * 1024))).status).toBe(413);
    expect(sent).toEqual([]);
  });

  it('is written into no log with its token', () => {
    const lines: string[] = [];
    const log = createLog({ write: (line) => lines.push(line), now: () => new Date(0), format: 'json' });
    const path = tokens.pathOf('seedance', attemptId);
    log.broken(new Error(`POST https://clips.example${path} failed`));
    expect(lines.join()).toContain(`/hooks/seedance/${attemptId}.(hidden)`);
    expect(lines.join()).not.toContain(path.split('.')[1]);
  });
});
