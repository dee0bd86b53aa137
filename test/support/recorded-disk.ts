import fs, { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type MockInstance, vi } from 'vitest';

/** What was asked of the disk, in order. Files have numbers, since their names change. */
type Entry =
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'size'; readonly file: number; readonly size: number }
  | { readonly kind: 'folder' | 'no-folder' | 'no-file'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly file: number }
  | { readonly kind: 'name'; readonly from: string; readonly to: string }
  /** A sync came back: what was asked of the file before `upTo` is safe, and so is every name. */
  | { readonly kind: 'synced'; readonly file: number | undefined; readonly upTo: number };

/** What a disk keeps or loses as a whole. */
const SECTOR_BYTES = 512;

/**
 * Records everything Node is asked to do below a folder, and tells what a power loss would leave of it.
 *
 * The model is a file system with a journal (ext4, XFS, APFS, NTFS): names and sizes come to the disk in order, and all that
 * came before with every sync; content comes with the sync of its own file. What was not synced may be there or not, sector by
 * sector.
 */
export class RecordedDisk {
  readonly #root: string;
  readonly #log: Entry[] = [];
  readonly #base = new Map<string, Buffer | undefined>();
  readonly #files = new Map<string, number>();
  readonly #open = new Map<number, number | undefined>();
  readonly #spies: MockInstance[] = [];
  #lastFile = 0;

  /** The folder as it is now counts as safe. */
  constructor(root: string) {
    this.#root = root;
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      this.#base.set(relative(root, path), entry.isDirectory() ? undefined : readFileSync(path));
      if (entry.isFile()) this.#number(path);
    }
    this.#watch();
  }

  /** How much was recorded: a moment at which the power may go. */
  get length(): number {
    return this.#log.length;
  }

  stop(): void {
    for (const spy of this.#spies) spy.mockRestore();
  }

  /**
   * The files as the power loss at `moment` leaves them, folders before what is in them and without content; `keeps` decides
   * about everything that was not safe.
   */
  rebuild(moment: number, keeps: () => boolean): Map<string, Buffer | undefined> {
    const log = this.#log.slice(0, moment);
    const syncs = log.filter((entry) => entry.kind === 'synced');
    const namesAreSafeUpTo = Math.max(0, ...syncs.map(({ upTo }) => upTo));
    const safeUpTo = new Map<number, number>();
    for (const { file, upTo } of syncs) {
      if (file !== undefined) safeUpTo.set(file, Math.max(upTo, safeUpTo.get(file) ?? 0));
    }
    const disk = new Disk(this.#base);
    let namesEnd = false;
    log.forEach((entry, index) => {
      if (entry.kind === 'synced') return;
      if (entry.kind === 'write') {
        const isSafe = index < (safeUpTo.get(entry.file) ?? 0);
        disk.write(entry, isSafe ? () => true : keeps);
        return;
      }
      namesEnd ||= index >= namesAreSafeUpTo && !keeps();
      if (!namesEnd) disk.change(entry);
    });
    return disk.files();
  }

  #number(path: string): number {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    this.#lastFile += 1;
    this.#files.set(path, this.#lastFile);
    return this.#lastFile;
  }

  #isBelow(path: unknown): path is string {
    return typeof path === 'string' && path.startsWith(this.#root);
  }

  #record(entry: Entry): void {
    this.#log.push(entry);
  }

  // biome-ignore lint/suspicious/noExplicitAny: every function of node:fs has another signature
  #after(name: keyof typeof fs, record: (given: any[], result: any) => void): void {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const original = fs[name] as (...given: any[]) => unknown;
    const spy = vi.spyOn(fs as never, name as never) as unknown as MockInstance;
    spy.mockImplementation((...given: unknown[]) => {
      const result = original.apply(fs, given);
      record(given, result);
      return result;
    });
    this.#spies.push(spy);
  }

  #watch(): void {
    const pathOf = (path: string): string => relative(this.#root, path);
    this.#after('openSync', ([path], descriptor) => {
      if (this.#isBelow(path)) this.#open.set(descriptor, this.#files.get(path));
    });
    this.#after('closeSync', ([descriptor]) => this.#open.delete(descriptor));
    this.#after('writeSync', ([descriptor, buffer, offset, , at], length) => {
      const file = this.#open.get(descriptor);
      if (file === undefined) return;
      const bytes = Buffer.from(buffer.buffer.slice(buffer.byteOffset + offset, buffer.byteOffset + offset + length));
      this.#record({ kind: 'write', file, at, bytes });
    });
    this.#after('writeFileSync', ([path]) => {
      if (!this.#isBelow(path)) return;
      this.#files.delete(path);
      this.#record({ kind: 'file', path: pathOf(path), file: this.#number(path) });
    });
    this.#after('truncateSync', ([path, size]) => {
      if (this.#isBelow(path)) this.#record({ kind: 'size', file: this.#number(path), size });
    });
    this.#after('ftruncateSync', ([descriptor, size]) => {
      const file = this.#open.get(descriptor);
      if (file !== undefined) this.#record({ kind: 'size', file, size });
    });
    this.#after('renameSync', ([from, to]) => {
      if (!this.#isBelow(from)) return;
      this.#record({ kind: 'name', from: pathOf(from), to: pathOf(to) });
      const file = this.#files.get(from);
      this.#files.delete(from);
      if (file !== undefined) this.#files.set(to, file);
    });
    this.#after('unlinkSync', ([path]) => {
      if (!this.#isBelow(path)) return;
      this.#files.delete(path);
      this.#record({ kind: 'no-file', path: pathOf(path) });
    });
    this.#after('mkdirSync', ([path]) => {
      if (this.#isBelow(path)) this.#record({ kind: 'folder', path: pathOf(path) });
    });
    this.#after('rmdirSync', ([path]) => {
      if (this.#isBelow(path)) this.#record({ kind: 'no-folder', path: pathOf(path) });
    });
    for (const sync of ['fsyncSync', 'fdatasyncSync'] as const) {
      this.#after(sync, ([descriptor]) => this.#synced(descriptor, this.#log.length));
    }
    this.#watchLateSyncs();
  }

  /** What was asked for before such a sync began is safe once it is done. */
  #watchLateSyncs(): void {
    const original = fs.fdatasync;
    const late = (descriptor: number, done: (error: NodeJS.ErrnoException | null) => void): void => {
      const upTo = this.#log.length;
      original(descriptor, (error) => {
        if (error === null) this.#synced(descriptor, upTo);
        done(error);
      });
    };
    this.#spies.push(vi.spyOn(fs, 'fdatasync').mockImplementation(late as never) as unknown as MockInstance);
  }

  #synced(descriptor: number, upTo: number): void {
    if (this.#open.has(descriptor)) this.#record({ kind: 'synced', file: this.#open.get(descriptor), upTo });
  }
}

