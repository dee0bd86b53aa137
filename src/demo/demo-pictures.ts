import { type DemoCharacterId, lookOf } from './characters.ts';
import type { BackdropLook, CharacterLook, ClothesLook, ForegroundLook, GlassesLook } from './look.ts';

/** A picture that comes with the program: a portrait, or its character in another place, light, mood and clothes. */
export interface DemoPicture {
  /** Lower-case letters and `-`; begins with the character's id. */
  readonly id: string;
  readonly characterId: DemoCharacterId;
  /** What it shows, for people who do not see it. */
  readonly description: string;
  readonly look: CharacterLook;
}

/** What a scene changes about its character: everything else is the same face. */
interface Scene {
  readonly id: string;
  readonly description: string;
  readonly clothes: ClothesLook;
  readonly backdrop: BackdropLook;
  readonly fill: string;
  readonly rim: string;
  readonly lightSide: -1 | 1;
  readonly strength?: number;
  readonly yawDegrees: number;
  readonly tiltDegrees: number;
  readonly smile: number;
  readonly opening?: number;
  readonly gazeX?: number;
  readonly distance?: CharacterLook['distance'];
  readonly foreground?: ForegroundLook;
  readonly handRaised?: boolean;
  readonly glasses?: GlassesLook;
}

const SUNSET: BackdropLook = {
  kind: 'seaside',
  top: '#4d6f9c',
  middle: '#d99a86',
  bottom: '#33557a',
  glow: '#ffd08a',
  lights: ['#ffe6b8', '#ffc58a', '#fff6e0'],
};
const SUMMER: BackdropLook = {
  kind: 'garden',
  top: '#86a85e',
  middle: '#648c48',
  bottom: '#294a2a',
  glow: '#fff0b0',
  lights: ['#fff6cf', '#e9f3b0', '#ffe2a0'],
};
const RAINY_NIGHT: BackdropLook = {
  kind: 'rain',
  top: '#1a2740',
  middle: '#2d3350',
  bottom: '#151a2c',
  glow: '#f2a45a',
  lights: ['#ffcf86', '#ff9d5c', '#8fc7d8', '#f5e6c0'],
};
const CLUB: BackdropLook = {
  kind: 'stage',
  top: '#2a0f2e',
  middle: '#4a1238',
  bottom: '#1c0a22',
  glow: '#ff8f6a',
  lights: ['#ff7aa8', '#ffc36b', '#8f7aff', '#ffd9b0'],
};
const BOOKSHOP: BackdropLook = {
  kind: 'lamplight',
  top: '#2b2130',
  middle: '#44302f',
  bottom: '#2c1c1c',
  glow: '#f7b365',
  lights: ['#ffd08a', '#ff9d5c', '#f7e0b0', '#c8705e'],
};
const WOOD = { base: '#7b4a2b', shade: '#3a2015', light: '#c98d58' } as const;
const STEP_BACK = { scale: 0.74, eyesY: 456 } as const;

