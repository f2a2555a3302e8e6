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
    const names = this.#names(folder);
    return withoutMagic(
      scanImports(
        names.map((name) => this.#file(folder, name)),
        this.tags,
      ),
    );
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
