/** Something that was done with the powers of an operator. */
export interface AdminAction {
  readonly id: string;
  readonly actor: { readonly id: string; readonly name: string };
  /** How the actor was signed in: at a screen, as a program, as the platform. */
  readonly via: 'session' | 'key' | 'token';
  readonly action: string;
  /** Whom or what it was done to. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export interface AdminActionStore {
  note(action: Omit<AdminAction, 'actor'> & { readonly actorId: string }): Promise<void>;
  /** Newest first. */
  list(page: { readonly beforeId?: string | undefined; readonly most: number }): Promise<AdminAction[]>;
}
