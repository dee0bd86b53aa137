import type { ShowsMouth } from '../../app/clips/check-voice.ts';
import type { Accounts, DemoPeople } from '../../app/ports/accounts.ts';
import type { Billing } from '../../app/ports/billing.ts';
import type { CharacterArtist } from '../../app/ports/character-artist.ts';
import type { CharacterVoice } from '../../app/ports/character-voice.ts';
import type { EngineChoice } from '../../app/ports/engine-choice.ts';
import type { EngineHouse } from '../../app/ports/engine-house.ts';
import type { FileStorage } from '../../app/ports/file-storage.ts';
import type { Identity } from '../../app/ports/identity.ts';
import type { Links } from '../../app/ports/links.ts';
import type { LiveEvents } from '../../app/ports/live-events.ts';
import type { PictureIntake } from '../../app/ports/picture-intake.ts';
import type { PushSender } from '../../app/ports/push-sender.ts';
import type { RateLimiter } from '../../app/ports/rate-limiter.ts';
import type { SafetyCheck } from '../../app/ports/safety-check.ts';
import type { SafetyGate } from '../../app/ports/safety-gate.ts';
import type { ShareCopies } from '../../app/ports/share-copies.ts';
import type { SmallCopies } from '../../app/ports/small-copies.ts';
import type { Picture } from '../../app/ports/stores/character-store.ts';
import type { TextSeal } from '../../app/ports/text-seal.ts';
import type { VoiceIntake } from '../../app/ports/voice-intake.ts';
import type { World } from '../../app/ports/world.ts';
import type { Advice } from '../../domain/picture/advice.ts';
import type { ClipFrame, PictureRectangle } from '../../domain/picture/clip-frame.ts';

/** Everything the API needs of the rest of the service. */
export interface ServiceParts {
  readonly world: World;
  readonly engines: EngineHouse;
  /** What is taken when a client names no engine. */
  readonly standardEngine: { readonly engine: string; readonly model: string };
  readonly choice: EngineChoice;
  readonly safety: SafetyGate;
  readonly safetyDesk: {
    /** What the rules alone say of a motion text, at once. */
    readonly advise: SafetyCheck['adviseOnMotion'];
    /** The words of a kept decision, for operators. */
    readonly openText: TextSeal['open'];
  };
  readonly intake: PictureIntake;
  readonly voiceIntake: VoiceIntake;
  readonly storage: FileStorage;
  readonly shareCopies: ShareCopies;
  readonly smallCopies: SmallCopies;
  readonly voice: CharacterVoice;
  readonly artist?: CharacterArtist | undefined;
  readonly identity: Identity;
  /** Left out where people come from the platform that hosts the service alone. */
  readonly accounts?: Accounts | undefined;
  /** Only where nobody but this machine can reach the server. */
  readonly demoPeople?: DemoPeople | undefined;
  /** Only where a payment service is set up. */
  readonly billing?: Billing | undefined;
  /** Where people reach the service from elsewhere: `https://…`; left out where they only do as they do now. */
  readonly publicOrigin?: string | undefined;
  /** Tells browsers without an open window; left out where nobody is told. */
  readonly push?: PushSender | undefined;
  readonly rates: RateLimiter;
  readonly liveEvents: LiveEvents;
  /** Aborted when the server is about to stop: streams of events end, and windows go on with them elsewhere. */
  readonly leaving?: AbortSignal | undefined;
  readonly links: Links;
  /** What the animator thinks of a picture; `undefined` when it cannot be read any more. */
  readonly adviseOn: (picture: Picture) => Promise<readonly Advice[] | undefined>;
  /** The frames that are worth offering for a picture, with the part of it that each shows. */
  readonly framesOf: (
    picture: Picture,
  ) => Promise<readonly { readonly frame: ClipFrame; readonly rectangle: PictureRectangle }[]>;
  /** Left out where no picture speaks. */
  readonly showsMouth?: ShowsMouth | undefined;
  /** A random secret for a new API key: 32 bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sha256: (text: string) => Uint8Array;
  readonly onBroken: (error: unknown) => void;
}
