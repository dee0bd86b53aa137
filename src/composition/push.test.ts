import { afterAll, describe, expect, it } from 'vitest';
import { openPush } from './push.ts';

const broken: unknown[] = [];
const push = openPush({ secret: 'of this test', publicOrigin: undefined, onBroken: (error) => void broken.push(error) });
afterAll(() => push.close());

describe('push messages', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('go to %s', (endpoint) => {
    expect(push.accepts(endpoint)).toBe(true);
  });

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/abc',
    'https://fcm.googleapis.com.evil.example/abc',
    'https://127.0.0.1/abc',
    'https://[::1]/abc',
    'https://169.254.169.254/latest/meta-data',
  ])('do not go to %s, whatever a subscription says', async (endpoint) => {
    expect(push.accepts(endpoint)).toBe(false);
    broken.length = 0;
    // keys of the standard's example (RFC 8291, section 5)
    const p256dh = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';
    const subscription = { endpoint, personId: '', p256dh, auth: 'BTBZMqHH6r4Tts7J_aSIgg' };
    expect(await push.send(subscription, { title: 't', body: 'b', tag: 'g', url: '/' })).toBe('failed');
    expect(String(broken[0])).toContain('leads to no push service');
  });
});
