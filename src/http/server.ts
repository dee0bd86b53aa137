import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

export interface RunningServer {
  readonly address: string;
  /** Takes no new request, lets running ones end for up to `graceSeconds`, then cuts what is left. */
  stop(graceSeconds: number): Promise<void>;
}

/** Why the server cannot listen, in one sentence with what to do. */
export class CannotListen extends Error {
  readonly code = 'cannot-listen';
  readonly retryable = false;
}

/** Listens on `host:port`. Throws `CannotListen` when somebody else does already or the system does not allow it. */
export async function startServer(app: Hono, { host, port }: { host: string; port: number }): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new CannotListen(reasonOf(cause, host, port), { cause })));
    server.listen(port, host, resolve);
  });
  return { address: `http://${host}:${portOf(server)}`, stop: (graceSeconds) => stopServer(server, graceSeconds) };
}

/** The port that was really taken: 0 asks the system for any free one. */
function portOf(server: ServerType): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A listening TCP server has a port.');
  return address.port;
}

function reasonOf(cause: NodeJS.ErrnoException, host: string, port: number): string {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already in use: stop the program that uses it (perhaps Reverie Motion itself), or choose another with REVERIE_PORT=${port + 1}.`,
    EACCES: `This system does not allow port ${port}: choose one above 1023, for example REVERIE_PORT=4600.`,
    EADDRNOTAVAIL: `This computer has no address ${host}: use REVERIE_HOST=127.0.0.1.`,
  };
  return reasons[cause.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${cause.message}.`;
}

/** Event streams never end by themselves, and browsers keep idle connections open: both would hold the stop for ever. */
async function stopServer(server: ServerType, graceSeconds: number): Promise<void> {
  if (!('closeAllConnections' in server)) throw new TypeError('Only plain HTTP servers are started here.');
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const deadline = setTimeout(() => server.closeAllConnections(), graceSeconds * 1000);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
}
