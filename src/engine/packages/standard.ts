// The standard library of a run: the folder GOROOT/src, or where there is none the data that we carry.
//
// Of a release whose data we carry nothing is read from the folder either: it does not change after it was installed, and
// go relies on that, too.

import { dirname, join } from 'node:path';
import {
  assemblePackage,
  type Header,
  isScanned,
  type ScannedFile,
  type ScannedImports,
  type SourceFile,
  type SourcePackage,
  scanImports,
  unreadSource,
} from '../../core/imports/index.js';
import { isStandardImportPath } from '../../core/search/index.js';
import { pathBelow } from '../../core/slash-path.js';
import type { StandardFile, StandardLibrary } from '../../core/stdlib/index.js';
import { compareText } from '../../core/text.js';
import { standardPackages } from '../data/index.js';
import { lookAt } from '../io/index.js';
import type { Session } from '../session.js';
import type { FolderPackages } from './folder-packages.js';
import { type FolderScanner, hasSources, withoutMagic } from './scan.js';
import type { SourceTree } from './source-tree.js';

/** See the head of this file. */
export class Standard {
  readonly #scans = new Map<string, ScannedImports>();

  private constructor(
    /** Absolute path of GOROOT/src; '' where there is no GOROOT. */
    readonly root: string,
    private readonly library: StandardLibrary | undefined,
    private readonly sources: SourceTree,
    private readonly scanner: FolderScanner,
  ) {}

  /** Finds out what there is. `changes`: whether somebody works on it, so that only the folder counts. */
  static async open(
    session: Session,
    sources: SourceTree,
    scanner: FolderScanner,
    changes: boolean,
  ): Promise<Standard> {
    const goroot = session.env.get('GOROOT');
    const root = goroot === '' ? '' : join(goroot, 'src');
    const { library } = await standardPackages(session.release);
    // Every installation says what it is; a folder that does not is somebody's own.
    const isInstalled = () => lookAt(session.asideFs, join(goroot, 'VERSION')) !== undefined;
    const carried = root === '' || (library.release === session.release && !changes && isInstalled());
    return new Standard(root, carried ? library : undefined, sources, scanner);
  }

  /** Absolute path of GOROOT; '' where there is none. */
  get goroot(): string {
    return this.root === '' ? '' : dirname(this.root);
  }

  /** The paths of all packages, those of cmd and what is vendored too, where they are known without looking. */
  get paths(): readonly string[] | undefined {
    return this.library?.paths;
  }

  /** The sources of a package. */
  source(path: string, folders: FolderPackages): SourcePackage {
    const folder = this.root === '' ? '' : this.folder(path);
    const known = this.library?.package(path);
    if (known === undefined) return folders.read(folder, { indexed: true });
    const assembled = assemblePackage(known.files.flatMap(sourceOf), {
      context: folders.context,
      folder,
      indexed: true,
    });
    if (folder === '') return assembled;
    return {
      ...assembled,
      // What packages say of themselves only their files have.
      get doc() {
        return folders.read(folder, { indexed: true }).doc;
      },
      get importComment() {
        return folders.importComment(folder);
      },
    };
  }

  /** The files that embed patterns of a package stand for, where there is no folder to look into. */
  embedded(path: string, patterns: readonly string[]): readonly string[] {
    const known = this.library?.package(path)?.embedded;
    return [...new Set(patterns.flatMap((pattern) => known?.get(pattern) ?? []))].sort(compareText);
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

  /** Whether a package that was found in a folder is one of the standard library. */
  holds(path: string, folder: string): boolean {
    return folder !== '' && isStandardImportPath(path) && folder === this.folder(path);
  }

  /** The folder of a package; where there is no GOROOT, its path below an empty one. */
  folder(path: string): string {
    return this.root === '' ? `/${path}` : join(this.root, path);
  }

  /** What `path` means to the standard package `importer`: what is vendored is preferred. */
  resolve(importer: string, path: string): string {
    if (isStandardImportPath(path)) return path;
    if (this.library !== undefined) return this.library.resolve(importer, path);
    const vendored = `${pathBelow(importer, 'cmd') === undefined ? 'vendor' : 'cmd/vendor'}/${path}`;
    return this.sources.hasGoFiles(join(this.root, vendored)) ? vendored : path;
  }

  /** The imports of a package. Throws as FolderScanner.scan. */
  scan(path: string): ScannedImports {
    let known = this.#scans.get(path);
    if (known === undefined) {
      known =
        this.library === undefined ? this.scanner.scan(this.folder(path)) : this.#carried(this.library, path);
      this.#scans.set(path, known);
    }
    return known;
  }

  /** Whether a package has files that count. */
  hasSources(path: string): boolean {
    return hasSources(() => this.scan(path));
  }

  #carried(library: StandardLibrary, path: string): ScannedImports {
    const files = library.package(path)?.files ?? [];
    const scanned = files.filter(({ name }) => isScanned(name, this.scanner.tags)).map(scannedFile);
    return withoutMagic(scanImports(scanned, this.scanner.tags));
  }
}

function scannedFile(file: StandardFile): ScannedFile {
  return { name: file.name, imports: file.imports, header: headerOf(file) };
}

function headerOf({ constraint }: StandardFile): Header {
  const goBuild = constraint === '' ? undefined : `//go:build ${constraint}`;
  return { goBuild, plusBuild: [], binaryOnly: false };
}

/** Where facts stand is not known. */
const NOWHERE = { file: '', line: 0, column: 0 };

/** A file as if it had been read; none for those that packages do not see. */
function sourceOf(facts: StandardFile): SourceFile[] {
  const blank = unreadSource(facts.name, facts.name);
  if (blank === undefined) return [];
  const file = {
    ...blank,
    header: headerOf(facts),
    packageName: facts.package,
    imports: facts.imports.map((path) => ({ path, position: NOWHERE })),
    embeds: facts.embeds.map((pattern) => ({ pattern, position: NOWHERE })),
    cgo: facts.imports.includes('C') ? [facts.cgo.map((line) => `#cgo ${line}`)] : [],
  };
  return [file];
}
