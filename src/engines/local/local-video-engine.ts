import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnimatePicturePorts, animatePicture } from '../../app/animate-picture.ts';
import { type ChosenMotion, chooseMotion } from '../../app/choose-motion.ts';
import type { FileStorage } from '../../app/ports/file-storage.ts';
import type { LocalRender, LocalRenderBoard } from '../../app/ports/local-render-board.ts';
import type { ClipFile } from '../../app/ports/stores/clip-store.ts';
import type { EngineCheck, EngineOrder, EngineStart, JsonObject, VideoEngine } from '../../app/ports/video-engine.ts';
import type { VoiceReader } from '../../app/ports/voice-reader.ts';

export interface LocalVideoEngineParts extends AnimatePicturePorts {
  readonly voices: VoiceReader;
  readonly storage: FileStorage;
  readonly board: LocalRenderBoard;
  /** Name of this process among all that share the board. */
  readonly machine: string;
  /** Clips that this process draws at the same time. */
  readonly mostRenders: number;
  readonly now: () => Date;
  readonly onBroken: (error: unknown) => void;
}

/** A machine that has not said for so long that it is alive, is not. */
const SILENT_SECONDS = 20;
/** How often a machine says that it is alive, and how far. */
const BEAT_MILLISECONDS = 1000;
/** Why a render ends when its machine is stopped in order: it is handed back. */
const CLOSING = 'closing';
/** Another machine may be free by then. */
const COME_BACK_SECONDS = 2;

/**
 * The built-in engine behind the port that all engines keep. It draws in this process; a board that all machines see tells how
 * far each clip is, so any of them can be asked. A machine that dies leaves the board silent, and the clip is drawn anew.
 */
export function createLocalVideoEngine(parts: LocalVideoEngineParts): VideoEngine {
  const running = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();
  return {
    id: 'local',
    title: 'Built-in draft engine',
    generative: false,
    livingAvatars: true,
    finishes: true,
    voices: true,
    models: [{ id: 'draft', lengthsSeconds: [3, 4, 5, 6, 7, 8, 9, 10], quality: 'draft' }],
    start: (order) => begin(parts, running, order),
    check: async (ticket) => checkOf(await parts.board.find(attemptOf(ticket)), parts.now()),
    cancel: async (ticket) => {
      const cancelled = await parts.board.cancel(attemptOf(ticket));
      running.get(attemptOf(ticket))?.stop.abort();
      return cancelled ? 'cancelled' : 'too-late';
    },
    reconcile: async ({ attemptId }) => {
      const render = await parts.board.find(attemptId);
      return render === undefined ? { kind: 'absent' } : { kind: 'found', ticket: { attemptId } };
    },
    close: async () => {
      for (const { stop } of running.values()) stop.abort(CLOSING);
      await Promise.all([...running.values()].map(({ done }) => done));
      await parts.animator.close();
    },
  };
}

const attemptOf = (ticket: JsonObject): string => String(ticket.attemptId);

type Running = Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>;

async function begin(parts: LocalVideoEngineParts, running: Running, order: EngineOrder): Promise<EngineStart> {
  const { attemptId } = order;
  if (running.size >= parts.mostRenders) {
    return { kind: 'retry-later', afterSeconds: COME_BACK_SECONDS, trouble: { kind: 'overloaded' } };
  }
  if (!(await parts.board.begin(attemptId, parts.machine, parts.now()))) {
    return { kind: 'started', ticket: { attemptId } };
  }
  const stop = new AbortController();
  const done = render(parts, order, stop).finally(() => running.delete(attemptId));
  running.set(attemptId, { stop, done });
  return { kind: 'started', ticket: { attemptId } };
}

/** Draws an order to its end and tells the board; never throws. */
async function render(parts: LocalVideoEngineParts, order: EngineOrder, stop: AbortController): Promise<void> {
  const { board, now, onBroken } = parts;
  const progress = { framesDone: 0, frameCount: 0 };
  const beat = setInterval(() => {
    board.beat(order.attemptId, progress, now()).then((goOn) => goOn || stop.abort(), onBroken);
  }, BEAT_MILLISECONDS);
  const folder = await mkdtemp(join(tmpdir(), 'reverie-'));
  try {
    await board.finish(order.attemptId, await draw(parts, order, folder, progress, stop.signal));
  } catch (error) {
    // a render that was cancelled is told of on the board already
    if (stop.signal.aborted && stop.signal.reason !== CLOSING) return;
    const trouble = stop.signal.aborted ? 'interrupted' : 'broken';
    if (trouble === 'broken') onBroken(error);
    await board.finish(order.attemptId, { trouble, message: String(error) }).catch(onBroken);
  } finally {
    clearInterval(beat);
    await rm(folder, { recursive: true, force: true }).catch(onBroken);
  }
}

