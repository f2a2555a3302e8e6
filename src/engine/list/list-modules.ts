// Which modules are meant by the arguments of `list -m` and `download`, and what is known of them.
//
// An argument is a path, a pattern (`all`, or with `...`) over the build list, or `path@query`. The graph is read
// only where an argument cannot be answered from the roots. Results come in the order of the arguments, repeats
// kept, but each module once over all patterns. Rules and texts: modload.listModules.

import { isToolchain, modCompare } from '../../core/gover/index.js';
import type { ModuleGraph } from '../../core/graph/index.js';
import {
  canonicalVersion,
  formatModule,
  ModuleError,
  type ModuleVersion,
  moduleError,
} from '../../core/module/index.js';
import { matchPattern } from '../../core/pattern.js';
import { quote } from '../../core/quote.js';
import { isLocalImport } from '../../core/search/index.js';
import type { ModuleCache } from '../cache/index.js';
import { EngineError, FatalError, findCause, messageOf, rethrowFatal } from '../error.js';
import { type Loader, noMainModule, type Roots } from '../load/index.js';
import { type Allowed, isRevisionQuery, NoMatchingVersionError } from '../query/index.js';
import {
  addDeprecation,
  addRetraction,
  addUpdate,
  addVersions,
  type InfoHost,
  type ListMode,
  moduleInfo,
} from './module-info.js';
import type { ModulePublic } from './module-public.js';
import { Retractions } from './retractions.js';
import { type ReuseInfos, readReuse } from './reuse.js';

/** What was found. `error` is a failure that kept further matches from being known. */
export interface Listing {
  readonly modules: ModulePublic[];
  readonly error: Error | undefined;
}

/** What to list, beside the arguments. */
export interface ListOptions {
  readonly mode: ListMode;
  /** `-reuse`: '' for none. */
  readonly reuse: string;
  /** Whether go.mod and go.sum are written when that succeeded; `download` decides that for itself. */
  readonly commits: boolean;
}

/** See the head of this file. Rejects with FatalErrors for arguments that mean nothing. */
export async function listModules(
  loader: Loader,
  cache: ModuleCache,
  args: readonly string[],
  options: ListOptions,
): Promise<Listing> {
  let reuse: ReuseInfos;
  try {
    reuse = readReuse(loader.session, options.reuse);
  } catch (error) {
    if (error instanceof EngineError) return { modules: [], error };
    throw error;
  }
  const rs = await loader.load();
  const host: InfoHost = { loader, cache, retractions: new Retractions(loader), mode: options.mode, reuse };
  const listing = await new Lister(host, rs, args).list();
  // A module's replacement is looked into beside it, but what is taken over stays as it was.
  const fresh = listing.modules.filter((m) => m.reuse !== true);
  const all = fresh.flatMap((m) => (m.replace === undefined ? [m] : [m, m.replace]));
  await Promise.all(all.map((m) => addMore(host, m)));
  if (listing.error !== undefined) return listing;
  loader.requirements = listing.rs;
  // What looks for updates asks for sums that the build does not need.
  if (!options.commits || options.mode.updates) return listing;
  try {
    await loader.commit();
    return listing;
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    return { modules: listing.modules, error };
  }
}

/** What flags ask for beside what is known anyway. */
async function addMore(host: InfoHost, m: ModulePublic): Promise<void> {
  const { updates, versions, retracted } = host.mode;
  if (updates) await addUpdate(host, m);
  if (versions) await addVersions(host, m);
  if (retracted || updates) await addRetraction(host, m);
  if (updates) await addDeprecation(host, m);
}

/** One argument. */
type Argument =
  | { readonly kind: 'query'; readonly path: string; readonly version: string }
  | { readonly kind: 'pattern'; readonly text: string }
  | { readonly kind: 'path'; readonly path: string };

class Lister {
  readonly #matched = new Set<string>();
  #graph: ModuleGraph | undefined;
  #error: Error | undefined;

  constructor(
    private readonly host: InfoHost,
    private rs: Roots,
    private readonly args: readonly string[],
  ) {}

