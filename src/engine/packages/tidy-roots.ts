// The fewest requirements that keep what was loaded where it is.
//
// In a pruned module every module is required that has a package of `all`, so that who requires the main module learns
// all from its go.mod alone; and what else was loaded must not come from an older version than it did. In an unpruned one
// the modules that have packages keep their versions, those imported by the main module are listed, and so are modules
// that could have had a package, where they would otherwise be older. Rules: modload.tidyPrunedRoots, tidyUnprunedRoots.

import { modCompare } from '../../core/gover/index.js';
import type { ModuleGraph } from '../../core/graph/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { buildList } from '../../core/mvs/index.js';
import { rethrowFatal } from '../error.js';
import { minimalRoots, type Roots, requiring } from '../load/index.js';
import { AmbiguousImportError } from './errors.js';
import type { PackageLoad } from './load.js';
import type { LoadedPackage } from './package.js';

/** See the head of this file. Rejects where a graph cannot be read. */
export function tidyRoots(load: PackageLoad, old: Roots): Promise<Roots> {
  return old.pruning === 'unpruned' ? tidyUnpruned(load, old) : new PrunedTidying(load, old).run();
}

/** The roots that are no modules. */
function releaseRoots(old: Roots): ModuleVersion[] {
  return ['go', 'toolchain'].flatMap((path) => {
    const version = old.selected(path);
    return version === undefined ? [] : [{ path, version }];
  });
}

class PrunedTidying {
  readonly #roots: ModuleVersion[];
  readonly #isRoot: Set<string>;
  #tidy: Roots;

  constructor(
    private readonly load: PackageLoad,
    old: Roots,
  ) {
    this.#roots = releaseRoots(old);
    this.#isRoot = new Set([load.parts.loader.main.single.mod.path, 'go', 'toolchain']);
    this.#tidy = old;
  }

  #add(m: ModuleVersion): void {
    if (this.#isRoot.has(m.path)) return;
    this.#isRoot.add(m.path);
    this.#roots.push(m);
  }

  /** The graph of the roots so far. */
  async #graph(): Promise<ModuleGraph> {
    if (this.#tidy.roots.length !== this.#roots.length || !this.#tidy.graphLoaded)
      this.#tidy = this.#tidy.with({ pruning: 'pruned', roots: this.#roots });
    return await this.#tidy.wholeGraph();
  }

  async run(): Promise<Roots> {
    const inAll = this.load.packages.filter((pkg) => pkg.inAll);
    for (const pkg of inAll) if (pkg.module && this.load.isExternal(pkg)) this.#add(pkg.module);
    this.#tidy = this.#tidy.with({ pruning: 'pruned', roots: this.#roots });
    await this.#keepVersions(inAll);
    await this.#graph();
    while (await this.#keepUnambiguous());
    return this.#tidy;
  }

  /**
   * Modules that would be older than they were, nearest to the main module first: what they require is likely to do for
   * those behind them.
   */
  async #keepVersions(inAll: readonly LoadedPackage[]): Promise<void> {
    const seen = new Set(inAll);
    for (let layer = [...inAll]; layer.length > 0; ) {
      const graph = await this.#graph();
      const next: LoadedPackage[] = [];
      for (const pkg of layer) {
        const { module, test } = pkg;
        if (module === undefined) continue;
        for (const each of test === undefined ? pkg.imports : [...pkg.imports, test]) {
          if (seen.has(each)) continue;
          seen.add(each);
          next.push(each);
        }
        if (modCompare(module.path, graph.selected(module.path), module.version) < 0) this.#add(module);
      }
      layer = next;
    }
  }

  /** Requires modules whose packages others have, too, that are looked at only because this one is no root any more. */
  async #keepUnambiguous(): Promise<boolean> {
    const { importer } = this.load.parts;
    const before = this.#roots.length;
    for (const { path, module } of this.load.packages) {
      if (module === undefined || this.#isRoot.has(module.path)) continue;
      try {
        await importer.find(path, this.#tidy, undefined, true);
      } catch (error) {
        rethrowFatal(error);
        if (error instanceof AmbiguousImportError) this.#add(module);
      }
    }
    if (this.#roots.length === before) return false;
    await this.#graph();
    return true;
  }
}

async function tidyUnpruned(load: PackageLoad, old: Roots): Promise<Roots> {
  const { rootsHost, main } = load.parts.loader;
  const keep = releaseRoots(old);
  const kept = new Set(keep.map((m) => m.path));
  const listed: string[] = [];
  const others = new Map<string, ModuleVersion>();
  for (const pkg of load.packages) {
    const { module } = pkg;
    if (module === undefined || !load.isExternal(pkg)) continue;
    if (!kept.has(module.path)) {
      kept.add(module.path);
      keep.push(module);
      if (old.direct.has(module.path)) listed.push(module.path);
    }
    for (const m of pkg.others) others.set(m.path, m);
  }
  const roots = await minimalRoots(rootsHost, listed, keep);
  const list = await buildList([main.single.mod], requiring(rootsHost, keep));
  const lowered = list.flatMap((m) => {
    const other = others.get(m.path);
    return other !== undefined && modCompare(m.path, m.version, other.version) < 0 ? [other] : [];
  });
  if (lowered.length === 0) return old.with({ pruning: 'unpruned', roots });
  return old.with({
    pruning: 'unpruned',
    roots: await minimalRoots(rootsHost, listed, [...keep, ...lowered]),
  });
}
