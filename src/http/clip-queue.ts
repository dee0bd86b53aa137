import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MotionToPlay } from '../app/ports/picture-animator.ts';
import type { MotionId } from '../domain/motion/presets.ts';
import type { MotionStrength } from '../domain/motion/strength.ts';
import type { Problem } from './problem.ts';

/** What a person asked for, already checked. */
export interface ClipOrder {
  readonly picturePath: string;
  /** Where the picture is shown, and as what it was chosen. */
  readonly picture: { readonly url: string } & ({ readonly demoCharacterId: string } | { readonly pictureId: string });
  /** What the download is called, without the ending: `mira-smile-and-blink`. */
  readonly fileName: string;
  readonly motionId: MotionId;
  readonly motion: MotionToPlay;
  readonly lengthSeconds: number;
  readonly strength: MotionStrength;
  readonly seed: number;
}

/** Where a clip stands. `ready`, `failed` and `cancelled` are final. */
export type ClipStage =
  | { readonly state: 'queued' }
  | {
      readonly state: 'drawing';
      readonly framesDone: number;
      readonly frameCount: number;
      readonly secondsLeft?: number;
    }
  | ({ readonly state: 'ready' } & DrawnClip)
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'cancelled' };

export interface DrawnClip {
  readonly clipPath: string;
  readonly posterPath: string;
  readonly sizeBytes: number;
  readonly lengthSeconds: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

export interface DrawProgress {
  readonly framesDone: number;
  readonly frameCount: number;
  readonly secondsLeft: number | undefined;
}

/** Draws one clip into two files; refusals of the picture are values, a broken engine throws. Rejects when aborted. */
export type DrawClip = (
  order: ClipOrder,
  files: { readonly clipPath: string; readonly posterPath: string },
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: DrawProgress) => void },
) => Promise<({ readonly ok: true } & DrawnClip) | { readonly ok: false; readonly problem: Problem }>;

export interface Clip {
  readonly id: string;
  readonly order: ClipOrder;
  readonly stage: ClipStage;
}

export interface ClipQueueOptions {
  readonly draw: DrawClip;
  readonly folder: string;
  readonly newId: () => string;
  /** Told of every error that is not the picture's fault, for the log. */
  readonly onBroken: (error: unknown) => void;
  /** Clips drawn at the same time; a clip keeps a core busy, so more only make all of them late. */
  readonly concurrency?: number;
  readonly mostWaiting?: number;
  /** Finished clips that stay; the oldest goes with its files when one more is finished. */
  readonly mostKept?: number;
}

interface Entry {
  readonly id: string;
  readonly order: ClipOrder;
  stage: ClipStage;
  readonly abort: AbortController;
  readonly watchers: Set<() => void>;
}

const ENGINE_BROKE: Problem = {
  code: 'engine-broke',
  detail: 'The engine stopped before the last frame. This is on our side, not on your picture.',
  nextStep: 'Try again. If it stops again, the window in which the program runs says why.',
};

const STOPPED: Problem = {
  code: 'stopping',
  detail: 'The program was stopped before the clip was finished.',
  nextStep: 'Start it again and make the clip once more.',
};

/** The clips of this run of the program: drawn first come first served, in memory, bounded in every direction. */
export class ClipQueue {
  readonly #options: Required<ClipQueueOptions>;
  /** In the order in which they were asked for. */
  readonly #entries = new Map<string, Entry>();
  readonly #running = new Map<string, Promise<void>>();
  #closed = false;

  constructor(options: ClipQueueOptions) {
    this.#options = { concurrency: 1, mostWaiting: 8, mostKept: 24, ...options };
  }

