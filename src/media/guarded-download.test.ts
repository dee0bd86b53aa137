import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetch as plainFetch } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClipDownload, type DownloadOptions } from './guarded-download.ts';
import type { OpenConnection } from './public-address.ts';

const MP4 = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from('ftypisom00000000'), Buffer.alloc(5000, 7)]);
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let port: number;
let folder: string;
let answer: Answer;
let hits: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reverie-download-'));
  server = createServer((request, response) => {
    hits.push(`${request.headers.host}${request.url}`);
    answer(response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  hits = [];
});

const clip: Answer = (response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end(MP4);

/** Every address that was let through ends at our own server, as if it were the vendor's. */
const reached: string[] = [];
const toOurServer: OpenConnection = ({ hostname }, callback) => {
  reached.push(hostname);
  const socket = connect(port, '127.0.0.1', () => callback(null, socket));
  socket.on('error', (error) => callback(error, null));
};
const PUBLIC = '203.0.114.7';

function download(
  url: string,
  { from = ['vendor.example'] as readonly string[], ...options }: DownloadOptions & { from?: readonly string[] } = {},
) {
  reached.length = 0;
  const fetchClip = createClipDownload({ resolveHost: async () => [PUBLIC], open: toOurServer, ...options });
  return fetchClip({ kind: 'address', url, allowedHosts: from }, join(folder, 'clip.mp4'), new AbortController().signal);
}

describe('a clip', () => {
  it('is fetched from an allowed host, whole, and put in place at once', async () => {
    answer = clip;
    await download('https://files.vendor.example/a.mp4?X-Tos-Expires=86400');
    expect(await readFile(join(folder, 'clip.mp4'))).toEqual(MP4);
    expect(reached).toEqual([PUBLIC]);
    expect(hits).toEqual(['files.vendor.example/a.mp4?X-Tos-Expires=86400']);
    expect(await readdir(folder)).toEqual(['clip.mp4']);
  });

  it('is followed over redirects that stay at allowed hosts, three at the most', async () => {
    answer = (response, request) => {
      const step = Number(request.url?.slice(1));
      if (step === 3) return clip(response, request);
      return response.writeHead(302, { location: `https://cdn.vendor.example/${step + 1}` }).end();
    };
    await download('https://vendor.example/0');
    expect(await readFile(join(folder, 'clip.mp4'))).toEqual(MP4);
    await expect(download('https://vendor.example/-1')).rejects.toMatchObject({ code: 'address-not-allowed' });
  });

  it.each([
    ['https://127.0.0.1/', 'address-not-allowed'],
    ['https://169.254.169.254/latest/meta-data', 'address-not-allowed'],
    ['https://elsewhere.example/', 'address-not-allowed'],
    ['http://vendor.example/', 'address-not-allowed'],
    ['file:///etc/passwd', 'address-not-allowed'],
  ])('is not followed to %s', async (location, code) => {
    answer = (response) => response.writeHead(302, { location }).end();
    await expect(download('https://vendor.example/')).rejects.toMatchObject({ code });
    expect(hits).toEqual(['vendor.example/']);
  });

  const bad: readonly (readonly [string, string, boolean, Answer])[] = [
    ['is not ready', 'not-ready', true, (response) => response.writeHead(400).end('{"code":"video_not_ready"}')],
    ['has expired', 'expired', false, (response) => response.writeHead(403).end('<Error>AccessDenied</Error>')],
    ['is behind a broken server', 'unreachable', true, (response) => response.writeHead(503).end()],
    ['is a page', 'not-a-clip', false, (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    [
      'is called an MP4 and is none',
      'not-a-clip',
      false,
      (response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('<html>'.repeat(9)),
    ],
    ['is empty', 'not-a-clip', false, (response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end()],
    [
      'is cut off',
      'unreachable',
      true,
      (response) => {
        response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': MP4.length }).write(MP4.subarray(0, 2000));
        setImmediate(() => response.destroy());
      },
    ],
    ['stands still', 'unreachable', true, (response) => response.writeHead(200, { 'content-type': 'video/mp4' }).write(MP4)],
    [
      'never ends',
      'too-large',
      false,
      (response) => {
        response.writeHead(200, { 'content-type': 'video/mp4' }).write(MP4);
        const more = setInterval(() => response.write(Buffer.alloc(9000)), 1);
        response.on('close', () => clearInterval(more));
      },
    ],
  ];
  it.each(bad)('that %s is told as %s, and nothing is left behind', async (_, code, retryable, bodyAnswer) => {
    await rm(join(folder, 'clip.mp4'), { force: true });
    answer = bodyAnswer;
    const limits = { idleMilliseconds: 200, largestBytes: 20_000 };
    await expect(download('https://vendor.example/secret?signature=abc', { limits })).rejects.toMatchObject({ code, retryable });
    expect(await readdir(folder)).toEqual([]);
  });

  it('that takes too long as a whole is given up', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' }).write(MP4);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const error = await download('https://vendor.example/?signature=abc', { limits: { wholeMilliseconds: 300 } }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'unreachable', retryable: true });
    expect(error.message).not.toContain('abc');
  });
});

/** The name service is asked for names only; these hosts would be allowed, so that nothing but the address stops them. */
const HOSTILE: readonly (readonly [url: string, answers: readonly string[]])[] = [
  ['https://127.0.0.1/', []],
  ['https://127.1/', []],
  ['https://2130706433/', []],
  ['https://0x7f000001/', []],
  ['https://0177.0.0.1/', []],
  ['https://0.0.0.0/', []],
  ['https://[::1]/', []],
  ['https://[::ffff:127.0.0.1]/', []],
  ['https://[64:ff9b::7f00:1]/', []],
  ['https://169.254.169.254/latest/meta-data/', []],
  ['https://100.64.0.1/', []],
  ['https://10.0.0.8/', []],
  ['https://[fd00::1]/', []],
  ['https://localhost/', ['127.0.0.1', '::1']],
  ['https://inside.example/', ['10.1.2.3']],
  ['https://mixed.example/', [PUBLIC, '127.0.0.1']],
  ['file:///etc/passwd', []],
];

describe('17 hostile addresses', () => {
  it.each(HOSTILE)('%s is not connected to, not even when its host is allowed', async (url, answers) => {
    answer = clip;
    const from = [new URL(url).hostname.replace(/^\[|\]$/g, ''), 'localhost'];
    const refused = download(url, { from, resolveHost: async () => answers });
    await expect(refused).rejects.toMatchObject({ code: 'address-not-allowed', retryable: false });
    expect(reached).toEqual([]);
    expect(hits).toEqual([]);
  });

  it('would be reached by a plain fetch, so that these tests test something', async () => {
    answer = clip;
    for (const host of ['127.0.0.1', '127.1', '2130706433', '0x7f000001', 'localhost']) {
      expect((await plainFetch(`http://${host}:${port}/`)).status).toBe(200);
    }
  });

  it.each([
    'http://vendor.example/',
    'https://vendor.example:8443/',
    'https://a:b@vendor.example/',
    'https://vendor.example.evil.example/',
    'no address',
  ])('nor is %s', async (url) => {
    await expect(download(url)).rejects.toMatchObject({ code: 'address-not-allowed' });
    expect(reached).toEqual([]);
  });

  it('is named to the operator with the setting that would allow it', async () => {
    const url = 'https://clips.byteplus.example/a.mp4?signature=secret';
    const refused = createClipDownload()(
      { kind: 'address', url, allowedHosts: ['volces.com'], hostsSetting: 'REVERIE_SEEDANCE_HOSTS' },
      ...([join(folder, 'refused.mp4'), AbortSignal.timeout(5000)] as const),
    );
    await expect(refused).rejects.toThrow(
      "clips.byteplus.example is none of the engine's hosts (volces.com); if it is the vendor's, add it to REVERIE_SEEDANCE_HOSTS.",
    );
    await expect(refused).rejects.not.toThrow('secret');
  });

  it('a name whose answer changes after the check is still connected to where it was checked', async () => {
    answer = clip;
    const answers = [[PUBLIC], ['127.0.0.1']];
    await download('https://vendor.example/', { resolveHost: async () => answers.shift() ?? [] });
    expect(reached).toEqual([PUBLIC]);
    expect(answers).toHaveLength(1);
  });
});
