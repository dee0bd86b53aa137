import { PGlite } from '@electric-sql/pglite';
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';

/** A cluster in memory, begun with the given files; `undefined` stands for a folder. */
export class FilesInMemory extends EmscriptenBuiltinFilesystem {
  readonly #files: ReadonlyMap<string, Uint8Array | undefined>;

  constructor(files: ReadonlyMap<string, Uint8Array | undefined>) {
    super();
    this.#files = files;
  }

  override async init(pg: PGlite, options: Partial<PGlite['Module']>) {
    this.pg = pg;
    const fill = ({ FS }: PGlite['Module']): void => {
      FS.mkdirTree(PGlite.paths.PGDATA);
      for (const [path, bytes] of this.#files) {
        const target = `${PGlite.paths.PGDATA}/${path}`;
        if (bytes === undefined) FS.mkdirTree(target);
        else FS.writeFile(target, bytes);
      }
      FS.chmod(PGlite.paths.PGDATA, 0o700);
    };
    return { emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), fill] } };
  }
}
