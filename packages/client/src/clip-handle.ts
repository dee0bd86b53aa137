import { ClipEndedError, ReverieError } from './errors.ts';
import type { RequestOptions, Transport, TransportParts } from './transport.ts';
import type { CancelAnswer, Clip, ReadyClip } from './types.ts';

export interface DoneOptions extends RequestOptions {
  /** Told each time something about the clip changed: its place in line, its progress, its state. */
  readonly onProgress?: ((clip: Clip) => void) | undefined;
}

/** A clip that was asked for, from the order to the file. */
export interface ClipHandle {
  readonly id: string;
  /** The clip as it was last seen. */
  readonly view: Clip;
  /** Looks again. */
  refresh(options?: RequestOptions): Promise<Clip>;
  /** Waits for the file. Rejects with `ClipEndedError` when there will be none, and as `signal` says when it is aborted. */
  done(options?: DoneOptions): Promise<ReadyClip>;
  /** Always and free while it waits; later only if the engine can. Throws `too-late` when it has ended. */
  cancel(options?: RequestOptions): Promise<CancelAnswer>;
  /** The MP4; its bytes come as they are read. Throws `clip-not-ready` before there is one. */
  download(options?: RequestOptions): Promise<Response>;
}

/** Wakes those who wait for a clip when an event says that it changed. */
export interface ClipNews {
  next(clipId: string): { readonly heard: Promise<void>; forget(): void };
}

const FIRST_POLL_MILLISECONDS = 800;
const LONGEST_POLL_MILLISECONDS = 5000;
/** So often in a row the service may be away while a clip is awaited; each time `Transport.send` has tried for seconds already. */
const MOST_FAILURES = 10;

interface ClipParts {
  readonly transport: Transport;
  readonly sleep: TransportParts['sleep'];
  readonly news: ClipNews;
  readonly fileUrl: (path: string) => string;
}

export function clipHandle({ transport, sleep, news, fileUrl }: ClipParts, first: Clip): ClipHandle {
  let view = first;
  const { id } = first;
  const refresh = async ({ signal }: RequestOptions = {}): Promise<Clip> => {
    view = await transport.call('get', '/clips/{id}', { path: { id }, signal });
    return view;
  };

  /** Until the next look: a while that grows, cut short by an event. */
  const pause = async (milliseconds: number, heard: Promise<void>, signal: AbortSignal | undefined): Promise<void> => {
    const enough = new AbortController();
    const both = signal ? AbortSignal.any([signal, enough.signal]) : enough.signal;
    await Promise.race([sleep(milliseconds, both), heard]).finally(() => enough.abort());
  };

  const done = async ({ signal, onProgress }: DoneOptions = {}): Promise<ReadyClip> => {
    let told = '';
    let failures = 0;
    let next = news.next(id);
    try {
      for (let wait = FIRST_POLL_MILLISECONDS; ; wait = Math.min(LONGEST_POLL_MILLISECONDS, wait * 1.3)) {
        const now = JSON.stringify([view.state, view.wait]);
        if (now !== told) onProgress?.(view);
        told = now;
        if (view.file !== null) return view as ReadyClip;
        if (view.end !== null) throw new ClipEndedError(view);
        await pause(wait, next.heard, signal);
        next.forget();
        // from before the look on, so that what happens while it is under way is heard
        next = news.next(id);
        try {
          await refresh({ signal });
          failures = 0;
        } catch (error) {
          if (!(error instanceof ReverieError && error.retryable && ++failures < MOST_FAILURES)) throw error;
        }
      }
    } finally {
      next.forget();
    }
  };

  return {
    id,
    get view() {
      return view;
    },
    refresh,
    done,
    cancel: async ({ signal } = {}) => {
      const answer = await transport.call('post', '/clips/{id}/cancel', { path: { id }, signal });
      view = answer.clip;
      return answer;
    },
    download: async ({ signal } = {}) => {
      // signed addresses end after some hours
      const { file } = await refresh({ signal });
      if (file === null) throw notReady(view);
      return transport.send({ method: 'GET', url: fileUrl(file.downloadUrl), signal, repeatable: true });
    },
  };
}

function notReady(clip: Clip): ReverieError {
  if (clip.end !== null) return new ClipEndedError(clip);
  const facts = { code: 'clip-not-ready', status: 409, retryable: false, members: {} };
  return new ReverieError({ ...facts, detail: 'The clip is not ready.', nextStep: 'Wait for done() first.' });
}
