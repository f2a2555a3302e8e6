// What loading packages for a build depends on beside their sources: the port, the flags, the machine.

import { resolve } from 'node:path';
import { resolveEmbeds } from '../../core/embed/index.js';
import type { BuildContext, Directive } from '../../core/imports/index.js';
import { isStandardImportPath } from '../../core/search/index.js';
import { type Loader, shortPath } from '../load/index.js';
import type { SourceBench } from '../packages/index.js';
import { defaultGodebug } from './default-godebug.js';
import type { PackageFinder } from './finder.js';
import { type LinkSetting, linkedPackages } from './linker.js';
import type { BuiltPackage, PackageData } from './package.js';
import type { InstallSetting } from './target.js';

/** The flags that matter. */
export type LinkFlags = Omit<LinkSetting, 'goos' | 'goarch' | 'compiler' | 'cgoEnabled'>;

/** The flags that say where compiled packages are. */
export type InstallFlags = Pick<InstallSetting, 'suffix' | 'packageFolder'>;

/** See the head of this file. */
export class BuildHost {
  readonly install: InstallSetting;
  readonly #realPaths = new Map<string, string>();

  constructor(
    private readonly bench: SourceBench,
    readonly finder: PackageFinder,
    private readonly flags: LinkFlags,
    install: InstallFlags,
  ) {
    const { env } = this.#loader.session;
    const { goos, goarch } = this.context;
    this.install = {
      goos,
      goarch,
      hostOs: env.get('GOHOSTOS'),
      hostArch: env.get('GOHOSTARCH'),
      gobin: env.get('GOBIN'),
      goroot: env.get('GOROOT'),
      mode: flags.mode,
      linkshared: flags.linkshared,
      suffix: install.suffix,
      packageFolder: install.packageFolder,
      programs: finder.programs,
    };
  }

  /** What the build is for. */
  get context(): BuildContext {
    return this.bench.packages.context;
  }

  get #loader(): Loader {
    return this.bench.loader;
  }

  /** Whether a package is one of the standard library's. */
  isStandard({ importPath, goroot }: PackageData): boolean {
    return goroot && importPath !== '' && isStandardImportPath(importPath);
  }

  /** The path under which `importer` counts where `imported` may only be imported from below some path. */
  importingPath(importer: BuiltPackage, imported: BuiltPackage): string {
    return importer.ofFiles && imported.module !== undefined
      ? this.finder.pathOfFolder(importer.folder)
      : importer.importPath;
  }

  /** The path that links lead to; the path itself where they lead nowhere. */
  readonly realPath = (path: string): string => {
    let known = this.#realPaths.get(path);
    if (known === undefined) {
      try {
        known = this.#loader.session.fs.realpathSync(path);
      } catch {
        known = path;
      }
      this.#realPaths.set(path, known);
    }
    return known;
  };

  /** A path as messages show it. */
  readonly shorten = (path: string): string => shortPath(this.#loader.session, path);

  /** What a program imports without saying so. Throws an EngineError where it cannot be linked. */
  linked(): string[] {
    const { goos, goarch, compiler, cgoEnabled } = this.context;
    return linkedPackages({ ...this.flags, goos, goarch, compiler, cgoEnabled });
  }

  /** The GODEBUG settings of a program whose sources, and what is tested, have these comments. */
  godebug(directives: readonly Directive[]): string {
    const { release } = this.#loader.session;
    return defaultGodebug({ ...this.finder.godebug, release, directives });
  }

  /** The profile beside a program's sources; '' where there is none. */
  profileOf(pkg: BuiltPackage): string {
    const file = `${pkg.folder}/default.pgo`;
    try {
      return pkg.folder !== '' && this.#loader.session.fs.statSync(file, { throwIfNoEntry: false })
        ? file
        : '';
    } catch {
      return '';
    }
  }

  /** The absolute path of a file that a flag names. */
  absolute(path: string): string {
    return resolve(this.#loader.session.cwd, path);
  }

  /** The content of a file, as -overlay has it. Throws the node:fs error. */
  readFile(path: string): Uint8Array {
    return this.bench.sources.readFile(path);
  }

  /** The files that embed patterns of a package stand for. Throws an EmbedError. */
  embeds(pkg: BuiltPackage, patterns: readonly string[]): readonly string[] {
    if (patterns.length === 0) return [];
    if (pkg.folder === '') return this.bench.standard.embedded(pkg.importPath, patterns);
    const tree = this.bench.sources.tree(pkg.folder);
    return resolveEmbeds(tree, patterns, { folder: pkg.folder }).files;
  }
}
