import type { CharacterLook } from './look.ts';
import { AMARA } from './looks/amara.ts';
import { FINN } from './looks/finn.ts';
import { HARU } from './looks/haru.ts';
import { MIRA } from './looks/mira.ts';
import { SYLVIE } from './looks/sylvie.ts';
import { TOMAS } from './looks/tomas.ts';

export type DemoCharacterId = 'mira' | 'finn' | 'amara' | 'sylvie' | 'haru' | 'tomas';

/** A character that comes with the program, drawn by its own code. */
export interface DemoCharacter {
  readonly id: DemoCharacterId;
  readonly name: string;
  readonly description: string;
}

/** The characters in the order in which they are shown. All of them are adults. */
export const DEMO_CHARACTERS: readonly DemoCharacter[] = [
  {
    id: 'mira',
    name: 'Mira',
    description: 'Keeps the night desk of a small bookshop and remembers what everybody read.',
  },
  {
    id: 'finn',
    name: 'Finn',
    description: 'Builds wooden boats up the coast and tests them in weather he should not.',
  },
  {
    id: 'amara',
    name: 'Amara',
    description: 'Plays the bass in a club by the harbour and laughs before the joke is over.',
  },
  { id: 'sylvie', name: 'Sylvie', description: 'Retired astronomer who still gets up at three for a clear sky.' },
  {
    id: 'haru',
    name: 'Haru',
    description: 'Repairs old radios by day and cooks noodles for whoever knocks after midnight.',
  },
  {
    id: 'tomas',
    name: 'Tomás',
    description: 'Teaches tango on Tuesdays and grows lemons on a roof the rest of the week.',
  },
];

/** How a character is drawn. */
export function lookOf(id: DemoCharacterId): CharacterLook {
  return LOOKS[id];
}

const LOOKS: Record<DemoCharacterId, CharacterLook> = {
  mira: MIRA,
  finn: FINN,
  amara: AMARA,
  sylvie: SYLVIE,
  haru: HARU,
  tomas: TOMAS,
};
