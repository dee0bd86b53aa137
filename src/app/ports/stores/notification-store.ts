export type NotificationKind = 'clip-ready' | 'clip-failed' | 'clip-refused' | 'clip-late' | 'safety-answer';

export interface Notification {
  readonly id: string;
  readonly personId: string;
  readonly kind: NotificationKind;
  readonly clipId: string | undefined;
  readonly sentence: string;
  readonly createdAt: Date;
  readonly readAt: Date | undefined;
}

export interface NotificationStore {
  /** Adds one, at most once for a person, kind and clip: `false` when it is already there. */
  add(notification: Omit<Notification, 'readAt'>): Promise<boolean>;
  list(
    personId: string,
    page: { readonly beforeId?: string | undefined; readonly most: number },
  ): Promise<Notification[]>;
  countUnread(personId: string): Promise<number>;
  /** `undefined`: all of them. */
  markRead(personId: string, id: string | undefined, at: Date): Promise<void>;
}
