import type { z } from 'zod';
import { problemResponse } from './problem.ts';

/** JSON that people send here is a few words; more is a mistake or worse. */
const LARGEST_JSON_BYTES = 16 * 1024;

/** The request's JSON as `schema` wants it, or the answer that says what is wrong with it. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T | Response> {
  const text = await readText(request);
  if (text === undefined) return invalid(`it has more than ${LARGEST_JSON_BYTES} bytes`);
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  return invalid(`${where === '' ? '' : `${where}: `}${issue?.message ?? 'not as expected'}`);
}

async function readText(request: Request): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_JSON_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function invalid(what: string): Response {
  return problemResponse({
    code: 'invalid-request',
    detail: `The request is not understood: ${what}.`,
    nextStep: 'Send what GET /v1/motions describes.',
  });
}
