// What the files of a folder import, as the module loader wants it: each folder read once a run.
//
// Magic imports that name no package are left out: "C", and those of App Engine from before there were modules. Defined
// by cmd/go/internal/imports and cmd/go/internal/modload (scanDir).

import {
  ImportsError,
  isScanned,
  type ScannedFile,
  type ScannedImports,
  type ScanTags,
  scanImports,
  scanSource,
} from '../../core/imports/index.js';
import { EngineError, findCause, rethrowFatal } from '../error.js';
import { describeError } from '../io/index.js';
import type { FolderFiles } from './folder-files.js';
import { factOfImports, importsOfFact } from './source-facts.js';
import { attempt, type SourceTree } from './source-tree.js';

const MAGIC = /^(?:C|appengine(?:_internal)?(?:\/.*)?)$/;

/** The imports that can be looked for. */
export function withoutMagic({ imports, testImports }: ScannedImports): ScannedImports {
  const real = (paths: readonly string[]) =>
    paths.some((path) => MAGIC.test(path)) ? paths.filter((path) => !MAGIC.test(path)) : paths;
  return { imports: real(imports), testImports: real(testImports) };
}

/** Whether a scan has met files that count. */
export function hasSources(scan: () => unknown): boolean {
  try {
    scan();
    return true;
  } catch (error) {
    rethrowFatal(error);
    return findCause(error, ImportsError)?.code !== 'no-go-files';
  }
}

/** Scans folders for the same tags. */
export class FolderScanner {
  readonly #folders = new Map<string, ScannedImports | { readonly error: unknown }>();

  constructor(
    private readonly sources: SourceTree,
    private readonly files: FolderFiles,
    readonly tags: ScanTags,
  ) {}

  /** The imports of a folder. Throws an ImportsError, or an EngineError for what cannot be read. */
  scan(folder: string): ScannedImports {
    let known = this.#folders.get(folder);
    if (known === undefined) {
      known = attempt(() => this.#scan(folder));
      this.#folders.set(folder, known);
    }
    if ('error' in known) throw known.error;
    return known;
  }

  /** Whether a folder has files that count: one where something is wrong with them has. */
  hasSources(folder: string): boolean {
    return hasSources(() => this.scan(folder));
  }

  #scan(folder: string): ScannedImports {
    const { tags } = this;
    if (tags === 'any') return this.#scanForAny(folder);
    const files = this.files
      .read(folder)
      .filter(({ source, regular }) => regular && isScanned(source.name, tags));
    const scanned = files.sort((a, b) => (a.source.name < b.source.name ? -1 : 1)).map((file) => file.scan());
    return withoutMagic(scanImports(scanned, tags));
  }

  #scanForAny(folder: string): ScannedImports {
    const known = this.sources.recollection(folder, 'scans', () => this.#names(folder));
    const before = known?.fact && attempt(() => importsOfFact(known.fact ?? [], known.texts));
    if (before !== undefined && !('error' in before)) return before;
    const scanned = this.#names(folder).map((name) => this.#file(folder, name));
    const imports = withoutMagic(scanImports(scanned, 'any'));
    known?.remember(factOfImports(imports, known.texts));
    return imports;
  }

  #names(folder: string): string[] {
    try {
      return this.sources.files(folder, (name) => isScanned(name, this.tags)).sort();
    } catch (error) {
      throw new EngineError('io', describeError(error, { op: 'open', name: folder }), { cause: error });
    }
  }

  #file(folder: string, name: string): ScannedFile {
    const path = `${folder}/${name}`;
    let data: Uint8Array;
    try {
      data = this.sources.readFile(path);
    } catch (error) {
      const text = `reading ${path}: ${describeError(error, { op: 'open', name: path })}`;
      throw new EngineError('io', text, { cause: error });
    }
    return scanSource(name, path, data);
  }
}
