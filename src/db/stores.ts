import type { JobSender } from '../app/ports/jobs.ts';
import type { Sql } from '../app/ports/sql.ts';
import type { Stores } from '../app/ports/world.ts';
import { createAdminActionStore } from './stores/admin-action-store.ts';
import { createAnswerStore } from './stores/answer-store.ts';
import { createAttemptStore } from './stores/attempt-store.ts';
import { createBillingStore } from './stores/billing-store.ts';
import { createCharacterStore, createPictureStore } from './stores/character-store.ts';
import { createAttachmentStore, createChatStore, createMomentStore } from './stores/chat-store.ts';
import { createClipStore } from './stores/clip-store.ts';
import { createEngineStore } from './stores/engine-store.ts';
import { createEntitlementStore } from './stores/entitlement-store.ts';
import { createGalleryStore } from './stores/gallery-store.ts';
import { createLedgerStore } from './stores/ledger-store.ts';
import { createLiveEventStore } from './stores/live-event-store.ts';
import { createNotificationStore } from './stores/notification-store.ts';
import { createApiKeyStore, createPersonStore } from './stores/person-store.ts';
import { createPriceStore } from './stores/price-store.ts';
import { createPushStore, createWindowStore } from './stores/push-store.ts';
import { createRetentionStore } from './stores/retention-store.ts';
import { createSafetyStore } from './stores/safety-store.ts';
import { createSettingStore } from './stores/setting-store.ts';
import { createShareStore } from './stores/share-store.ts';
import { createVoiceStore } from './stores/voice-store.ts';

/** All stores over one door: a transaction, or the database itself. */
export function createStores(sql: Sql, jobs: JobSender): Stores {
  return {
    people: createPersonStore(sql),
    apiKeys: createApiKeyStore(sql),
    characters: createCharacterStore(sql),
    pictures: createPictureStore(sql),
    chats: createChatStore(sql),
    moments: createMomentStore(sql),
    attachments: createAttachmentStore(sql),
    gallery: createGalleryStore(sql),
    ledger: createLedgerStore(sql),
    billing: createBillingStore(sql),
    prices: createPriceStore(sql),
    entitlements: createEntitlementStore(sql),
    voices: createVoiceStore(sql),
    clips: createClipStore(sql),
    attempts: createAttemptStore(sql),
    engines: createEngineStore(sql),
    notifications: createNotificationStore(sql),
    events: createLiveEventStore(sql),
    answers: createAnswerStore(sql),
    settings: createSettingStore(sql),
    safety: createSafetyStore(sql),
    adminActions: createAdminActionStore(sql),
    shares: createShareStore(sql),
    push: createPushStore(sql),
    windows: createWindowStore(sql),
    retention: createRetentionStore(sql),
    jobs,
  };
}
