/** Addresses of files. */
export interface Links {
  /** Where everybody may fetch it, or, for a private file, a signed address that works for some hours. */
  of(path: string, visibility: 'public' | 'private', now: Date): string;
  /** Whether an address was signed by us for this path and has not expired. */
  isSigned(path: string, query: { readonly expires: string; readonly signature: string }, now: Date): boolean;
}