  async list(): Promise<Listing & { rs: Roots }> {
    const { loader } = this.host;
    if (this.args.length === 0) {
      const main = loader.main.versions.filter((m) => !isToolchain(m.path));
      const modules = await Promise.all(main.map((m) => moduleInfo(this.host, this.rs, m)));
      return { modules, error: undefined, rs: this.rs };
    }
    let needsGraph = false;
    for (const arg of this.args) needsGraph = this.#needsGraph(arg) || needsGraph;
    if (needsGraph) await this.#readGraph();
    const found = this.args.map(parseArgument);
    const groups = await this.#findAll(found, await this.#readsSums());
    return { modules: groups.flat(), error: this.#error, rs: this.rs };
  }

  /** Whether go.sum can be read; where not, the run ends at the first argument that asks for it. */
  #readsSums(): Promise<boolean> {
    return this.host.loader.sums.load().then(
      () => true,
      () => false,
    );
  }

  /**
   * Looks arguments up at once, but one after another where they may be about the same go.mod files: of a module whose
   * go.mod may not be read for want of a sum, or is too new, an argument tells the go line that one before it has read.
   * Unless `atOnce`, each waits for all before it, for nothing is asked about the next when one ends the run.
   */
  #findAll(args: readonly Argument[], atOnce: boolean): Promise<ModulePublic[][]> {
    const found: Promise<ModulePublic[]>[] = [];
    const byPath = new Map<string, { readonly named: string; readonly found: Promise<unknown> }[]>();
    let pattern: Promise<unknown> | undefined;
    for (const arg of args) {
      const named = this.#isNamed(arg) ? arg.version : '';
      const paths = arg.kind === 'pattern' ? [] : this.#pathsOf(arg.path);
      // Two versions that were asked for by name are two go.mod files.
      const related = paths
        .flatMap((path) => byPath.get(path) ?? [])
        .filter((other) => named === '' || other.named === '' || named === other.named);
      const waits = arg.kind === 'pattern' || !atOnce;
      const before = waits ? [...found] : [pattern, ...related.map((other) => other.found)];
      const own = Promise.all(before).then(() => this.#find(arg));
      found.push(own);
      if (arg.kind === 'pattern') pattern = own;
      for (const path of paths) byPath.set(path, [...(byPath.get(path) ?? []), { named, found: own }]);
    }
    return Promise.all(found);
  }

