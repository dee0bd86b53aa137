import { SafetyModelError } from '../safety-models.ts';

/** A moderation or guard model behind an OpenAI-compatible address. */
export interface SafetyModelAddress {
  /** `https://host/v1`, without a slash at the end. */
  readonly url: string;
  readonly key: string | undefined;
  readonly model: string;
  readonly fetch: typeof fetch;
}

const ANSWER_SECONDS = 20;
/** Verdicts have some hundred bytes. */
const LARGEST_ANSWER_BYTES = 256 * 1024;

/** Posts JSON and gives the JSON of the answer. @throws SafetyModelError for everything else, never naming the key */
export async function askSafetyModel(
  { url, key, fetch }: SafetyModelAddress,
  path: string,
  body: object,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const limit = AbortSignal.timeout(ANSWER_SECONDS * 1000);
  try {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    if (!answer.ok) throw new SafetyModelError(`${new URL(url).host} answered ${answer.status}.`);
    return JSON.parse(await textOf(answer));
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause instanceof SafetyModelError
      ? cause
      : new SafetyModelError(`${new URL(url).host} could not be asked.`, cause);
  }
}

async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of answer.body ?? []) {
    sizeBytes += part.length;
    if (sizeBytes > LARGEST_ANSWER_BYTES) throw new SafetyModelError('The answer is far too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
