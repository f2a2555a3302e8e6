// A package as the module loader knows it, or the test of one: where it is, what it imports, who imports it.

import type { ModuleVersion } from '../../core/module/index.js';

/** See the head of this file. Changes while packages are loaded. */
export class LoadedPackage {
  /** The module that has it; undefined for those of the standard library and those that were not found. */
  module: ModuleVersion | undefined;
  /** Absolute path of its folder; '' where there is none. */
  folder = '';
  /** Absolute path of its module's folder; '' where that is not known. */
  root = '';
  error: unknown;
  /** Whether it is of the standard library. */
  standard = false;
  imports: LoadedPackage[] = [];
  /** What its tests import; moved to the test when that is loaded. */
  testImports: readonly string[] = [];
  /** Modules that could have it by their path, and do not. */
  others: readonly ModuleVersion[] = [];
  test: LoadedPackage | undefined;
  /** The package above it in a shortest chain of imports from the roots; undefined for roots. */
  importer: LoadedPackage | undefined;

  /** Whether the pattern `all` has it. A test has this mark if it brings what it imports into `all`. */
  inAll = false;
  /** Whether it was asked for. */
  isRoot = false;
  /** Whether its imports are known. */
  scanned = false;

  constructor(
    readonly path: string,
    /** The package whose test this is. */
    readonly testOf?: LoadedPackage,
  ) {}

  /** The chain of imports that leads to it, as errors show it. */
  get stackText(): string {
    const chain = this.chain;
    let text = '';
    for (const [at, each] of chain.entries()) {
      text += each.testOf === undefined ? each.path : `${each.path}.test`;
      const next = chain[at + 1];
      if (next !== undefined) text += next.testOf === each ? ' tested by\n\t' : ' imports\n\t';
    }
    return text;
  }

  /** The same as `mod why` shows it, a line each. */
  get whyText(): string {
    return this.chain.map((each) => `${each.path}${each.testOf === undefined ? '' : '.test'}\n`).join('');
  }

  /** The packages from a root to this one. */
  get chain(): LoadedPackage[] {
    const chain: LoadedPackage[] = [];
    for (let at: LoadedPackage | undefined = this; at !== undefined; at = at.importer) chain.push(at);
    return chain.reverse();
  }
}
