// Asking for everything at once: what a run will most likely need is requested as soon as it is clear that the
// network is needed at all.
//
// go.sum names nearly every go.mod of the graph, and go.mod the modules to download; waiting for the walk to
// find them one level after the other would cost a round trip each. A prefetch is invisible: nothing is written
// or printed before the walk asks for the very same thing, and its failure counts only then.

import type { VersionFile } from '../../core/goproxy/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import type { ModuleCache } from '../cache/index.js';
import type { ProxyClient } from '../proxyclient/index.js';

/** What a run expects to need. */
export class Expectations {
  readonly #expected: Record<VersionFile, Iterable<ModuleVersion>[]> = { mod: [], info: [], zip: [] };
  #started = false;

  constructor(
    private readonly cache: ModuleCache,
    private readonly proxies: ProxyClient,
    /** Nothing is asked for. */
    private readonly offline: boolean,
  ) {}

  /**
   * States that `file` of these modules will be needed. Costs nothing while the network is not in use; then the list is
   * read on as requests can be made.
   */
  add(file: VersionFile, modules: Iterable<ModuleVersion>): void {
    if (this.#started) this.#request(file, modules);
    else this.#expected[file].push(modules);
  }

  /** Something was not in the cache: whatever is expected and not there either is asked for now. */
  start(): void {
    if (this.#started || this.offline) return;
    this.#started = true;
    for (const file of ['zip', 'mod', 'info'] as const) {
      for (const modules of this.#expected[file].splice(0)) this.#request(file, modules);
    }
  }

  #request(file: VersionFile, modules: Iterable<ModuleVersion>): void {
    this.proxies.prefetchModules(file, this.#lacking(file, modules));
  }

  *#lacking(file: VersionFile, modules: Iterable<ModuleVersion>): Generator<ModuleVersion> {
    // Not what no cache could hold: go, toolchain, versions that are not canonical.
    for (const m of modules) if (this.cache.lacks(m, file)) yield m;
  }
}