const SCENES: Record<DemoCharacterId, readonly Scene[]> = {
  mira: [
    {
      id: 'mira-rain',
      description: 'Mira in a rust-red sweater at a window in the rain, the lights of the street behind her.',
      clothes: { kind: 'roll-neck', base: '#a5482f', shade: '#54201a', light: '#d9805a', accent: '#b85a3c' },
      backdrop: RAINY_NIGHT,
      ...{ fill: '#3d6f8f', rim: '#ffc98a', lightSide: 1, yawDegrees: -5, tiltDegrees: -3, smile: 10, gazeX: 0 },
    },
    {
      id: 'mira-garden',
      description: 'Mira laughing quietly in a sunlit garden, in a cream-coloured wrap blouse.',
      clothes: { kind: 'wrap', base: '#eadfc8', shade: '#a08f70', light: '#fffaf0', accent: '#c79a4a' },
      backdrop: SUMMER,
      ...{ fill: '#7d9a5e', rim: '#fff0c0', lightSide: -1, yawDegrees: 4, tiltDegrees: 4, smile: 13, opening: 0.88 },
    },
    {
      id: 'mira-desk',
      description: 'Mira behind the counter of her bookshop, between two piles of books, under the lamp.',
      clothes: { kind: 'round-neck', base: '#3d5a4c', shade: '#1b2e27', light: '#7c9f86', accent: '#e3bd73' },
      backdrop: BOOKSHOP,
      ...{ fill: '#5a4a86', rim: '#ffc98a', lightSide: 1, yawDegrees: 5, tiltDegrees: -2, smile: 10 },
      distance: STEP_BACK,
      foreground: { kind: 'books', ...WOOD, accent: '#8c3b34' },
    },
  ],
  finn: [
    {
      id: 'finn-evening',
      description: 'Finn by the sea at sunset, in an open white shirt, squinting a little into the light.',
      clothes: { kind: 'shirt', base: '#e9e4d8', shade: '#9a94a0', light: '#fffaf0', accent: '#a8977a' },
      backdrop: SUNSET,
      ...{ fill: '#5f7fa8', rim: '#ffd9a0', lightSide: 1, yawDegrees: 5, tiltDegrees: 2, smile: 10, opening: 0.84 },
    },
    {
      id: 'finn-stars',
      description: 'Finn in a dark coat under a clear night sky.',
      clothes: { kind: 'coat', base: '#7a4a35', shade: '#1a2230', light: '#b5795a', accent: '#2c3b50' },
      backdrop: {
        kind: 'stars',
        top: '#0f1d33',
        middle: '#1f3a58',
        bottom: '#2d4a60',
        glow: '#7fb3dc',
        lights: ['#c6e2ff', '#ffffff', '#8fc0ee', '#f4e3c0'],
      },
      ...{ fill: '#4a6fb0', rim: '#d6e6ff', lightSide: -1, yawDegrees: -4, tiltDegrees: 2, smile: 7 },
    },
    {
      id: 'finn-boat',
      description: 'Finn at the rail of a wooden boat on a misty morning, a lifebuoy beside him.',
      clothes: { kind: 'roll-neck', base: '#c9772b', shade: '#6b3510', light: '#f0ae62', accent: '#d98c40' },
      backdrop: {
        kind: 'mist',
        top: '#9db7c4',
        middle: '#dfe0d6',
        bottom: '#b9c2bf',
        glow: '#fff1d2',
        lights: ['#ffffff', '#e8f2f0', '#fbe9c4'],
      },
      ...{ fill: '#7fa6b8', rim: '#fff3da', lightSide: -1, yawDegrees: 4, tiltDegrees: -3, smile: 11 },
      distance: STEP_BACK,
      foreground: { kind: 'rail', base: '#8d5f38', shade: '#43291a', light: '#d8a873', accent: '#cf5a34' },
    },
  ],
  amara: [
    {
      id: 'amara-backstage',
      description:
        'Amara before the curtain of a small stage, in a wine-red wrap dress, pink and amber light behind her.',
      clothes: { kind: 'wrap', base: '#8c2444', shade: '#3c0c20', light: '#d0627e', accent: '#e0b04a' },
      backdrop: CLUB,
      ...{ fill: '#8a4bb0', rim: '#ffb08a', lightSide: -1, strength: 1.16, yawDegrees: 5, tiltDegrees: -3, smile: 12 },
    },
    {
      id: 'amara-morning',
      description: 'Amara in a white shirt in the garden on a bright morning.',
      clothes: { kind: 'shirt', base: '#e8ecec', shade: '#8f9ea6', light: '#ffffff', accent: '#9fb0b5' },
      backdrop: SUMMER,
      ...{ fill: '#7fa05e', rim: '#fff0c0', lightSide: 1, strength: 1.2, yawDegrees: -4, tiltDegrees: 4, smile: 13 },
    },
    {
      id: 'amara-microphone',
      description: 'Amara at the microphone, violet light behind her, just before the first word of a song.',
      clothes: { kind: 'round-neck', base: '#1f6a63', shade: '#0c2f30', light: '#5cb5a6', accent: '#e0b04a' },
      backdrop: { ...CLUB, top: '#171338', middle: '#2c1a58', bottom: '#140d30', glow: '#a98aff' },
      ...{ fill: '#5a4bd0', rim: '#ffd79a', lightSide: 1, strength: 1.16, yawDegrees: 5, tiltDegrees: 2, smile: 10 },
      distance: { scale: 0.82, eyesY: 470 },
      foreground: { kind: 'microphone', base: '#9aa0ac', shade: '#22242c', light: '#f0f2f6', accent: '#d7a648' },
    },
  ],
  sylvie: [
    {
      id: 'sylvie-library',
      description:
        'Sylvie with reading glasses, in a cream roll-neck between bookshelves, lamplight on one side of her face.',
      clothes: { kind: 'roll-neck', base: '#d8cbb4', shade: '#8a7a62', light: '#fff6e4', accent: '#e5dac6' },
      backdrop: BOOKSHOP,
      ...{ fill: '#5a5a90', rim: '#ffd9a8', lightSide: 1, yawDegrees: -4, tiltDegrees: 2, smile: 10 },
      glasses: { dark: '#4a2f2a', light: '#e9c9a0' },
    },
    {
      id: 'sylvie-garden',
      description: 'Sylvie among the leaves of her garden in a sage-green blouse, smiling.',
      clothes: { kind: 'wrap', base: '#7d9a80', shade: '#3d5544', light: '#b9d0b4', accent: '#e6ecff' },
      backdrop: SUMMER,
      ...{ fill: '#7d9a5e', rim: '#fff0c0', lightSide: -1, yawDegrees: 5, tiltDegrees: -3, smile: 12, opening: 0.86 },
    },
    {
      id: 'sylvie-telescope',
      description: 'Sylvie beside her telescope under the Milky Way.',
      clothes: { kind: 'coat', base: '#6a5a86', shade: '#16182c', light: '#9a8cc0', accent: '#2f3a5c' },
      backdrop: {
        kind: 'stars',
        top: '#141c3c',
        middle: '#2b3263',
        bottom: '#3a3560',
        glow: '#7f92dc',
        lights: ['#c6d2ff', '#ffffff', '#8fa2ee', '#f4e3c0'],
      },
      ...{ fill: '#6a72c4', rim: '#e6ecff', lightSide: -1, yawDegrees: -5, tiltDegrees: 2, smile: 9 },
      distance: STEP_BACK,
      foreground: { kind: 'telescope', base: '#d7dbe4', shade: '#2a2f44', light: '#ffffff', accent: '#b98f4c' },
    },
  ],
  haru: [
    {
      id: 'haru-workshop',
      description: 'Haru in a pale blue shirt before the wall of his workshop, evening sun on it.',
      clothes: { kind: 'shirt', base: '#a9c0d6', shade: '#56708c', light: '#e2eef8', accent: '#f2f2ee' },
      backdrop: {
        kind: 'wall',
        top: '#a8603c',
        middle: '#93502f',
        bottom: '#5b2c1c',
        glow: '#f2a860',
        lights: ['#ffd9a0', '#f2b070', '#e08a54'],
      },
      ...{ fill: '#7a6aa0', rim: '#ffdcaa', lightSide: -1, yawDegrees: -5, tiltDegrees: 3, smile: 11 },
    },
    {
      id: 'haru-pier',
      description: 'Haru on a pier at dusk, the collar of his coat up, the sea behind him.',
      clothes: { kind: 'coat', base: '#5a6f78', shade: '#141c26', light: '#8fa6ae', accent: '#2b3947' },
      backdrop: { ...SUNSET, top: '#3a4a80', middle: '#a8708c', bottom: '#2a3a66', glow: '#ffb58a' },
      ...{ fill: '#5a5fa8', rim: '#ffc9a0', lightSide: -1, yawDegrees: 4, tiltDegrees: -2, smile: 7 },
    },
    {
      id: 'haru-noodles',
      description: 'Haru behind the counter of his kitchen, a steaming bowl of noodle soup in front of him.',
      clothes: {
        kind: 'round-neck',
        base: '#b8bcc0',
        shade: '#5c6670',
        light: '#f0f2f2',
        accent: '#9aa4b0',
        plain: true,
      },
      backdrop: { ...RAINY_NIGHT, glow: '#ff8f5e', lights: ['#ff7a6b', '#ffc36b', '#59c2d6', '#fff0c2'] },
      ...{ fill: '#3f6d9c', rim: '#ffb27a', lightSide: 1, yawDegrees: 3, tiltDegrees: 2, smile: 12, opening: 0.82 },
      distance: { scale: 0.7, eyesY: 430 },
      foreground: { kind: 'bowl', ...WOOD, accent: '#22415c' },
    },
  ],
  tomas: [
    {
      id: 'tomas-milonga',
      description: 'Tomás in a black shirt in a dance hall, strings of warm lights behind him.',
      clothes: { kind: 'shirt', base: '#2a2a31', shade: '#0d0d12', light: '#5c5c68', accent: '#8f8f98' },
      backdrop: {
        ...CLUB,
        top: '#2e1410',
        middle: '#5a2418',
        bottom: '#200c0a',
        glow: '#ffb066',
        lights: ['#ffd08a', '#ff9d5c', '#ffe6b8', '#e0684a'],
      },
      ...{ fill: '#8a3f3a', rim: '#ffd09a', lightSide: 1, strength: 1.1, yawDegrees: 5, tiltDegrees: -2, smile: 11 },
    },
    {
      id: 'tomas-harbour',
      description: 'Tomás waving in a navy roll-neck at the harbour, the sun low over the water.',
      clothes: { kind: 'roll-neck', base: '#2c3c58', shade: '#111a2a', light: '#6a80a4', accent: '#34486a' },
      backdrop: SUNSET,
      ...{ fill: '#5f7fa8', rim: '#ffd9a0', lightSide: -1, yawDegrees: -5, tiltDegrees: -2, smile: 8 },
      distance: { scale: 0.7, eyesY: 470 },
      handRaised: true,
    },
    {
      id: 'tomas-lemons',
      description: 'Tomás on his roof at a wooden table, a bowl of his own lemons on it.',
      clothes: {
        kind: 'round-neck',
        base: '#5f7f9c',
        shade: '#2b4158',
        light: '#a3c0d6',
        accent: '#7f98ac',
        plain: true,
      },
      backdrop: SUMMER,
      ...{ fill: '#6d8a52', rim: '#ffe2a6', lightSide: -1, yawDegrees: 4, tiltDegrees: 3, smile: 13, opening: 0.84 },
      distance: STEP_BACK,
      foreground: { kind: 'lemons', base: '#a9774a', shade: '#5a3820', light: '#e2b884', accent: '#3b6a86' },
    },
  ],
};

