import type { ClipMotion } from '../../../domain/motion/clip-motion.ts';
import type { SafetyAction } from '../../../domain/safety/decide.ts';
import type { SafetyCode } from '../../../domain/safety/safety-codes.ts';
import type { Surface } from '../../../domain/safety/safety-facts.ts';
import type { SafetyEvidence } from '../safety-check.ts';

/** `wish`: before the charge; `frames`: before the first look; `engine`: the engine's own refusal. */
export type SafetyStep = 'wish' | 'frames' | 'engine';

/** What an operator's word for a refusal reaches: this picture with this motion, at this step, under this policy. */
export interface SafetyScope {
  readonly pictureSha256: string;
  /** Of the motion and the words for it. */
  readonly motionSha256: string;
  readonly step: SafetyStep;
  readonly policyVersion: string;
}

/** A decision as it is kept: whose, of what, why. */
export interface DecisionRecord extends SafetyScope {
  readonly id: string;
  readonly personId: string | undefined;
  readonly characterId: string | undefined;
  readonly pictureId: string | undefined;
  readonly clipId: string | undefined;
  readonly action: SafetyAction;
  readonly code: SafetyCode;
  readonly strikes: number;
  readonly surface: Surface;
  readonly engine: string | undefined;
  readonly motion: ClipMotion;
  /** Somebody's own words, encrypted. */
  readonly sealedText: Uint8Array | undefined;
  readonly evidence: SafetyEvidence;
  readonly at: Date;
}

export interface Appeal {
  readonly decision: DecisionRecord;
  readonly personId: string;
  readonly words: string;
  readonly askedAt: Date;
  readonly state: 'open' | 'upheld' | 'overturned';
}

export interface Report {
  readonly id: string;
  readonly kind: 'report' | 'takedown';
  readonly reporterId: string | undefined;
  /** How to reach somebody who has no account; empty otherwise. */
  readonly contact: string;
  readonly subjectKind: 'picture' | 'clip' | 'moment';
  readonly subjectId: string;
  readonly words: string;
  readonly receivedAt: Date;
  /** By when a takedown has to be answered. */
  readonly dueAt: Date | undefined;
  readonly state: 'open' | 'rejected' | 'taken-down';
}

export interface Verdict {
  readonly byId: string;
  readonly at: Date;
  readonly note: string;
}

interface Page {
  readonly beforeId?: string | undefined;
  readonly most: number;
}

export interface SafetyStore {
  addDecision(decision: DecisionRecord): Promise<void>;
  findDecision(id: string): Promise<DecisionRecord | undefined>;
  /** What was refused to a person, newest first. */
  listRefusals(personId: string, page: Page): Promise<DecisionRecord[]>;
  /** Strikes that a person got since, without those of refusals that were overturned. */
  countStrikes(personId: string, since: Date): Promise<number>;
  /** Forgets decisions and their appeals from before. */
  forgetDecisions(before: Date): Promise<number>;

  /** `false` when there is one already. */
  addAppeal(appeal: Pick<Appeal, 'personId' | 'words' | 'askedAt'> & { readonly decisionId: string }): Promise<boolean>;
  findAppeal(decisionId: string): Promise<Appeal | undefined>;
  /** Oldest first. */
  listOpenAppeals(most: number): Promise<Appeal[]>;
  /** `false` when it is not open any more. */
  decideAppeal(decisionId: string, state: 'upheld' | 'overturned', verdict: Verdict): Promise<boolean>;
  allow(scope: SafetyScope, allowance: { readonly byId: string; readonly at: Date }): Promise<void>;
  isAllowed(scope: SafetyScope): Promise<boolean>;

  addReport(report: Omit<Report, 'state'>): Promise<void>;
  findReport(id: string): Promise<Report | undefined>;
  /** Those with a clock first, the most urgent at the top. */
  listOpenReports(most: number): Promise<Report[]>;
  decideReport(id: string, state: 'rejected' | 'taken-down', verdict: Verdict): Promise<boolean>;
  /** Blocks a file for good and deletes every picture and clip that is a copy of it, and every clip of such a picture. */
  takeDown(sha256: string, reportId: string, at: Date): Promise<void>;
  isTakenDown(sha256: string): Promise<boolean>;
}
