// The standard library of a run: the folder GOROOT/src, or where there is none the data that we carry.
//
// Of a release whose data we carry nothing is read from the folder either: it does not change after it was installed, and
// go relies on that, too.

import { join } from 'node:path';
import {
  type Header,
  isScanned,
  type ScannedFile,
  type ScannedImports,
  type ScanTags,
  scanImports,
} from '../../core/imports/index.js';
import { isStandardImportPath } from '../../core/search/index.js';
import type { StandardFile, StandardLibrary } from '../../core/stdlib/index.js';
import { standardPackages } from '../data/index.js';
import type { Session } from '../session.js';
import { FolderScanner, withoutMagic } from './scan.js';
import type { SourceTree } from './source-tree.js';

/** See the head of this file. */
export class Standard {
  readonly #scans = new Map<string, ScannedImports>();
  readonly #scanner: FolderScanner;

  private constructor(
    /** Absolute path of GOROOT/src; '' where there is no GOROOT. */
    readonly root: string,
    private readonly library: StandardLibrary | undefined,
    private readonly sources: SourceTree,
    private readonly tags: ScanTags,
  ) {
    this.#scanner = new FolderScanner(sources, tags);
  }

  /** Finds out what there is. */
  static async open(session: Session, sources: SourceTree, tags: ScanTags): Promise<Standard> {
    const goroot = session.env.get('GOROOT');
    const root = goroot === '' ? '' : join(goroot, 'src');
    const { library } = await standardPackages(session.release);
    const carried = root === '' || library.release === session.release;
    return new Standard(root, carried ? library : undefined, sources, tags);
  }

  /** Whether there is a package of that path. */
  has(path: string): boolean {
    if (!isStandardImportPath(path)) return false;
    if (this.library !== undefined) return this.library.has(path);
    try {
      return this.sources.hasGoFiles(join(this.root, path));
    } catch {
      return false;
    }
  }

  /** The folder of a package; where there is no GOROOT, its path below an empty one. */
  folder(path: string): string {
    return this.root === '' ? `/${path}` : join(this.root, path);
  }

  /** What `path` means to the standard package `importer`: what is vendored is preferred. */
  resolve(importer: string, path: string): string {
    if (isStandardImportPath(path)) return path;
    if (this.library !== undefined) return this.library.resolve(importer, path);
    const vendored = `${/^cmd(?:\/|$)/.test(importer) ? 'cmd/vendor' : 'vendor'}/${path}`;
    return this.sources.hasGoFiles(join(this.root, vendored)) ? vendored : path;
  }

  /** The imports of a package. Throws as FolderScanner.scan. */
  scan(path: string): ScannedImports {
    let known = this.#scans.get(path);
    if (known === undefined) {
      known =
        this.library === undefined
          ? this.#scanner.scan(this.folder(path))
          : this.#carried(this.library, path);
      this.#scans.set(path, known);
    }
    return known;
  }

  #carried(library: StandardLibrary, path: string): ScannedImports {
    const files = library.package(path)?.files ?? [];
    const scanned = files.filter(({ name }) => isScanned(name, this.tags)).map(scannedFile);
    return withoutMagic(scanImports(scanned, this.tags));
  }
}

function scannedFile({ name, imports, constraint }: StandardFile): ScannedFile {
  const goBuild = constraint === '' ? undefined : `//go:build ${constraint}`;
  const header: Header = { goBuild, plusBuild: [], binaryOnly: false };
  return { name, imports, header };
}
