import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { expect, it } from 'vitest';
import { CannotListen, startServer } from './server.ts';

const HOST = '127.0.0.1';
const hello = new Hono().get('/', (context) => context.text('hello'));

it('listens, answers, and lets go of the port', async () => {
  const server = await startServer(hello, { host: HOST, port: 0 });
  expect(await (await fetch(server.address)).text()).toBe('hello');
  await server.stop(1);
  await expect(fetch(server.address)).rejects.toThrow();
});

it('says in one sentence that the port is taken, and what to do', async () => {
  const first = await startServer(hello, { host: HOST, port: 0 });
  const port = Number(new URL(first.address).port);
  const second = startServer(hello, { host: HOST, port });
  await expect(second).rejects.toThrow(CannotListen);
  await expect(second).rejects.toThrow(new RegExp(`^Port ${port} is already in use: .*PORT=${port + 1}`));
  await first.stop(1);
});

it('does not wait for ever for event streams that nobody ends', async () => {
  const endless = new Hono().get('/', (context) =>
    streamSSE(context, async (stream) => {
      await stream.writeSSE({ data: 'first' });
      await new Promise(() => {});
    }),
  );
  const server = await startServer(endless, { host: HOST, port: 0 });
  const answer = await fetch(server.address);
  const reading = answer.text();
  await server.stop(0.05);
  await expect(reading).rejects.toThrow();
});