const PORTRAITS: Readonly<Record<DemoCharacterId, string>> = {
  mira: 'Mira, a young woman with long brown hair, in a teal wrap blouse before bookshelves in warm lamplight.',
  finn: 'Finn, a man with red hair, freckles and a short beard, in a blue roll-neck on a misty morning.',
  amara: 'Amara, a young woman with short dark curls and golden hoops, in a yellow top before a green wall.',
  sylvie: 'Sylvie, a woman in her sixties with a silver bob, in a violet coat under the stars.',
  haru: 'Haru, a young man with black hair, in a dark shirt at a rainy window with the lights of a city.',
  tomas: 'Tomás, a man in his fifties with short grey hair and a beard, in a white shirt in a green garden.',
};

/** All pictures of a character: the portrait, then the scenes. */
export function picturesOf(characterId: DemoCharacterId): readonly DemoPicture[] {
  const look = lookOf(characterId);
  return [
    { id: characterId, characterId, description: PORTRAITS[characterId], look },
    ...SCENES[characterId].map((scene) => ({
      id: scene.id,
      characterId,
      description: scene.description,
      look: inScene(look, scene),
    })),
  ];
}

function inScene(look: CharacterLook, scene: Scene): CharacterLook {
  const { clothes, backdrop, lightSide, distance, foreground, handRaised, glasses } = scene;
  return {
    ...look,
    clothes,
    backdrop,
    lightSide,
    pose: { ...look.pose, yawDegrees: scene.yawDegrees, tiltDegrees: scene.tiltDegrees },
    light: { strength: scene.strength ?? look.light.strength, fill: scene.fill, rim: scene.rim },
    eyes: { ...look.eyes, opening: scene.opening ?? look.eyes.opening, gazeX: scene.gazeX ?? 0 },
    lips: { ...look.lips, smile: scene.smile },
    ...(distance === undefined ? {} : { distance }),
    ...(foreground === undefined ? {} : { foreground }),
    ...(handRaised === undefined ? {} : { handRaised }),
    ...(glasses === undefined ? {} : { glasses }),
  };
}