async function draw(
  parts: LocalVideoEngineParts,
  { attemptId, picture, motion, lengthSeconds, strength, finish, seed }: EngineOrder,
  folder: string,
  progress: { framesDone: number; frameCount: number },
  signal: AbortSignal,
): Promise<{ file: ClipFile } | { trouble: string; message: string }> {
  const voicePath = join(folder, 'voice.wav');
  const chosen = await motionOf(parts, motion, voicePath, signal);
  if (!chosen.ok) return { trouble: 'moderation-text', message: chosen.sentence };
  const paths = {
    ...{ clipPath: join(folder, 'clip.mp4'), posterPath: join(folder, 'poster.jpg') },
    ...(motion.voice?.isHeard && { soundPath: voicePath }),
  };
  const source = { bytes: await picture.bytes() };
  const { facePoints } = picture;
  const asked = { motion: chosen.motion, lengthSeconds, strength, seed, facePoints, finish: finish ?? 'plain' };
  const request = { picture: source, ...asked, ...paths };
  const drawn = await animatePicture(parts, request, {
    signal,
    onProgress: (step) => {
      if (step.stage === 'drawing') Object.assign(progress, step);
    },
  });
  if (!drawn.ok) return { trouble: 'moderation-image', message: drawn.sentence };
  const clipKey = `clips/${attemptId}/clip.mp4`;
  const posterKey = `clips/${attemptId}/poster.jpg`;
  await parts.storage.put(posterKey, { path: paths.posterPath }, 'image/jpeg');
  const { sizeBytes, sha256 } = await parts.storage.put(clipKey, { path: paths.clipPath }, 'video/mp4');
  const { widthPixels, heightPixels } = drawn;
  return { file: { clipKey, posterKey, widthPixels, heightPixels, sizeBytes, sha256 } };
}

/** What is to be played; the voice of `speak` is brought to a path first, where it can be heard, too. */
async function motionOf(
  { voices }: LocalVideoEngineParts,
  { id, customText, emotion, voice }: EngineOrder['motion'],
  voicePath: string,
  signal: AbortSignal,
): Promise<ChosenMotion> {
  if (id !== 'speak') return chooseMotion(id, customText, emotion);
  if (voice === undefined) throw new Error('an order to speak came without a voice');
  await writeFile(voicePath, await voice.bytes());
  const heard = await voices.read(voicePath, { signal });
  if (!heard.ok) throw new Error(`a recording that was taken in cannot be spoken: ${heard.reason}`);
  return { ok: true, motion: { kind: 'speak', voice: heard.samples }, notPossible: [] };
}

const RENDER_TROUBLES = ['moderation-text', 'moderation-image', 'interrupted'] as const;

/** What the board says of a render, in the words of the port. */
function checkOf(render: LocalRender | undefined, now: Date): EngineCheck {
  if (render === undefined) return { kind: 'failed', trouble: { kind: 'gone' } };
  if (render.state === 'finished' && render.file !== undefined) {
    return { kind: 'finished', result: { kind: 'stored', file: render.file } };
  }
  if (render.state === 'failed') {
    const kind = RENDER_TROUBLES.find((known) => known === render.trouble) ?? 'broken';
    return { kind: 'failed', trouble: { kind, vendorMessage: render.message ?? '' } };
  }
  const isSilent = now.getTime() - render.beatAt.getTime() > SILENT_SECONDS * 1000;
  if (isSilent || render.state === 'cancelled') return { kind: 'failed', trouble: { kind: 'gone' } };
  if (render.frameCount === 0) return { kind: 'working' };
  return { kind: 'working', progressPercent: Math.floor((100 * render.framesDone) / render.frameCount) };
}
