import type { JobSender } from './jobs.ts';
import type { AdminActionStore } from './stores/admin-action-store.ts';
import type { AnswerStore } from './stores/answer-store.ts';
import type { AttemptStore } from './stores/attempt-store.ts';
import type { BillingStore } from './stores/billing-store.ts';
import type { CharacterStore, PictureStore } from './stores/character-store.ts';
import type { AttachmentStore, ChatStore, MomentStore } from './stores/chat-store.ts';
import type { ClipStore } from './stores/clip-store.ts';
import type { EngineStore } from './stores/engine-store.ts';
import type { EntitlementStore } from './stores/entitlement-store.ts';
import type { GalleryStore } from './stores/gallery-store.ts';
import type { LedgerStore } from './stores/ledger-store.ts';
import type { LiveEventStore } from './stores/live-event-store.ts';
import type { NotificationStore } from './stores/notification-store.ts';
import type { ApiKeyStore, PersonStore } from './stores/person-store.ts';
import type { PriceStore } from './stores/price-store.ts';
import type { PushStore, WindowStore } from './stores/push-store.ts';
import type { RetentionStore } from './stores/retention-store.ts';
import type { SafetyStore } from './stores/safety-store.ts';
import type { SettingStore } from './stores/setting-store.ts';
import type { ShareStore } from './stores/share-store.ts';
import type { VoiceStore } from './stores/voice-store.ts';

/** Everything that is remembered, by concept. */
export interface Stores {
  readonly people: PersonStore;
  readonly apiKeys: ApiKeyStore;
  readonly characters: CharacterStore;
  readonly pictures: PictureStore;
  readonly chats: ChatStore;
  readonly moments: MomentStore;
  readonly attachments: AttachmentStore;
  readonly gallery: GalleryStore;
  readonly ledger: LedgerStore;
  readonly billing: BillingStore;
  readonly prices: PriceStore;
  readonly entitlements: EntitlementStore;
  readonly voices: VoiceStore;
  readonly clips: ClipStore;
  readonly attempts: AttemptStore;
  readonly engines: EngineStore;
  readonly notifications: NotificationStore;
  readonly events: LiveEventStore;
  readonly answers: AnswerStore;
  readonly settings: SettingStore;
  readonly safety: SafetyStore;
  readonly adminActions: AdminActionStore;
  readonly shares: ShareStore;
  readonly push: PushStore;
  readonly windows: WindowStore;
  readonly retention: RetentionStore;
  readonly jobs: JobSender;
}

/** What use cases work on: memory, time, and new names. */
export interface World {
  /** Each call on its own; for reading. */
  readonly stores: Stores;
  /** All of `work` is remembered, or nothing of it. Never calls a network inside. */
  transaction<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result>;
  now(): Date;
  /** A UUID of version 7, larger than every one before. */
  newId(): string;
}
