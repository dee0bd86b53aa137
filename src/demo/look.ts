import type { HairColours } from './strands.ts';

/** Everything that makes one drawn character look unlike another. Lengths are pixels of the 960 x 1280 drawing. */
export interface CharacterLook {
  readonly seed: number;
  readonly pose: Pose;
  /** Which side the light comes from: -1 left, 1 right. */
  readonly lightSide: -1 | 1;
  readonly light: LightLook;
  readonly skin: SkinLook;
  readonly face: FaceShape;
  readonly eyes: EyesLook;
  readonly brows: BrowsLook;
  readonly lips: LipsLook;
  readonly hair: HairLook;
  readonly body: BodyShape;
  readonly clothes: ClothesLook;
  readonly backdrop: BackdropLook;
  readonly beard?: BeardLook;
  readonly earrings?: EarringsLook;
  readonly glasses?: GlassesLook;
  /** How many freckles; none when absent. */
  readonly freckles?: number;
  /** Steps back from the viewer: the figure is drawn smaller, its eyes at this height. As near as the frame shows when absent. */
  readonly distance?: { readonly scale: number; readonly eyesY: number };
  /** The left arm is raised, its open hand beside the head. */
  readonly handRaised?: boolean;
  /** What stands between the viewer and the figure; nothing when absent. */
  readonly foreground?: ForegroundLook;
}

export interface Pose {
  /** Canvas position of the point between the eyes of a head that looks straight ahead. */
  readonly x: number;
  readonly y: number;
  /** Canvas x of the middle of the neck. */
  readonly neckX: number;
  /** Positive turns the nose to the right of the picture. */
  readonly yawDegrees: number;
  /** Positive tilts the crown to the right of the picture. */
  readonly tiltDegrees: number;
}

export interface LightLook {
  /** 1 lights skin that faces the lamp fully. */
  readonly strength: number;
  /** What the surroundings throw on the side away from the light. */
  readonly fill: string;
  /** Light that grazes the edges from behind. */
  readonly rim: string;
}

export interface SkinLook {
  readonly light: string;
  readonly base: string;
  readonly shade: string;
  readonly deep: string;
  readonly blush: string;
  /** How much blood shows, 0..1. */
  readonly blood: number;
  /** How strongly the skin mirrors the lamp, 0..1. */
  readonly sheen: number;
}

export interface FaceShape {
  /** Half width of the face at the mouth, and of the chin. */
  readonly jawHalf: number;
  readonly chinHalf: number;
  readonly noseHalf: number;
  readonly mouthHalf: number;
  /** Extra heights of the surface. */
  readonly browRidge: number;
  readonly cheekbone: number;
  /** 0 young, 1 old: depth of folds. */
  readonly age: number;
}

export interface EyesLook {
  readonly outer: string;
  readonly middle: string;
  readonly inner: string;
  readonly white: string;
  readonly lash: string;
  /** Lid shadow painted on the upper lid. */
  readonly lidTint: string;
  /** How wide the lids are open; 1 is awake. */
  readonly opening: number;
  /** How much higher the outer corner lies than the inner one. */
  readonly slant: number;
  /** Length of the lashes. */
  readonly lashLength: number;
  /** Where the eyes look: pixels the irises are moved by. */
  readonly gazeX: number;
  /** How deep the fold of the upper lid is; 1 when absent. */
  readonly fold?: number;
}

export interface BrowsLook {
  readonly colour: string;
  readonly thickness: number;
  readonly arch: number;
  readonly hairs: number;
}

export interface LipsLook {
  readonly upper: string;
  readonly lower: string;
  readonly line: string;
  readonly upperHeight: number;
  readonly lowerHeight: number;
  /** How much the corners are raised. */
  readonly smile: number;
  /** Strength of the light on the lower lip, 0..1. */
  readonly gloss: number;
}

export type HairLook = HairColours &
  (
    | {
        readonly style: 'parted';
        /** x of the parting at the hairline. */
        readonly partingX: number;
        /** Where the tips hang, from the eye line. */
        readonly tipY: number;
        readonly waves: number;
        readonly waveWidth: number;
        /** How much the tips differ in height. */
        readonly unevenTips: number;
        /** Share of a lock's width that is left at its tip. */
        readonly bluntness: number;
        /** How far the tips turn in towards the neck. */
        readonly tipsIn: number;
      }
    | { readonly style: 'swept' }
    | { readonly style: 'curls' }
    | { readonly style: 'fringe' }
    | { readonly style: 'cropped' }
  );

export interface BodyShape {
  readonly neckHalf: number;
  readonly shoulderHalf: number;
}

export interface ClothesLook {
  readonly kind: 'wrap' | 'roll-neck' | 'round-neck' | 'coat' | 'shirt';
  readonly base: string;
  readonly shade: string;
  readonly light: string;
  readonly accent: string;
  /** No chain around the neck. */
  readonly plain?: boolean;
}

export interface BackdropLook {
  readonly kind: 'lamplight' | 'mist' | 'wall' | 'stars' | 'garden' | 'seaside' | 'rain' | 'stage';
  readonly top: string;
  readonly middle: string;
  readonly bottom: string;
  readonly glow: string;
  readonly lights: readonly string[];
}

export interface ForegroundLook {
  readonly kind: 'books' | 'rail' | 'microphone' | 'telescope' | 'bowl' | 'lemons';
  readonly base: string;
  readonly shade: string;
  readonly light: string;
  readonly accent: string;
}

export interface BeardLook {
  readonly dark: string;
  readonly base: string;
  readonly light: string;
  readonly length: number;
}

/** Frames around round lenses. */
export interface GlassesLook {
  readonly dark: string;
  readonly light: string;
}

/** Hoops of metal. */
export interface EarringsLook {
  readonly dark: string;
  readonly base: string;
  readonly light: string;
}
