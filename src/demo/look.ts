/** Everything that makes one drawn character look unlike another. Lengths are pixels of the 960 x 1280 drawing. */
export interface CharacterLook {
  readonly seed: number;
  readonly skin: SkinColours;
  readonly eyes: EyeColours;
  readonly hair: HairLook;
  readonly face: FaceShape;
  readonly lips: { readonly upper: string; readonly lower: string; readonly line: string };
  readonly clothes: ClothesLook;
  readonly backdrop: BackdropLook;
  /** Which side the light comes from: -1 left, 1 right. */
  readonly lightSide: -1 | 1;
  readonly beard?: { readonly colour: string; readonly length: number };
  readonly earrings?: string;
  readonly freckles?: boolean;
}

export interface SkinColours {
  readonly light: string;
  readonly base: string;
  readonly shade: string;
  readonly deep: string;
  readonly blush: string;
}

export interface EyeColours {
  readonly outer: string;
  readonly middle: string;
  readonly inner: string;
  readonly lash: string;
}

export interface HairLook {
  readonly dark: string;
  readonly base: string;
  readonly light: string;
  readonly brow: string;
  readonly style: 'long-waves' | 'short-swept' | 'bob' | 'curls';
}

export interface FaceShape {
  readonly jawWidth: number;
  readonly chinWidth: number;
  readonly chinY: number;
  readonly eyeOpening: number;
  readonly browHeight: number;
  readonly browWeight: number;
  readonly noseWidth: number;
  readonly lipFullness: number;
  readonly mouthWidth: number;
  readonly neckWidth: number;
  readonly shoulderWidth: number;
}

export interface ClothesLook {
  readonly base: string;
  readonly shade: string;
  readonly light: string;
  readonly collar: 'round' | 'shirt' | 'high' | 'v-neck';
  readonly accent: string;
}

export interface BackdropLook {
  readonly top: string;
  readonly bottom: string;
  readonly glow: string;
  readonly lights: readonly string[];
}
