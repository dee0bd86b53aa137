import type { Person } from './stores/person-store.ts';

/** What a way of signing in may be used for. People who sign in themselves have all but `admin`, which operators have. */
export const SCOPES = ['read', 'write', 'generate', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks, and what for. */
export interface Principal {
  readonly person: Person;
  readonly scopes: ReadonlySet<Scope>;
  /** `session`: a browser with a cookie, which other sites could make it send. */
  readonly via: 'session' | 'key' | 'token';
}

/** Finds out who sends a request. `none`: nobody says who; `invalid`: somebody says it and it is not true any more. */
export interface Identity {
  authenticate(request: Request): Promise<Principal | 'none' | 'invalid'>;
}