  /** Whether no go.mod is read for the argument but that of the version that it names. */
  #isNamed(arg: Argument): arg is Argument & { kind: 'query' } {
    const { retracted, updates } = this.host.mode;
    if (arg.kind !== 'query' || retracted || updates === true) return false;
    return canonicalVersion(arg.version) === arg.version;
  }

  /** The paths whose go.mod files may be read for the module `path`: its own, and those of its replacements. */
  #pathsOf(path: string): string[] {
    return [...new Set([path, ...this.host.loader.main.replacementPaths(path)])];
  }

  async #readGraph(): Promise<void> {
    const { sums, fetcher } = this.host.loader;
    await this.host.loader.loadSums(this.rs);
    // Every listed module is asked for its time, and the newest version in go.sum is most often the selected one.
    if (this.args.includes('all')) fetcher.expectations.add('info', newestOf(sums.modules()));
    const { rs, graph, error } = await this.host.loader.expandGraph(this.rs);
    this.rs = rs;
    this.#graph = graph;
    this.#error = error;
  }

  /** Whether an argument takes the graph. Throws where it means nothing, or takes a module and there is none. */
  #needsGraph(text: string): boolean {
    if (text.includes('\\')) throw bad('module paths never use backslash');
    if (isLocalImport(text)) throw bad(`cannot use relative path ${text} to specify module`);
    // Go takes `x...@v` for a pattern here, and for a query when it comes to finding it.
    if (isPattern(text)) return this.#needsModule(quote(text));
    const arg = parseArgument(text);
    const { path } = arg as { path: string };
    const moves = arg.kind !== 'query' || arg.version === 'upgrade' || arg.version === 'patch';
    if (!moves || this.#isRoot(path)) return false;
    if (arg.kind === 'query') return this.#needsModule(quote(text));
    return (
      this.host.mode.versions || this.#needsModule(`${quote(text)} without -versions or an explicit version`)
    );
  }

  #needsModule(what: string): true {
    const { loader } = this.host;
    if (loader.hasModule) return true;
    throw bad(`cannot match ${what}: ${noMainModule(loader.inWorkspace).message}`);
  }

  /** Whether the roots say all about the selected version of `path`. */
  #isRoot(path: string): boolean {
    const known = this.host.loader.main.contains(path) || this.rs.selected(path) !== undefined;
    return known && this.rs.pruning !== 'unpruned';
  }

  /** The version of `path` that is in use; '' for a main module, 'none' without one. */
  #selected(path: string): string {
    if (this.#graph !== undefined) return this.#graph.selected(path);
    return this.host.loader.main.contains(path) ? '' : (this.rs.selected(path) ?? 'none');
  }

  #find(arg: Argument): Promise<ModulePublic[]> {
    switch (arg.kind) {
      case 'query':
        return this.#byQuery(arg.path, arg.version);
      case 'path':
        return this.#byPath(arg.path);
      case 'pattern':
        return this.#byPattern(arg.text);
    }
  }

  async #byQuery(path: string, version: string): Promise<ModulePublic[]> {
    const { loader, retractions, mode, reuse } = this.host;
    // Without a graph, a root that is missing has no current version at all.
    const selected = this.#selected(path);
    const current = this.#graph === undefined && selected === 'none' ? '' : selected;
    const moves = version === 'upgrade' || version === 'patch';
    if (current === 'none' && this.#error !== undefined && moves) return [];
    const byName = isRevisionQuery(path, version) || mode.retracted || mode.updates === true;
    const allowed: Allowed | undefined = byName ? undefined : retractions.checkAllowed;
    try {
      const found = await loader.querier.query(path, version, current, allowed, reuse.queries);
      const info = await moduleInfo(this.host, undefined, { path, version: found.version });
      if ((info.version ?? '') !== version) info.query = version;
      if (found.origin === undefined) delete info.origin;
      else info.origin = found.origin;
      return [info];
    } catch (error) {
      rethrowFatal(error);
      return [{ path, version, error: { err: moduleFailure({ path, version }, error) } }];
    }
  }

  async #byPath(path: string): Promise<ModulePublic[]> {
    const { loader, mode } = this.host;
    const version = this.#selected(path);
    if (version !== 'none') return [await moduleInfo(this.host, this.rs, { path, version })];
    if (this.#error !== undefined) return [];
    const failed = (text: string): ModulePublic[] => {
      const error = new EngineError('query', text);
      return [{ path, error: { err: moduleFailure({ path, version: '' }, error) } }];
    };
    if (loader.mode.mod === 'vendor') {
      return failed(
        "can't resolve module using the vendor directory\n\t(Use -mod=mod or -mod=readonly to bypass.)",
      );
    }
    return mode.versions ? [{ path }] : failed('not a known dependency');
  }

  async #byPattern(text: string): Promise<ModulePublic[]> {
    const match = text === 'all' ? () => true : matchPattern(text);
    const matches: ModuleVersion[] = [];
    for (const m of this.#graph?.buildList() ?? []) {
      if (isToolchain(m.path) || !match(m.path) || this.#matched.has(formatModule(m))) continue;
      this.#matched.add(formatModule(m));
      matches.push(m);
    }
    if (matches.length === 0) {
      const line = `warning: pattern ${quote(text)} matched no module dependencies`;
      this.host.loader.session.events({ kind: 'message', text: line });
    }
    return await Promise.all(matches.map((m) => moduleInfo(this.host, this.rs, m)));
  }
}

/** The highest version of each path. */
function newestOf(modules: Iterable<ModuleVersion>): ModuleVersion[] {
  const newest = new Map<string, ModuleVersion>();
  for (const m of modules) {
    const known = newest.get(m.path);
    if (known === undefined || modCompare(m.path, known.version, m.version) < 0) newest.set(m.path, m);
  }
  return [...newest.values()];
}

function isPattern(arg: string): boolean {
  return arg === 'all' || arg.includes('...');
}

function parseArgument(arg: string): Argument {
  const at = arg.indexOf('@');
  if (at < 0) return isPattern(arg) ? { kind: 'pattern', text: arg } : { kind: 'path', path: arg };
  const version = arg.slice(at + 1);
  if (/^[-/]/.test(version)) throw bad(`invalid module version ${quote(version)}`);
  return { kind: 'query', path: arg.slice(0, at), version };
}

function bad(text: string): FatalError {
  return new FatalError('bad-argument', text);
}

/** The text of a failure, with the module's name in it once. */
function moduleFailure(m: ModuleVersion, error: unknown): string {
  if (findCause(error, NoMatchingVersionError) !== undefined) {
    return new ModuleError({ path: m.path, version: '' }, error).message;
  }
  return findCause(error, ModuleError) === undefined ? moduleError(m, error).message : messageOf(error);
}
