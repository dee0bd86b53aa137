import type { Character, Picture } from './ports/stores/character-store.ts';
import type { Chat, Moment } from './ports/stores/chat-store.ts';
import type { Clip } from './ports/stores/clip-store.ts';
import type { Person } from './ports/stores/person-store.ts';
import type { KeptVoice } from './ports/stores/voice-store.ts';

declare const seen: unique symbol;
declare const owned: unique symbol;

/** Proof that a viewer may see it. Views take nothing else. */
export type Seen<Thing> = Thing & { readonly [seen]: true };
/** Proof that it belongs to the one who wants to change it. */
export type Owned<Thing> = Seen<Thing> & { readonly [owned]: true };

/** Who looks: a person, or somebody who has not signed in. */
export type Viewer = Pick<Person, 'id' | 'role'> | undefined;

const owns = (viewer: Viewer, ownerId: string): boolean => viewer !== undefined && viewer.id === ownerId;
const isOperator = (viewer: Viewer): boolean => viewer?.role === 'operator';

/** Public things are for everybody, private ones for their owner and the operator; what was deleted is for its owner alone. */
function maySee(
  viewer: Viewer,
  thing: { ownerId: string; visibility: 'public' | 'private'; deletedAt: Date | undefined },
): boolean {
  if (owns(viewer, thing.ownerId)) return true;
  if (thing.deletedAt !== undefined) return false;
  return thing.visibility === 'public' || isOperator(viewer);
}

export function seenCharacter(viewer: Viewer, character: Character | undefined): Seen<Character> | undefined {
  return character !== undefined && maySee(viewer, character) ? (character as Seen<Character>) : undefined;
}

export function ownedCharacter(viewer: Viewer, character: Character | undefined): Owned<Character> | undefined {
  return character !== undefined && owns(viewer, character.ownerId) ? (character as Owned<Character>) : undefined;
}

export function seenPicture(viewer: Viewer, picture: Picture | undefined): Seen<Picture> | undefined {
  return picture !== undefined && maySee(viewer, picture) ? (picture as Seen<Picture>) : undefined;
}

export function ownedPicture(viewer: Viewer, picture: Picture | undefined): Owned<Picture> | undefined {
  return picture !== undefined && owns(viewer, picture.ownerId) ? (picture as Owned<Picture>) : undefined;
}

/** A clip that is not finished is its owner's affair; a finished one is as public as the picture it was made from. */
export function seenClip(viewer: Viewer, clip: Clip | undefined): Seen<Clip> | undefined {
  if (clip === undefined || !maySee(viewer, clip)) return undefined;
  return clip.state === 'ready' || owns(viewer, clip.ownerId) || isOperator(viewer) ? (clip as Seen<Clip>) : undefined;
}

export function ownedClip(viewer: Viewer, clip: Clip | undefined): Owned<Clip> | undefined {
  return clip !== undefined && owns(viewer, clip.ownerId) ? (clip as Owned<Clip>) : undefined;
}

/** What somebody said is for nobody else, whoever asks. */
export function ownedVoice(viewer: Viewer, voice: KeptVoice | undefined): Owned<KeptVoice> | undefined {
  return voice !== undefined && owns(viewer, voice.ownerId) ? (voice as Owned<KeptVoice>) : undefined;
}

export function ownedChat(viewer: Viewer, chat: Chat | undefined): Owned<Chat> | undefined {
  return chat !== undefined && owns(viewer, chat.personId) ? (chat as Owned<Chat>) : undefined;
}

export function ownedMoment(viewer: Viewer, moment: Moment | undefined): Owned<Moment> | undefined {
  return moment !== undefined && owns(viewer, moment.authorId) ? (moment as Owned<Moment>) : undefined;
}
