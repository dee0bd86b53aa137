import type { CharacterLook } from './look.ts';

export type DemoCharacterId = 'mira' | 'finn' | 'amara' | 'sylvie';

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
];

/** How a character is drawn. */
export function lookOf(id: DemoCharacterId): CharacterLook {
  return LOOKS[id];
}

const LOOKS: Record<DemoCharacterId, CharacterLook> = {
  mira: {
    seed: 11,
    lightSide: 1,
    skin: { light: '#fbe0cb', base: '#efc3a4', shade: '#d69a7a', deep: '#8f5444', blush: '#e08d7c' },
    eyes: { outer: '#3a2418', middle: '#6b4426', inner: '#a8743c', lash: '#1c1110' },
    hair: { dark: '#1f1418', base: '#3a2429', light: '#7a4a3c', brow: '#2c1a19', style: 'long-waves' },
    face: {
      jawWidth: 122,
      chinWidth: 42,
      chinY: 806,
      eyeOpening: 34,
      browHeight: 56,
      browWeight: 11,
      noseWidth: 27,
      lipFullness: 19,
      mouthWidth: 104,
      neckWidth: 158,
      shoulderWidth: 690,
    },
    lips: { upper: '#b4544f', lower: '#cf7068', line: '#6d2a2c' },
    clothes: { base: '#274b5a', shade: '#142b38', light: '#3f7384', collar: 'v-neck', accent: '#d8b06a' },
    backdrop: {
      top: '#2a2036',
      bottom: '#4a2b33',
      glow: '#f0a45c',
      lights: ['#ffd08a', '#ff9d5c', '#f7e0b0', '#d77a6a'],
    },
  },
  finn: {
    seed: 23,
    lightSide: -1,
    skin: { light: '#fde3d2', base: '#f0c2a5', shade: '#d4957a', deep: '#94594a', blush: '#e58f78' },
    eyes: { outer: '#234050', middle: '#3f7388', inner: '#8fc0c4', lash: '#3a231a' },
    hair: { dark: '#6a2f18', base: '#a14f24', light: '#e0924e', brow: '#7c3b1c', style: 'short-swept' },
    face: {
      jawWidth: 140,
      chinWidth: 62,
      chinY: 818,
      eyeOpening: 29,
      browHeight: 50,
      browWeight: 16,
      noseWidth: 31,
      lipFullness: 14,
      mouthWidth: 112,
      neckWidth: 196,
      shoulderWidth: 800,
    },
    lips: { upper: '#b06a5c', lower: '#c98272', line: '#6c342e' },
    clothes: { base: '#39506b', shade: '#1f2d42', light: '#5b7898', collar: 'shirt', accent: '#e6dfd2' },
    backdrop: {
      top: '#a9c3cc',
      bottom: '#dfd9c8',
      glow: '#fff3d6',
      lights: ['#ffffff', '#e8f2f0', '#fbe9c4', '#bcd3d6'],
    },
    beard: { colour: '#8d431e', length: 13 },
    freckles: true,
  },
  amara: {
    seed: 37,
    lightSide: 1,
    skin: { light: '#b9794f', base: '#8d5535', shade: '#65391f', deep: '#371b10', blush: '#a3502f' },
    eyes: { outer: '#1e110b', middle: '#3d2313', inner: '#6f4423', lash: '#0d0807' },
    hair: { dark: '#120c0d', base: '#241819', light: '#54362c', brow: '#160d0b', style: 'curls' },
    face: {
      jawWidth: 126,
      chinWidth: 46,
      chinY: 808,
      eyeOpening: 35,
      browHeight: 57,
      browWeight: 12,
      noseWidth: 35,
      lipFullness: 25,
      mouthWidth: 114,
      neckWidth: 160,
      shoulderWidth: 680,
    },
    lips: { upper: '#7d3433', lower: '#a4504a', line: '#3f1414' },
    clothes: { base: '#c98a2c', shade: '#7f4f14', light: '#f0bd62', collar: 'round', accent: '#fbe3ae' },
    backdrop: {
      top: '#0f4a4f',
      bottom: '#12303c',
      glow: '#3fb0a0',
      lights: ['#7fe0cf', '#ffd27a', '#3fa79b', '#f3b36a'],
    },
    earrings: '#e2b04a',
  },
  sylvie: {
    seed: 53,
    lightSide: -1,
    skin: { light: '#fae3d6', base: '#ebc6b2', shade: '#cf9f8a', deep: '#8d6257', blush: '#dc9a8c' },
    eyes: { outer: '#2f4238', middle: '#5a7c68', inner: '#a9c4a4', lash: '#33292a' },
    hair: { dark: '#8b8f9b', base: '#b9bcc6', light: '#f1f2f5', brow: '#8a8488', style: 'bob' },
    face: {
      jawWidth: 124,
      chinWidth: 46,
      chinY: 808,
      eyeOpening: 30,
      browHeight: 55,
      browWeight: 10,
      noseWidth: 28,
      lipFullness: 15,
      mouthWidth: 104,
      neckWidth: 154,
      shoulderWidth: 670,
    },
    lips: { upper: '#a85a60', lower: '#c27a7b', line: '#693038' },
    clothes: { base: '#3d3350', shade: '#221b31', light: '#5f5278', collar: 'high', accent: '#cdbfe6' },
    backdrop: {
      top: '#1b2440',
      bottom: '#3b3a63',
      glow: '#7d8fd6',
      lights: ['#c6d2ff', '#ffffff', '#8fa2ee', '#f4e3c0'],
    },
  },
};
