import { ownedVoice } from '../permissions.ts';
import type { Picture } from '../ports/stores/character-store.ts';
import type { Person } from '../ports/stores/person-store.ts';
import type { World } from '../ports/world.ts';
import { mayUseVoices } from '../voices/keep-voice.ts';
import type { ClipRefusal, ClipWish } from './request-clip.ts';

export type SpeechRefusal =
  | { readonly ok: false; readonly reason: 'voice-sync-off' }
  | { readonly ok: false; readonly reason: 'voice-not-found' }
  | { readonly ok: false; readonly reason: 'voice-too-long'; readonly voiceSeconds: number }
  | { readonly ok: false; readonly reason: 'mouth-not-found' };

/** Whether a picture, as it is framed, shows a mouth that can be opened. */
export type ShowsMouth = (picture: Picture, frame: NonNullable<ClipWish['frame']>) => Promise<boolean>;

/** Why a clip cannot speak as it was wished; `undefined` when it can, or is not to speak. The picture is looked at last: that takes time. */
export async function checkVoice(
  { world, showsMouth }: { readonly world: World; readonly showsMouth?: ShowsMouth | undefined },
  person: Person,
  picture: Picture,
  { motion, voiceId, lengthSeconds, frame = 'as-is' }: ClipWish,
): Promise<ClipRefusal | undefined> {
  if (motion !== 'speak') return undefined;
  if (!(await mayUseVoices(world.stores, person))) return { ok: false, reason: 'voice-sync-off' };
  const voice = voiceId && ownedVoice(person, await world.stores.voices.find(voiceId));
  if (!voice || voice.deletedAt !== undefined) return { ok: false, reason: 'voice-not-found' };
  const voiceSeconds = voice.lengthSeconds;
  if (voiceSeconds > lengthSeconds) return { ok: false, reason: 'voice-too-long', voiceSeconds };
  return (await showsMouth?.(picture, frame)) ? undefined : { ok: false, reason: 'mouth-not-found' };
}
