import { isVoiceSyncOn } from '../../domain/entitlement/stage.ts';
import type { Person } from '../ports/stores/person-store.ts';
import type { KeptVoice } from '../ports/stores/voice-store.ts';
import type { TakenVoice } from '../ports/voice-intake.ts';
import type { Stores, World } from '../ports/world.ts';

/** Recordings that one person may keep at a time: some minutes of speech, a hundred megabytes. */
export const MOST_VOICES = 100;

/** Whether this person may let pictures speak now: as the stage and their own switch say. */
export async function mayUseVoices({ settings }: Stores, person: Person): Promise<boolean> {
  return isVoiceSyncOn(await settings.readStage(), person.settings.imageToVideo);
}

/** Makes a taken file a recording of a person's own. `too-many-voices` when they keep enough. Belongs into a transaction. */
export async function keepVoice(
  { now }: Pick<World, 'now'>,
  stores: Stores,
  { ok: _, voiceId: id, sentSha256: __, ...file }: TakenVoice,
  ownerId: string,
): Promise<KeptVoice | 'too-many-voices'> {
  if ((await stores.voices.countOfOwner(ownerId)) >= MOST_VOICES) return 'too-many-voices';
  const voice: KeptVoice = { id, ownerId, createdAt: now(), deletedAt: undefined, ...file };
  await stores.voices.add(voice);
  return voice;
}
