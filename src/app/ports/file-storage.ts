/** A file that is in the storage, whole. */
export interface StoredFile {
  readonly key: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly contentType: string;
}

/** Part of a file, both ends included. */
export interface ByteRange {
  readonly firstByte: number;
  readonly lastByte: number;
}

/** Where pictures and clips are kept: a folder, or a bucket. Keys are built by our own code alone: `clips/<uuid>/clip.mp4`. */
export interface FileStorage {
  /** Puts a file in place in one step: a reader sees all of it or nothing. Putting a key again replaces the file. */
  put(
    key: string,
    source: { readonly path: string } | { readonly bytes: Uint8Array },
    contentType: string,
  ): Promise<StoredFile>;
  /** What is known of a file, or `undefined` when there is none. */
  find(key: string): Promise<StoredFile | undefined>;
  /** The bytes of a file or of a part of it, or `undefined` when there is none. A stream that is cancelled lets go of everything. */
  open(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Also when there is none. */
  delete(key: string): Promise<void>;
  /** Whether files can be put and read at all, for `/readyz`. Throws `StorageError` saying why not. */
  probe(): Promise<void>;
}
