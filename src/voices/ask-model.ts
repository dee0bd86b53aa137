import { VoiceError } from './voice-error.ts';

/** A model behind an OpenAI-compatible address. */
export interface ModelAddress {
  /** `https://host/v1` */
  readonly url: string;
  readonly key: string | undefined;
  readonly model: string;
  readonly fetch: typeof fetch;
}

/** More than any answer that is of use; a picture of 20 MB in base64 is 27. */
const LARGEST_ANSWER_BYTES = 32 * 1024 * 1024;

/** Posts JSON and gives the JSON of the answer. @throws VoiceError that never names the key */
export async function askModel(
  { url, key, fetch }: ModelAddress,
  path: string,
  body: object,
  limitSeconds: number,
): Promise<unknown> {
  try {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(limitSeconds * 1000),
    });
    if (!answer.ok) throw new VoiceError(`${new URL(url).host} answered ${answer.status} to ${path}`);
    return JSON.parse(await textOf(answer));
  } catch (cause) {
    throw cause instanceof VoiceError ? cause : new VoiceError(`${new URL(url).host} could not be asked`, cause);
  }
}

async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of answer.body ?? []) {
    sizeBytes += part.length;
    if (sizeBytes > LARGEST_ANSWER_BYTES) throw new VoiceError('the answer is far too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
