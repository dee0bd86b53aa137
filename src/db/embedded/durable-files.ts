import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';

/** A file or folder as Emscripten knows it. */
interface Node {
  readonly name: string;
  readonly mode: number;
  readonly parent: Node;
}

/** An open file: `nfd` is Node's descriptor. */
interface Stream {
  readonly node: Node;
  readonly nfd: number;
  readonly shared: { refcount: number };
}

// biome-ignore lint/suspicious/noExplicitAny: operations are passed on as they come
type Operation = (...given: any[]) => unknown;
interface NodeFiles {
  stream_ops: Record<string, Operation>;
  node_ops: Record<string, Operation>;
  tryFSOperation(work: () => void): void;
}
type Module = PGlite['Module'];

/** What changes names or sizes. */
const CHANGES_OF_NODES = ['setattr', 'mknod', 'rename', 'unlink', 'rmdir', 'symlink'] as const;

/**
 * The folder of an embedded database, made to survive a power loss. Emscripten's files do nothing when PostgreSQL asks for a
 * sync; these do it. PostgreSQL then does what it does everywhere: data reaches the disk before a checkpoint is called done.
 *
 * Only the write-ahead log is treated otherwise, since every commit waits for it: its sync is promised at once, done in
 * `flush` for all commits of the meantime together and off the event loop, and commits are acknowledged after it. Until then
 * nothing else may reach the disk that could rely on the log: any other change waits for the promise to be kept.
 */
export class DurableFiles extends EmscriptenBuiltinFilesystem {
  readonly #folder: string;
  /** Descriptors of log files whose sync was promised, with the number of the promise. */
  readonly #promised = new Map<number, number>();
  #promises = 0;
  /** Descriptors that are being synced now, and those of them that PostgreSQL closed meanwhile. */
  #syncing = new Set<number>();
  readonly #toClose = new Set<number>();
  #current: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #failure: unknown;
  /** Log files that were begun since `forgetLogFiles`. */
  readonly #logFiles = new Set<string>();

  constructor(folder: string) {
    super(folder);
    this.#folder = folder;
  }

  override async init(pg: PGlite, options: Partial<Module>): Promise<{ emscriptenOpts: Partial<Module> }> {
    this.pg = pg;
    const mount = (module: Module): void => {
      const files = module.NODEFS as unknown as NodeFiles;
      this.#watch(files);
      module.FS.mkdirTree(PGlite.paths.PGDATA);
      module.FS.mount(module.NODEFS, { root: this.#folder }, PGlite.paths.PGDATA);
    };
    return { emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), mount] } };
  }

  override async closeFs(): Promise<void> {
    await this.flush();
    this.pg?.Module.FS.quit();
  }

  /** Resolves when everything that was committed before would survive a power loss. Rejects for ever once a sync failed. */
  async flush(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#promised.size === 0) return;
    this.#next ??= this.#current.then(() => {
      this.#next = undefined;
      this.#current = this.#syncPromised();
      return this.#current;
    });
    await this.#next;
  }

  /** How many files of the log were written to since this was last asked to forget. */
  get logFileCount(): number {
    return this.#logFiles.size;
  }

  forgetLogFiles(): void {
    this.#logFiles.clear();
  }

  #watch(files: NodeFiles): void {
    const { write, close, setattr, ...streamOperations } = files.stream_ops as Record<string, Operation>;
    files.stream_ops = {
      ...streamOperations,
      write: (stream: Stream, ...rest) => {
        if (!isLogFile(stream.node)) files.tryFSOperation(() => this.#keepPromises());
        return write?.(stream, ...rest);
      },
      setattr: (stream: Stream, ...rest) => {
        files.tryFSOperation(() => this.#keepPromises());
        return setattr?.(stream, ...rest);
      },
      fsync: (stream: Stream) => {
        files.tryFSOperation(() => this.#sync(stream));
        return 0;
      },
      close: (stream: Stream) => {
        files.tryFSOperation(() => this.#letGo(stream));
        return close?.(stream);
      },
    };
    for (const name of CHANGES_OF_NODES) {
      const change = files.node_ops[name] as Operation;
      files.node_ops[name] = (...given) => {
        files.tryFSOperation(() => this.#keepPromises());
        return change(...given);
      };
    }
  }

  #sync({ node, nfd }: Stream): void {
    if (isLogFile(node)) {
      this.#promises += 1;
      this.#promised.set(nfd, this.#promises);
      this.#logFiles.add(node.name);
      return;
    }
    this.#keepPromises();
    // Windows syncs no folders: its file system keeps a journal of names
    if (process.platform === 'win32' && isFolder(node)) return;
    this.#orFailForEver(() => fs.fsyncSync(nfd));
  }

  /** Syncs the log here and now. */
  #keepPromises(): void {
    if (this.#failure !== undefined) throw this.#failure;
    for (const descriptor of this.#promised.keys()) this.#orFailForEver(() => fs.fdatasyncSync(descriptor));
    this.#promised.clear();
  }

  async #syncPromised(): Promise<void> {
    const batch = new Map(this.#promised);
    this.#syncing = new Set(batch.keys());
    try {
      await Promise.all([...batch.keys()].map((descriptor) => fdatasync(descriptor)));
    } catch (error) {
      this.#failure ??= error;
      throw error;
    } finally {
      this.#syncing.clear();
      for (const descriptor of this.#toClose) fs.closeSync(descriptor);
      this.#toClose.clear();
    }
    for (const [descriptor, promise] of batch) {
      if (this.#promised.get(descriptor) === promise) this.#promised.delete(descriptor);
    }
  }

  /** Before PostgreSQL closes a file. One that is being synced is kept open until that is done. */
  #letGo({ nfd, shared }: Stream): void {
    if (shared.refcount > 1) return;
    if (this.#promised.has(nfd)) this.#keepPromises();
    if (!this.#syncing.has(nfd)) return;
    this.#toClose.add(nfd);
    shared.refcount += 1;
  }

  /** What a system says after a sync that failed cannot be believed: nothing is acknowledged any more. */
  #orFailForEver(sync: () => void): void {
    try {
      sync();
    } catch (error) {
      this.#failure ??= error;
      throw error;
    }
  }
}

const fdatasync = (descriptor: number): Promise<void> =>
  new Promise((resolve, reject) => fs.fdatasync(descriptor, (error) => (error === null ? resolve() : reject(error))));

const FOLDER = 0o040000;
const TYPE_OF_NODE = 0o170000;
const isFolder = ({ mode }: Node): boolean => (mode & TYPE_OF_NODE) === FOLDER;
const isLogFile = ({ name, parent }: Node): boolean => parent.name === 'pg_wal' && /^[0-9A-F]{24}$/.test(name);
