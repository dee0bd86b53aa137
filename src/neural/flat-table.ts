/**
 * A table of a FlatBuffer: named places in a byte array that are read when asked for. Fields are numbered in the order of
 * the schema; a field that was not written has its schema's default.
 * Format: https://flatbuffers.dev/internals
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #position: number;

  constructor(view: DataView, position: number) {
    this.#view = view;
    this.#position = position;
  }

  /** The table at the root of a finished buffer. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  int8(field: number, fallback = 0): number {
    const at = this.#fieldAt(field);
    return at === undefined ? fallback : this.#view.getInt8(at);
  }

  int32(field: number, fallback = 0): number {
    const at = this.#fieldAt(field);
    return at === undefined ? fallback : this.#view.getInt32(at, true);
  }

  boolean(field: number): boolean {
    return this.int8(field) !== 0;
  }

  text(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  /** The bytes of a vector of bytes (a view, not a copy); empty when the field was not written. */
  bytes(field: number): Uint8Array {
    const { start, length } = this.#vector(field);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length);
  }

  int32s(field: number): number[] {
    const { start, length } = this.#vector(field);
    return Array.from({ length }, (_, index) => this.#view.getInt32(start + 4 * index, true));
  }

  floats(field: number): number[] {
    const { start, length } = this.#vector(field);
    return Array.from({ length }, (_, index) => this.#view.getFloat32(start + 4 * index, true));
  }

  int64s(field: number): number[] {
    const { start, length } = this.#vector(field);
    return Array.from({ length }, (_, index) => Number(this.#view.getBigInt64(start + 8 * index, true)));
  }

  table(field: number): FlatTable | undefined {
    const at = this.#fieldAt(field);
    return at === undefined ? undefined : new FlatTable(this.#view, this.#follow(at));
  }

  tables(field: number): FlatTable[] {
    const { start, length } = this.#vector(field);
    return Array.from({ length }, (_, index) => new FlatTable(this.#view, this.#follow(start + 4 * index)));
  }

  #vector(field: number): { start: number; length: number } {
    const at = this.#fieldAt(field);
    if (at === undefined) return { start: 0, length: 0 };
    const vector = this.#follow(at);
    return { start: vector + 4, length: this.#view.getUint32(vector, true) };
  }

  /** Offsets are stored relative to the place that holds them. */
  #follow(at: number): number {
    return at + this.#view.getUint32(at, true);
  }

  #fieldAt(field: number): number | undefined {
    const directory = this.#position - this.#view.getInt32(this.#position, true);
    const entry = 4 + 2 * field;
    if (entry >= this.#view.getUint16(directory, true)) return undefined;
    const offset = this.#view.getUint16(directory + entry, true);
    return offset === 0 ? undefined : this.#position + offset;
  }
}
