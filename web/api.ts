/** What the page knows of the server: its answers as types, and one way of asking. */

export interface Motion {
  readonly id: string;
  readonly title: string;
  readonly bestFor: string;
}

export interface MotionSheet {
  readonly motions: readonly Motion[];
  readonly strengths: readonly string[];
  readonly seconds: { readonly shortest: number; readonly longest: number };
  readonly customText: { readonly mostCharacters: number; readonly examples: readonly string[] };
  readonly largestPictureBytes: number;
}

export interface DemoCharacter {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly pictureUrl: string;
}

export interface TakenPicture {
  readonly id: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

export interface Advice {
  readonly level: 'good' | 'fair' | 'poor';
  readonly notes: readonly { readonly sentence: string; readonly nextStep?: string }[];
}

export interface CustomReading {
  readonly ok: boolean;
  /** What will be played, in words; empty when nothing was understood. */
  readonly plays: string;
  /** What was asked for and cannot be played, each as a sentence. */
  readonly cannot: readonly string[];
}

export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly nextStep: string;
}

export interface Clip {
  readonly id: string;
  readonly state: 'queued' | 'drawing' | 'ready' | 'failed' | 'cancelled';
  readonly motion: string;
  readonly seconds: number;
  readonly picture: { readonly demoCharacterId?: string; readonly pictureId?: string; readonly url: string };
  readonly clipsAhead: number;
  readonly framesDone?: number;
  readonly frameCount?: number;
  readonly secondsLeft?: number;
  readonly clipUrl?: string;
  readonly posterUrl?: string;
  readonly widthPixels?: number;
  readonly heightPixels?: number;
  readonly sizeBytes?: number;
  readonly problem?: Problem;
}

/** The server said no, in words. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Nobody answered at all. */
class ServerGone extends Error {}

/** Asks and answers with JSON. Throws `Refused` when the server said no and `ServerGone` when it said nothing. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, init).catch((cause) => {
    if (init.signal?.aborted) throw cause;
    throw new ServerGone('no answer', { cause });
  });
  const body = await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  throw new Refused(
    body ?? { code: 'unexpected', detail: `The program answered ${response.status}.`, nextStep: 'Try again.' },
  );
}

/** Sends JSON and answers with JSON; throws like `ask`. */
export function send<T>(path: string, body: unknown, init: RequestInit = {}): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body), ...init });
}
