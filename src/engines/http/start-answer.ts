import type { EngineStart, EngineTrouble, JsonObject } from '../../app/ports/video-engine.ts';
import type { EngineTroubleKind } from '../../domain/engine/engine-trouble.ts';
import type { VendorAnswer } from './vendor-api.ts';

type Answered = Extract<VendorAnswer, { kind: 'answered' }>;

/** After a refusal for load or a connection that was never made, unless the vendor says when. */
const COME_BACK_SECONDS = 15;

export const isGood = (status: number): boolean => status >= 200 && status < 300;
/** What was answered, for the log. */
export const wordsOf = ({ status, text }: Answered): string => `HTTP ${status}: ${text.slice(0, 300)}`;

/** What the statuses of HTTP mean where a vendor has no codes of its own. */
const KINDS: Readonly<Record<number, EngineTroubleKind>> = {
  401: 'operator',
  402: 'operator',
  403: 'operator',
  429: 'overloaded',
};
export const statusTrouble = (answer: Answered): EngineTrouble => ({
  kind: KINDS[answer.status] ?? 'configuration',
  vendorCode: String(answer.status),
  vendorMessage: wordsOf(answer),
});

/**
 * What the answer to an order means. Only what surely was not taken may be ordered again; whatever may have been taken is in
 * doubt: no answer, an answer that broke, an error of the vendor's own side.
 */
export function startOf(
  answer: VendorAnswer,
  read: {
    /** The ticket out of a good answer; `undefined` when there is none in it. */
    readonly ticket: (json: unknown) => JsonObject | undefined;
    readonly trouble: (answer: Answered) => EngineTrouble;
  },
): EngineStart {
  if (answer.kind === 'not-sent') {
    const trouble = { kind: 'overloaded', vendorMessage: answer.because } as const;
    return { kind: 'retry-later', afterSeconds: COME_BACK_SECONDS, trouble };
  }
  if (answer.kind === 'no-answer') return { kind: 'in-doubt', because: answer.because };
  const ticket = isGood(answer.status) ? read.ticket(answer.json) : undefined;
  if (ticket !== undefined) return { kind: 'started', ticket };
  const isUnclear = isGood(answer.status) || answer.status >= 500 || answer.status === 408;
  if (isUnclear) return { kind: 'in-doubt', because: wordsOf(answer) };
  const trouble = read.trouble(answer);
  if (trouble.kind !== 'overloaded') return { kind: 'refused', trouble };
  return { kind: 'retry-later', afterSeconds: answer.retryAfterSeconds ?? COME_BACK_SECONDS, trouble };
}
