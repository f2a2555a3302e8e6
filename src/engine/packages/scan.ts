// What the files of a folder import, as the module loader wants it: each folder read once a run.
//
// Of a folder of which go has an index (SourceTree.isIndexed) it takes what the index says. That differs where something
// is wrong with a file: it has no imports then, and none of its errors is told. Magic imports that name no package are left
// out: "C", and those of App Engine from before there were modules. Defined by cmd/go/internal/imports and
// cmd/go/internal/modload (scanDir).

import {
  ImportsError,
  isScanned,
  type QuickScan,
  type ScannedImports,
  type ScanTags,
  scanImports,
  scannedOf,
  scanSource,
} from '../../core/imports/index.js';
import { EngineError, findCause, rethrowFatal } from '../error.js';
import { describeError } from '../io/index.js';
import type { FolderFiles } from './folder-files.js';
import { factOfImports, importsOfFact } from './source-facts.js';
import { attempt, resultOf, type SourceTree } from './source-tree.js';

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
    return this.tags === 'any' ? this.#scanForAny(folder) : this.#scanWhole(folder);
  }

  /** Scans files that are read whole, for builds. */
  #scanWhole(folder: string): ScannedImports {
    const { tags } = this;
    const files = this.files
      .read(folder)
      .filter(({ source, regular }) => regular && isScanned(source.name, tags))
      .sort((a, b) => (a.source.name < b.source.name ? -1 : 1));
    const byIndex = files.some(({ plain }) => !plain) && this.sources.isIndexed(folder);
    const scanned = files.map((file) => (byIndex ? scannedOf(file.source) : file.scan()));
    return withoutMagic(scanImports(scanned, tags));
  }

  #scanForAny(folder: string): ScannedImports {
    const known = this.sources.recollection(folder, 'scans', () => this.#names(folder));
    const before = known?.fact && attempt(() => importsOfFact(known.fact ?? [], known.texts));
    if (before !== undefined && !('error' in before)) return before;
    const scanned = this.#names(folder).map((name) => attempt(() => this.#file(folder, name)));
    const certain = scanned.every((file) => !('error' in file) && file.certain);
    const imports =
      !certain && this.sources.isIndexed(folder)
        ? this.#scanWhole(folder)
        : withoutMagic(scanImports(scanned.map(resultOf), 'any'));
    // Where nothing is wrong with a file, what is found does not depend on the index.
    if (certain || this.files.read(folder).every(({ plain }) => plain))
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

  #file(folder: string, name: string): QuickScan {
    const path = `${folder}/${name}`;
    let data: Uint8Array;
    try {
      data = this.sources.readSource(path);
    } catch (error) {
      const text = `reading ${path}: ${describeError(error, { op: 'open', path })}`;
      throw new EngineError('io', text, { cause: error });
    }
    return scanSource(name, path, data);
  }
}
