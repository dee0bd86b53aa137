import { type Advice, adviseOn } from '../../domain/picture/advice.ts';
import type { PictureFacts } from '../../domain/picture/picture-facts.ts';
import { type LookAtPicturePorts, lookAtPicture } from '../look-at-picture.ts';
import type { Picture } from '../ports/stores/character-store.ts';
import type { World } from '../ports/world.ts';

export interface AdviseOnPicturePorts extends LookAtPicturePorts {
  readonly world: World;
  readonly readPicture: (picture: Picture) => Promise<Uint8Array>;
}

/** Raised when what is seen in pictures changes, so that they are looked at again. */
const FACTS_VERSION = 4;

/** What was seen in a picture, as it is kept. */
interface KeptFacts {
  readonly version: number;
  readonly facts: PictureFacts;
  readonly sourceWidthPixels: number;
  readonly sourceHeightPixels: number;
}

/** What the animator thinks of a picture; it looks once and remembers. `undefined` when it cannot be read any more. */
export async function adviseOnPicture(
  ports: AdviseOnPicturePorts,
  picture: Picture,
): Promise<readonly Advice[] | undefined> {
  const seen = await factsOfPicture(ports, picture);
  return seen && adviseOn(seen.facts, seen);
}

/** What is seen in a picture: looked at once and remembered. `undefined` when it cannot be read any more. */
export async function factsOfPicture(ports: AdviseOnPicturePorts, picture: Picture): Promise<KeptFacts | undefined> {
  const { pictures } = ports.world.stores;
  const known = (await pictures.readFacts(picture.id)) as KeptFacts | undefined | null;
  if (known?.version === FACTS_VERSION) return known;
  const { facePoints } = picture;
  const source = { bytes: await ports.readPicture(picture) };
  const seen = await lookAtPicture(ports, source, facePoints && { facePoints });
  if (!seen.ok) return undefined;
  const { ok: _, ...facts } = seen;
  const kept: KeptFacts = { ...facts, version: FACTS_VERSION };
  await pictures.keepFacts(picture.id, kept);
  return kept;
}
