export { createReverieClient, type ReverieClient, type ReverieClientOptions } from './client.ts';
export type { ClipHandle, DoneOptions } from './clip-handle.ts';
export { ClipEndedError, NetworkError, NotSignedInError, RateLimitedError, ReverieError } from './errors.ts';
export type { FollowOptions, StreamState } from './follow-events.ts';
export type { ListQuery, Pages } from './pages.ts';
export type { FileBytes } from './resources.ts';
export type { CreateOptions, RequestOptions } from './transport.ts';
export type * from './types.ts';
