import { createIdentity, type IdentityHouse, type IdentitySettings } from '../../src/identity/create-identity.ts';
import { openTestService, type TestService, type TestServiceOptions } from './test-service.ts';
import type { TestWorld } from './test-world.ts';

const TEST_IDENTITY: IdentitySettings = {
  secret: '5'.repeat(64),
  https: false,
  listenHost: '127.0.0.1',
  demo: true,
  hostIssuers: [],
  hostAudience: 'reverie-motion',
  operatorKey: undefined,
};

/** Where a service that listens on loopback is reached in process. */
export const LOCAL_ORIGIN = 'http://127.0.0.1:4600';

const noNetwork: typeof fetch = async (input) => {
  throw new TypeError(`nothing is fetched here: ${input}`);
};

export function identityOf(
  { database, ...world }: TestWorld,
  settings: Partial<IdentitySettings> = {},
  fetch = noNetwork,
): Promise<IdentityHouse> {
  return createIdentity({ database, world, settings: { ...TEST_IDENTITY, ...settings }, fetch });
}

/** The API with the service's own ways of signing in, instead of tokens that a test gives out. */
export function openServiceWithIdentity(
  settings: Partial<IdentitySettings> = {},
  options: Omit<TestServiceOptions, 'parts'> = {},
): Promise<TestService> {
  return openTestService({ ...options, parts: (world) => identityOf(world, settings) });
}
