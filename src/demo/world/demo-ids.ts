import { createHash } from 'node:crypto';
import { uuidV7 } from '../../domain/uuid.ts';
import { DEMO_CHARACTERS, type DemoCharacterId } from '../characters.ts';
import { picturesOf } from '../demo-pictures.ts';

const HOUR = 3_600_000;
/** When the first of them was drawn. Their ids are the same in every demo world, so that links to them are, too. */
const FIRST_DRAWN_AT = Date.UTC(2026, 9, 20, 9);
const HOURS_BETWEEN_PICTURES = 7;

const PICTURES_IN_ORDER = [0, 1, 2, 3].flatMap((place) =>
  // of pictures that are listed newest first, those of the first character come first
  [...DEMO_CHARACTERS].reverse().map(({ id }) => picturesOf(id)[place]?.id),
);

export function demoCharacterId(id: DemoCharacterId): string {
  const place = DEMO_CHARACTERS.findIndex((character) => character.id === id);
  return idOf(`character ${id}`, FIRST_DRAWN_AT - (place + 1) * HOUR);
}

export function demoPictureId(id: string): string {
  return idOf(`picture ${id}`, demoPictureTime(id).getTime());
}

/** When a picture is said to have been drawn. */
export function demoPictureTime(id: string): Date {
  const place = PICTURES_IN_ORDER.indexOf(id);
  if (place < 0) throw new Error(`there is no demo picture '${id}'`);
  return new Date(FIRST_DRAWN_AT + place * HOURS_BETWEEN_PICTURES * HOUR);
}

const idOf = (name: string, timeMilliseconds: number): string =>
  uuidV7(timeMilliseconds, createHash('sha256').update(`reverie demo ${name}`).digest());
