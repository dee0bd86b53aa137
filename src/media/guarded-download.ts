import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Agent, buildConnector, fetch, type Response } from 'undici';
import type { EngineResult } from '../app/ports/video-engine.ts';
import { DownloadError } from './download-error.ts';
import {
  type AllowedHosts,
  addressRefusal,
  type OpenConnection,
  publicConnector,
  type ResolveHost,
  resolveBySystem,
} from './public-address.ts';

type Somewhere = Extract<EngineResult, { kind: 'address' | 'own-address' }>;

/**
 * Fetches a clip that an engine made, an MP4 of at most 64 MB, to a path where it appears at once and whole. Leaves nothing
 * behind when it fails.
 *
 * @throws DownloadError
 */
export type DownloadClip = (result: Somewhere, toPath: string, signal: AbortSignal) => Promise<void>;

export interface DownloadOptions {
  readonly resolveHost?: ResolveHost;
  readonly open?: OpenConnection;
  readonly limits?: Partial<typeof LIMITS>;
}

const LIMITS = {
  connectMilliseconds: 5_000,
  idleMilliseconds: 30_000,
  wholeMilliseconds: 120_000,
  largestBytes: 64 * 1024 * 1024,
};
const MOST_REDIRECTS = 3;
/** What servers call an MP4. */
const CLIP_TYPES = /^(?:video\/mp4|application\/mp4|application\/octet-stream|binary\/octet-stream)\b/i;

/**
 * The only way in which this service fetches an address that somebody else wrote: https on port 443, to public addresses of
 * allowed hosts, each redirect checked like the first address, everything limited. An address of an own machine comes out of the
 * operator's settings: it is fetched as it is, and without following redirects.
 */
export function createClipDownload({ resolveHost = resolveBySystem, ...options }: DownloadOptions = {}): DownloadClip {
  const limits = { ...LIMITS, ...options.limits };
  const connect = options.open ?? buildConnector({ timeout: limits.connectMilliseconds });
  const patience = { bodyTimeout: limits.idleMilliseconds, headersTimeout: limits.idleMilliseconds };
  const guarded = new Agent({ ...patience, connect: publicConnector(resolveHost, connect) });
  const direct = new Agent({ ...patience, connect: { timeout: limits.connectMilliseconds } });
  return async (result, toPath, signal) => {
    const { url } = result;
    const hosts = result.kind === 'own-address' ? 'own-machine' : result;
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(limits.wholeMilliseconds)]);
    const ask = (address: URL): Promise<Response> =>
      fetch(address, {
        dispatcher: hosts === 'own-machine' ? direct : guarded,
        redirect: 'manual',
        signal: inTime,
        headers: { 'accept-encoding': 'identity' },
      });
    try {
      const response = await follow(new URL(url), hosts, ask);
      await keep(response, toPath, limits.largestBytes);
    } catch (error) {
      throw asDownloadError(error, url);
    }
  };
}

/** Asks the address, and those it leads to; each is checked before anything is sent to it. */
async function follow(
  first: URL,
  hosts: AllowedHosts | 'own-machine',
  ask: (url: URL) => Promise<Response>,
): Promise<Response> {
  let url = first;
  for (let redirects = 0; ; redirects++) {
    const refusal = hosts === 'own-machine' ? undefined : addressRefusal(url, hosts);
    if (refusal !== undefined) throw new DownloadError('address-not-allowed', `The clip is not fetched: ${refusal}.`);
    const response = await ask(url);
    const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (target === null) return response;
    await response.body?.cancel();
    if (redirects === MOST_REDIRECTS || hosts === 'own-machine') {
      throw new DownloadError('address-not-allowed', `The clip is not fetched: ${url.hostname} sends on and on.`);
    }
    url = new URL(target, url);
  }
}

async function keep(response: Response, toPath: string, largestBytes: number): Promise<void> {
  if (!response.ok) throw await notGiven(response);
  const type = response.headers.get('content-type') ?? '';
  if (!CLIP_TYPES.test(type)) {
    await response.body?.cancel();
    throw new DownloadError('not-a-clip', `The engine gave '${type}' where a clip should be.`);
  }
  const partPath = `${toPath}.part-${randomBytes(6).toString('hex')}`;
  const file = await open(partPath, 'wx', 0o600);
  try {
    await write(response, file, largestBytes);
    await file.close();
    await rename(partPath, toPath);
  } catch (error) {
    await file.close();
    await rm(partPath, { force: true });
    throw error;
  }
}

type OpenFile = Awaited<ReturnType<typeof open>>;

/** Counts what really comes: a length that is told beforehand proves nothing. */
async function write(response: Response, file: OpenFile, largestBytes: number): Promise<void> {
  let sizeBytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > largestBytes)
      throw new DownloadError('too-large', `The clip is larger than ${largestBytes} bytes.`);
    if (head.length < HEAD_BYTES) {
      head = Buffer.concat([head, chunk]);
      if (head.length >= HEAD_BYTES) assertMp4(head);
    }
    await file.write(chunk);
  }
  assertMp4(head);
}

/** Every MP4 begins with a box of the type `ftyp` (ISO/IEC 14496-12, 4.3). */
const HEAD_BYTES = 12;

function assertMp4(head: Buffer): void {
  if (head.toString('latin1', 4, 8) !== 'ftyp') throw new DownloadError('not-a-clip', 'The engine gave no MP4.');
}

/** The most of an error page that is read. */
const LONGEST_WORDS = 2000;

async function notGiven(response: Response): Promise<DownloadError> {
  const { status } = response;
  let words = '';
  for await (const chunk of response.body ?? []) {
    words += Buffer.from(chunk).toString('utf8');
    if (words.length > LONGEST_WORDS) break;
  }
  if (words.includes('video_not_ready'))
    return new DownloadError('not-ready', 'The clip is not ready to be fetched yet.');
  const isGone = status === 403 || status === 404 || status === 410;
  const code = isGone ? 'expired' : status >= 500 || status === 429 ? 'unreachable' : 'not-a-clip';
  return new DownloadError(code, `The clip's address answered ${status}.`);
}

function asDownloadError(error: unknown, url: string): unknown {
  for (let at = error; at instanceof Error; at = at.cause as Error) if (at instanceof DownloadError) return at;
  if ((error as NodeJS.ErrnoException).code === 'ERR_INVALID_URL') {
    return new DownloadError('address-not-allowed', 'The clip is not fetched: its address is none.');
  }
  // what the disk says is not the vendor's fault
  if ((error as NodeJS.ErrnoException).syscall === 'open' || (error as NodeJS.ErrnoException).syscall === 'write')
    return error;
  return new DownloadError('unreachable', `The clip could not be fetched from ${hostOf(url)}.`, error);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'a broken address');
