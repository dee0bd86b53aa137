/** Keeps people's words unreadable to whoever reads the database. */
export interface TextSeal {
  seal(text: string): Uint8Array;
  /** `undefined` when it was sealed with another secret, or changed. */
  open(sealed: Uint8Array): string | undefined;
}
