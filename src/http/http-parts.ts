import type { ClipQueue } from './clip-queue.ts';
import type { DemoGallery } from './demo-gallery.ts';
import type { PageFile } from './page-files.ts';
import type { PictureShelf } from './picture-shelf.ts';

/** What the engine thinks of a picture, in words for the person who chose it. */
export interface AdviceView {
  readonly level: 'good' | 'fair' | 'poor';
  readonly notes: readonly { readonly sentence: string; readonly nextStep?: string }[];
}

/** Everything the routes need of the rest of the program. */
export interface HttpParts {
  /** Where the server listens; requests under any other name are refused. */
  readonly host: string;
  readonly port: number;
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  readonly demoGallery: DemoGallery;
  readonly pictures: PictureShelf;
  readonly clips: ClipQueue;
  /** Looks at a picture that was taken in. */
  readonly advise: (picturePath: string, signal: AbortSignal) => Promise<AdviceView>;
  /** A whole number from 0 to 2^32 - 1 that differs from clip to clip. */
  readonly newSeed: () => number;
  /** Told of every error that was not expected, for the log. */
  readonly onBroken: (error: unknown) => void;
}
