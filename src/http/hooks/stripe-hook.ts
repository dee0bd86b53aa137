import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Billing } from '../../app/ports/billing.ts';
import { problem } from '../v1/problems.ts';

/** Stripe's messages are some kilobytes; invoices with many lines are more. */
const LARGEST_MESSAGE_BYTES = 1024 * 1024;

/** `POST /hooks/stripe`: a message that is not answered with 200 is sent again, for three days. */
export function stripeHook(billing: Billing, onBroken: (error: unknown) => void): Hono {
  const app = new Hono();
  const limit = bodyLimit({ maxSize: LARGEST_MESSAGE_BYTES, onError: () => problem('too-large') });
  app.post('/hooks/stripe', limit, async ({ req }) => {
    const outcome = await billing.receive(await req.text(), req.header('stripe-signature') ?? '');
    if (outcome === 'bad-signature') return problem('invalid-request', { detail: 'The signature is not right.' });
    return Response.json({ outcome }, { headers: { 'cache-control': 'no-store' } });
  });
  app.onError((error) => {
    onBroken(error);
    return problem('unexpected');
  });
  return app;
}
