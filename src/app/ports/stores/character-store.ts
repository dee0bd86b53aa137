import type { FacePoints } from '../../../domain/picture/face-points.ts';

export interface Character {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly tagline: string;
  readonly persona: string;
  readonly greeting: string;
  readonly declaredAge: 'adult' | 'minor';
  readonly visibility: 'public' | 'private';
  readonly avatarPictureId: string | undefined;
  readonly avatarClipId: string | undefined;
  readonly createdAt: Date;
  readonly deletedAt: Date | undefined;
}

export interface CharacterChange {
  readonly name?: string | undefined;
  readonly tagline?: string | undefined;
  readonly persona?: string | undefined;
  readonly greeting?: string | undefined;
  readonly declaredAge?: 'adult' | 'minor' | undefined;
  readonly visibility?: 'public' | 'private' | undefined;
  readonly avatarPictureId?: string | null | undefined;
  readonly avatarClipId?: string | null | undefined;
}

export interface CharacterStore {
  add(character: Omit<Character, 'avatarPictureId' | 'avatarClipId' | 'createdAt' | 'deletedAt'>): Promise<void>;
  find(id: string): Promise<Character | undefined>;
  change(id: string, change: CharacterChange): Promise<Character | undefined>;
  /** Public characters and the viewer's own, newest first. */
  listFor(
    viewerId: string | undefined,
    page: { readonly beforeId?: string | undefined; readonly most: number },
  ): Promise<Character[]>;
}

export interface PictureFile {
  readonly storageKey: string;
  readonly contentType: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface Picture extends PictureFile {
  readonly id: string;
  readonly ownerId: string;
  readonly characterId: string;
  readonly visibility: 'public' | 'private';
  readonly origin: 'ai_generated' | 'uploaded';
  /** The model or program that made it. */
  readonly madeBy: string;
  readonly rating: 'general' | 'suggestive';
  /** What it shows, for people who do not see it. */
  readonly description: string;
  /** Where its owner sees the face, once somebody said so. */
  readonly facePoints: FacePoints | undefined;
  readonly createdAt: Date;
  readonly deletedAt: Date | undefined;
}

export interface PictureStore {
  add(picture: Omit<Picture, 'deletedAt' | 'facePoints'>): Promise<void>;
  find(id: string): Promise<Picture | undefined>;
  /** `null` undoes it. Says whether it did: what was taken down, or deleted too long ago, does not come back. */
  setDeleted(id: string, at: Date | null): Promise<boolean>;
  /** What was seen in it, as JSON, once it was looked at. */
  readFacts(id: string): Promise<unknown>;
  keepFacts(id: string, facts: unknown): Promise<void>;
  /** Keeps where the face is, or forgets it; what was seen before is forgotten with it. */
  placeFace(id: string, points: FacePoints | null): Promise<void>;
  /** One of the pictures that a character may send, `turn` counting through them, oldest first. */
  fromPool(characterId: string, turn: number): Promise<Picture | undefined>;
}
