// The files of a vendor folder: those of each package, what licences it, what it embeds.
//
// Which these are core/vendor knows. Those of a package are named in the order in which Go writes them, so that of several
// things that are wrong the same is met first. Rules and texts: cmd/go/internal/modcmd/vendor.go.

import { join } from 'node:path';
import { EmbedError, resolveEmbeds } from '../../core/embed/index.js';
import {
  assemblePackage,
  type BuildContext,
  headerMayHold,
  ImportsError,
  readSource,
  type SourceFile,
  type SourcePackage,
} from '../../core/imports/index.js';
import {
  embedsToCopy,
  filesToCopy,
  isMetadataFile,
  isPackageFile,
  MetadataFolders,
} from '../../core/vendor/index.js';
import { EngineError, FatalError, messageOf } from '../error.js';
import type { PackageLoad } from './load.js';
import type { LoadedPackage } from './package.js';
import type { Workbench } from './workbench.js';

/** Takes what is in a vendor folder. Paths have slashes and are relative to it; what comes later is written over the same. */
export interface VendorSink {
  /** A folder that is there whether it has files or not. */
  folder(path: string): void;
  /** `content` throws the node:fs error. */
  file(path: string, content: () => Uint8Array): void;
}

/** See the head of this file. */
export class VendoredFiles {
  readonly #metadata = new MetadataFolders();
  readonly #goVersion: string;

  /** @param goVersion by whose rules files are chosen */
  constructor(
    private readonly bench: Workbench,
    private readonly load: PackageLoad,
    private readonly sink: VendorSink,
    goVersion: string,
  ) {
    this.#goVersion = goVersion;
  }

  /** Names the files of a package. Throws the node:fs error, or a FatalError for a file that cannot be understood. */
  package(pkg: LoadedPackage): void {
    const { sources } = this.bench;
    const read = this.#goFiles(pkg.folder);
    const rule = { goVersion: this.#goVersion, ignored: (name: string) => isIgnored(read(name)) };
    const copied = new Set(this.#files(pkg.folder, pkg.path, (name) => isPackageFile(name, rule)));
    const module = pkg.module?.path ?? pkg.path;
    for (const above of this.#metadata.above(module, pkg.path)) {
      const up = pkg.path.slice(above.length).split('/').length - 1;
      this.#files(join(pkg.folder, ...Array(up).fill('..')), above, isMetadataFile);
    }
    const embeds = this.#embeds(pkg);
    for (const name of embeds) {
      if (copied.has(name)) continue;
      this.sink.file(`${pkg.path}/${name}`, () => sources.readFile(join(pkg.folder, name)));
    }
  }

  /** Files of a folder, whatever -overlay says of their contents; answers their names. */
  #files(from: string, to: string, wanted: (name: string) => boolean): string[] {
    const { fs } = this.bench.loader.session;
    this.sink.folder(to);
    const names = filesToCopy(this.bench.sources.entries(from), wanted);
    for (const name of names) this.sink.file(`${to}/${name}`, () => fs.readFileSync(join(from, name)));
    return names;
  }

  #inAnyBuild(folder: string): SourcePackage {
    const context = defaultContext(this.bench);
    return assemblePackage(this.bench.packages.files(folder), { context, folder, all: true });
  }

  /** Reads Go files of a folder, each once. */
  #goFiles(folder: string): (name: string) => SourceFile | undefined {
    const plain = this.bench.files.read(folder).filter((file) => file.plain);
    const known = new Map<string, SourceFile | undefined>(plain.map(({ source }) => [source.name, source]));
    return (name) => {
      if (!known.has(name)) {
        const path = join(folder, name);
        known.set(name, readSource(name, path, this.bench.sources.readFile(path)));
      }
      return known.get(name);
    };
  }

  /** The files that a package embeds, for whatever system; those of files that no build has among them. */
  #embeds(pkg: LoadedPackage): readonly string[] {
    const { main, test, externalTest, error } = this.#inAnyBuild(pkg.folder);
    if (error?.code === 'no-go-files') return [];
    // A folder may have packages of several names, each for a system of its own.
    if (error !== undefined && error.code !== 'multiple-packages') throw unreadable(pkg.path, error);
    const tests = [...test.embeds.values, ...externalTest.embeds.values];
    const patterns = embedsToCopy(this.#goVersion, { patterns: main.embeds.values, tests });
    if (patterns.length === 0) return [];
    try {
      return resolveEmbeds(this.bench.sources.tree(pkg.folder), patterns, { folder: pkg.folder }).files;
    } catch (error) {
      if (!(error instanceof EmbedError)) throw error;
      this.load.fail(new EngineError('vendor', `resolving embeds in ${pkg.path}: ${messageOf(error)}`));
      return [];
    }
  }
}

/** What Go vendors for: neither the user's file of settings nor whether there is a C compiler changes that. */
function defaultContext({ loader, packages }: Workbench): BuildContext {
  const { host, process } = loader.session.env;
  const [goos, goarch] = [process.GOOS || host.os, process.GOARCH || host.arch];
  const native = goos === host.os && goarch === host.arch;
  const cgoEnabled = process.CGO_ENABLED === '1' || (process.CGO_ENABLED !== '0' && native);
  return { ...packages.context, goos, goarch, cgoEnabled };
}

/** Whether the head of a file says that no build has it. One whose imports cannot be read may have a build. */
function isIgnored(file: SourceFile | undefined): boolean {
  if (file === undefined || file.failure !== undefined) return file?.failure?.code === 'constraint-multiple';
  try {
    return !headerMayHold(file.header);
  } catch (error) {
    if (error instanceof ImportsError) return true;
    throw error;
  }
}

/** How Go ends a run that comes upon a file whose imports it cannot read. */
function unreadable(path: string, cause: Error): FatalError {
  const text = `internal error: failed to find embedded files of ${path}: ${cause.message}`;
  return new FatalError('vendor', text, { cause, bare: true });
}
