import type { RgbPicture } from '../app/ports/safety-check.ts';
import type { ModelScores } from '../domain/safety/safety-facts.ts';

interface AskOptions {
  readonly signal?: AbortSignal;
}

/** A moderation model that reads texts. */
export interface TextModel {
  /** Name and version, for the records. */
  readonly name: string;
  /** @throws SafetyModelError when it gave no answer that could be read: the text was not checked then. */
  judgeText(text: string, options?: AskOptions): Promise<ModelScores>;
}

/** A moderation model that looks at pictures. */
export interface PictureModel {
  readonly name: string;
  /** @throws SafetyModelError */
  judgePicture(picture: RgbPicture, options?: AskOptions): Promise<ModelScores>;
}

/** The built-in classifier: runs here, needs nothing, and knows little. */
export interface PictureClassifier {
  /** Name and hash of what it runs on. */
  readonly name: string;
  /** P(porn) + P(hentai) + P(sexy) / 2, 0 to 1. @throws SafetyModelError */
  scoreOf(picture: RgbPicture, options?: AskOptions): Promise<number>;
  close(): Promise<void>;
}

/** Nothing was found. */
export const NO_SCORES: ModelScores = {
  sexual: 0,
  sexualMinors: 0,
  violence: 0,
  graphicViolence: 0,
  selfHarm: 0,
  hate: 0,
  illicit: 0,
  realPerson: 0,
};

/** A checker gave no usable answer. Never means that nothing was found. */
export class SafetyModelError extends Error {
  readonly code = 'safety-model-failed';
  readonly retryable = true;

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SafetyModelError';
  }
}
