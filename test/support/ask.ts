import type { Person } from '../../src/app/ports/stores/person-store.ts';
import { TEST_ORIGIN, type TestService } from './test-service.ts';

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Asks a service as a person; a `Buffer` is a recording that is sent. What has no body answers an empty one. */
export async function ask(
  { service, person }: { service: TestService; person: Person },
  method: string,
  path: string,
  body?: object,
  key: string = crypto.randomUUID(),
): Promise<Answer> {
  const isFile = Buffer.isBuffer(body);
  const headers = {
    ...{ authorization: `Bearer ${service.signIn(person)}`, 'idempotency-key': key },
    'content-type': isFile ? 'audio/wav' : 'application/json',
  };
  const content = isFile ? new Uint8Array(body) : JSON.stringify(body);
  const response = await service.fetch(`${TEST_ORIGIN}/v1${path}`, { method, headers, ...(body && { body: content }) });
  return { status: response.status, body: response.status === 204 ? {} : ((await response.json()) as Answer['body']) };
}
