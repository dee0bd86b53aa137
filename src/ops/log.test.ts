import { describe, expect, it } from 'vitest';
import { createLog, type LogOptions, withoutSecrets } from './log.ts';

function logged(format: LogOptions['format'], act: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  act(createLog({ write: (line) => lines.push(line), now: () => new Date(0), format }));
  return lines.join('\n');
}

describe('the log', () => {
  it('tells what broke, with its code and what caused it', () => {
    const cause = new Error('socket closed');
    const error = Object.assign(new Error('SeeDance could not be asked', { cause }), { code: 'engine-failed' });
    const line = JSON.parse(logged('json', (log) => log.broken(error, { clip: '1' })));
    expect(line).toMatchObject({
      level: 'error',
      message: 'SeeDance could not be asked',
      code: 'engine-failed',
      because: 'socket closed',
      clip: '1',
    });
    expect(line.at).toBe('1970-01-01T00:00:00.000Z');
  });

  it('reads like a sentence on a terminal', () => {
    expect(logged('lines', (log) => log.info('listening', { address: 'http://127.0.0.1:4600' }))).toBe(
      'listening  address=http://127.0.0.1:4600',
    );
  });

  it.each([
    ['an API key of ours', 'key rvk_abcdefghijklmnop used', 'key (key) used'],
    ["a vendor's token", 'authorization: Bearer abc.def-ghi', 'authorization: Bearer (token)'],
    ['a signed address', 'GET /media/x?expires=1&signature=abc 200', 'GET /media/x?expires=1&signature=(hidden) 200'],
    ['the password of a database', 'postgres://me:hush@db/reverie', 'postgres://me:(hidden)@db/reverie'],
    ['the bytes of a picture', `data:image/png;base64,${'QUJD'.repeat(100)}`, 'data:image/png;base64,(long data)'],
  ])('keeps %s to itself', (_, text, safe) => {
    expect(withoutSecrets(text)).toBe(safe);
  });
});
