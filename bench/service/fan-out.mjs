import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { medianOf } from './pages.mjs';

const TURNS = 5;

/** Median milliseconds from the moment the first of so many windows hears of a message until the last one has. */
export async function measureFanOut(windows) {
  const folder = await mkdtemp(join(tmpdir(), 'reverie-fan-out-'));
  const environment = { ...process.env, REVERIE_PORT: '0', REVERIE_DATA_DIR: folder, DATABASE_URL: '' };
  const program = spawn(process.execPath, ['dist/main.js'], { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const base = await addressOf(program);
    const ask = async (method, path, body, token) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const withToken = token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
      return (await fetch(base + path, { method, headers: withToken, body: body && JSON.stringify(body) })).json();
    };
    const { token } = await ask('POST', '/v1/demo/sign-in', { as: 'free', keep: 'token' });
    const { items } = await ask('GET', '/v1/characters', undefined, token);
    const chat = await ask('PUT', `/v1/characters/${items[0].id}/chat`, undefined, token);
    const heard = await openWindows(base, token, windows);
    const times = [];
    for (let turn = 1; turn <= TURNS; turn++) {
      const all = heard.next(windows);
      // the character answers a moment after: that answer is the news
      await ask('POST', `/v1/chats/${chat.id}/messages`, { body: `Hello ${turn}` }, token);
      times.push((await all) - heard.firstAt());
    }
    heard.close();
    return medianOf(times);
  } finally {
    const gone = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGKILL');
    await gone;
    await rm(folder, { recursive: true, force: true });
  }
}

function addressOf(program) {
  const lines = createInterface({ input: program.stdout });
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}

/** Opens event streams, and tells when so many of them have heard a message. */
async function openWindows(base, token, windows) {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  let waiting = 0;
  let first = 0;
  let finish = () => undefined;
  const hear = (text) => {
    if (!text.includes('event: message') || waiting === 0) return;
    if (first === 0) first = performance.now();
    if (--waiting === 0) finish(performance.now());
  };
  const open = () =>
    new Promise((resolve, reject) => {
      const stream = request(
        `${base}/v1/events`,
        { agent, headers: { authorization: `Bearer ${token}` } },
        (response) => {
          response.setEncoding('utf8').on('data', hear);
          resolve();
        },
      );
      stream.on('error', reject).end();
    });
  for (let opened = 0; opened < windows; opened += 50) {
    await Promise.all(Array.from({ length: Math.min(50, windows - opened) }, open));
  }
  return {
    next: (count) =>
      new Promise((resolve) => {
        [waiting, first, finish] = [count, 0, resolve];
      }),
    firstAt: () => first,
    close: () => agent.destroy(),
  };
}
