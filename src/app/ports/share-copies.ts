import type { ShareFormat } from '../../domain/share/share-formats.ts';
import type { StoredFile } from './file-storage.ts';
import type { Clip, ClipFile } from './stores/clip-store.ts';

/** Copies of finished clips in other formats, made when they are first asked for, and kept. */
export interface ShareCopies {
  /**
   * The file of a clip in a format. `too-large`: no copy below the format's limit can be made of it; `busy`: many others are
   * being made, ask again. Throws `MediaError` when the encoder is broken.
   */
  copyOf(clip: Clip & { readonly file: ClipFile }, format: ShareFormat): Promise<StoredFile | 'too-large' | 'busy'>;
}