/** The disk after the loss: names, and what they stand for. */
class Disk {
  readonly #names = new Map<string, number | 'folder'>();
  readonly #contents = new Map<number, Buffer>();
  readonly #borrowed = new Set<number>();

  constructor(base: ReadonlyMap<string, Buffer | undefined>) {
    let number = 0;
    for (const [path, bytes] of base) {
      if (bytes === undefined) {
        this.#names.set(path, 'folder');
        continue;
      }
      number += 1;
      this.#names.set(path, number);
      this.#contents.set(number, bytes);
      this.#borrowed.add(number);
    }
  }

  write({ file, at, bytes }: Extract<Entry, { kind: 'write' }>, keeps: () => boolean): void {
    for (let from = 0; from < bytes.length; ) {
      const to = Math.min(bytes.length, from + SECTOR_BYTES - ((at + from) % SECTOR_BYTES));
      if (keeps()) bytes.copy(this.#atLeast(file, at + to), at + from, from, to);
      from = to;
    }
  }

  change(entry: Exclude<Entry, { kind: 'write' | 'synced' }>): void {
    switch (entry.kind) {
      case 'file':
        this.#names.set(entry.path, entry.file);
        break;
      case 'folder':
        this.#names.set(entry.path, 'folder');
        break;
      case 'name': {
        for (const [path, is] of [...this.#names]) {
          if (path !== entry.from && !path.startsWith(`${entry.from}/`)) continue;
          this.#names.delete(path);
          this.#names.set(entry.to + path.slice(entry.from.length), is);
        }
        break;
      }
      case 'size': {
        const whole = this.#atLeast(entry.file, entry.size);
        this.#contents.set(entry.file, whole.subarray(0, entry.size));
        break;
      }
      default:
        this.#names.delete(entry.path);
    }
  }

  files(): Map<string, Buffer | undefined> {
    const sorted = [...this.#names].sort(([a], [b]) => (a < b ? -1 : 1));
    return new Map(
      sorted.map(([path, is]) => [path, is === 'folder' ? undefined : (this.#contents.get(is) ?? Buffer.alloc(0))]),
    );
  }

  /** The content, of one's own and grown where it is too short. */
  #atLeast(file: number, size: number): Buffer {
    const known = this.#contents.get(file) ?? Buffer.alloc(0);
    if (known.length >= size && !this.#borrowed.has(file)) return known;
    const grown = Buffer.alloc(Math.max(known.length, size));
    known.copy(grown);
    this.#contents.set(file, grown);
    this.#borrowed.delete(file);
    return grown;
  }
}