  /** Takes an order in, or says why it cannot. */
  ask(order: ClipOrder): Clip | 'queue-full' | 'stopping' {
    if (this.#closed) return 'stopping';
    if (this.#waiting().length >= this.#options.mostWaiting) return 'queue-full';
    const id = this.#options.newId();
    const entry: Entry = { id, order, stage: { state: 'queued' }, abort: new AbortController(), watchers: new Set() };
    this.#entries.set(id, entry);
    this.#drawNext();
    return entry;
  }

  find(id: string): Clip | undefined {
    return this.#entries.get(id);
  }

  /** How many clips are drawn before this one gets its turn; 0 as soon as it has it. */
  clipsAhead(id: string): number {
    const place = this.#waiting().findIndex((entry) => entry.id === id);
    return place === -1 ? 0 : place + this.#running.size;
  }

  /** Whether the picture in this file is still needed by a clip that is not finished. */
  needsPicture(path: string): boolean {
    return [...this.#entries.values()].some((entry) => entry.order.picturePath === path && !isFinal(entry.stage));
  }

  /** Stops a clip that is not finished; a finished one stays as it is. */
  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || isFinal(entry.stage)) return;
    this.#move(entry, { state: 'cancelled' });
    entry.abort.abort();
  }

  /** Calls `listener` whenever the clip moved on, until the returned function is called. */
  watch(id: string, listener: () => void): () => void {
    const watchers = this.#entries.get(id)?.watchers;
    watchers?.add(listener);
    return () => watchers?.delete(listener);
  }

  /** Gives up everything that is not finished and waits until nothing is being drawn any more. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const entry of this.#entries.values()) {
      this.#move(entry, { state: 'failed', problem: STOPPED });
      entry.abort.abort();
    }
    await Promise.all(this.#running.values());
  }

  #waiting(): Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.stage.state === 'queued');
  }

  #drawNext(): void {
    if (this.#closed || this.#running.size >= this.#options.concurrency) return;
    const next = this.#waiting()[0];
    if (next === undefined) return;
    const drawing = this.#draw(next).finally(() => {
      this.#running.delete(next.id);
      this.#drawNext();
      this.#sweep();
    });
    this.#running.set(next.id, drawing);
    for (const entry of this.#waiting()) tell(entry);
  }

  async #draw(entry: Entry): Promise<void> {
    this.#move(entry, { state: 'drawing', framesDone: 0, frameCount: 0 });
    try {
      const outcome = await this.#options.draw(entry.order, this.#filesOf(entry.id), {
        signal: entry.abort.signal,
        onProgress: (progress) => this.#move(entry, drawingStage(progress)),
      });
      this.#move(entry, outcome.ok ? { ...outcome, state: 'ready' } : { state: 'failed', problem: outcome.problem });
    } catch (error) {
      if (entry.abort.signal.aborted) return;
      this.#options.onBroken(error);
      this.#move(entry, { state: 'failed', problem: ENGINE_BROKE });
    }
  }

  /** A final stage is never left: a frame that arrives after the cancel button does not bring the clip back. */
  #move(entry: Entry, stage: ClipStage): void {
    if (isFinal(entry.stage)) return;
    entry.stage = stage;
    tell(entry);
  }

  #sweep(): void {
    const finished = [...this.#entries.values()].filter((entry) => isFinal(entry.stage));
    for (const entry of finished.slice(0, Math.max(0, finished.length - this.#options.mostKept))) {
      this.#entries.delete(entry.id);
      const { clipPath, posterPath } = this.#filesOf(entry.id);
      for (const path of [clipPath, posterPath]) rm(path, { force: true }).catch(this.#options.onBroken);
    }
  }

  #filesOf(id: string): { clipPath: string; posterPath: string } {
    return { clipPath: join(this.#options.folder, `${id}.mp4`), posterPath: join(this.#options.folder, `${id}.jpg`) };
  }
}

/** Whether a clip in this stage will stay as it is. */
export function isFinal(stage: ClipStage): boolean {
  return stage.state !== 'queued' && stage.state !== 'drawing';
}

function drawingStage({ framesDone, frameCount, secondsLeft }: DrawProgress): ClipStage {
  const counted = { state: 'drawing', framesDone, frameCount } as const;
  return secondsLeft === undefined ? counted : { ...counted, secondsLeft };
}

function tell(entry: Entry): void {
  for (const watcher of entry.watchers) watcher();
}
