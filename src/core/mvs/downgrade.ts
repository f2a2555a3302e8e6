// The build list with some modules at lower versions: https://research.swtch.com/vgo-mvs, algorithm 4.
//
// A module that leads to a version above the wanted one goes back, version by version, until it no longer does;
// if there is no such version it goes. What stays is required explicitly, so that nothing is lowered further
// than it must be.

import { buildList, type DescribeOptions } from './build.js';
import { type DowngradeReqs, explore, type Reqs } from './reqs.js';
import { override } from './upgrade.js';
import { NONE, type Version, VersionMap, VersionSet } from './version.js';

/**
 * Knows which modules can be kept: those that do not lead to a module above its limit, or to one whose
 * requirements cannot be had (an old version whose go.mod is broken cannot be gone back to).
 */
class Keepable<M extends Version> {
  readonly #reqs: Reqs<M>;
  readonly #limits: ReadonlyMap<string, M>;
  readonly #asked = new VersionSet();
  readonly #requiredBy = new VersionMap<M[]>();
  readonly #excluded = new VersionSet();

  constructor(reqs: Reqs<M>, limits: ReadonlyMap<string, M>) {
    this.#reqs = reqs;
    this.#limits = limits;
  }

  #isAboveLimit(m: M): boolean {
    const limit = this.#limits.get(m.path);
    return limit !== undefined && this.#reqs.compare(m.path, m.version, limit.version) > 0;
  }

  /** Marks `m` and all that lead to it. */
  #exclude(m: M): void {
    const stack: M[] = [m];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (!this.#excluded.add(at)) continue;
      for (const from of this.#requiredBy.get(at) ?? []) stack.push(from);
    }
  }

  #recordEdge(from: M, to: M): void {
    const known = this.#requiredBy.get(to);
    if (known === undefined) this.#requiredBy.set(to, [from]);
    else known.push(from);
    if (this.#excluded.has(to)) this.#exclude(from);
  }

  async #load(m: M): Promise<readonly M[]> {
    if (m.version === NONE || !this.#asked.add(m)) return [];
    if (this.#isAboveLimit(m)) {
      this.#exclude(m);
      return [];
    }
    const required = await this.#reqs.required(m);
    for (const next of required) this.#recordEdge(m, next);
    return required;
  }

  /** Whether `m` can be kept. */
  async has(m: M): Promise<boolean> {
    const load = (at: M): Promise<readonly M[]> =>
      this.#load(at).catch(() => {
        this.#exclude(at);
        return [];
      });
    await explore([m], load);
    return !this.#excluded.has(m);
  }
}

/** The highest version at or below `m` that can be kept; undefined where there is none. */
async function lower<M extends Version>(
  m: M,
  keepable: Keepable<M>,
  limits: ReadonlyMap<string, M>,
  reqs: DowngradeReqs<M>,
): Promise<M | undefined> {
  let at = m;
  while (!(await keepable.has(at))) {
    let previous = await reqs.previous(at);
    // The limit itself may be a version that `previous` does not know of, such as a pseudo-version.
    const limit = limits.get(m.path);
    if (
      limit !== undefined &&
      reqs.compare(m.path, limit.version, at.version) < 0 &&
      reqs.compare(m.path, previous.version, limit.version) < 0
    ) {
      previous = limit;
    }
    if (previous.version === NONE) return undefined;
    at = previous;
  }
  return at;
}

/** The limit of each path: its version in `list`, or the asked one where that is lower or the path is not there. */
function limitsOf<M extends Version>(
  list: readonly M[],
  modules: readonly M[],
  reqs: Reqs<M>,
): Map<string, M> {
  const limits = new Map(list.map((m) => [m.path, m]));
  for (const m of modules) {
    const known = limits.get(m.path);
    if (known === undefined || reqs.compare(m.path, m.version, known.version) < 0) limits.set(m.path, m);
  }
  return limits;
}

/**
 * The build list of `target` in which none of the given modules is above its given version; `none` removes a
 * module. The given versions need not be known to `reqs.previous`.
 *
 * Throws what {@link buildList} and `reqs.previous` throw.
 */
export async function downgrade<M extends Version>(
  target: M,
  reqs: DowngradeReqs<M>,
  modules: readonly M[],
  options: DescribeOptions = {},
): Promise<M[]> {
  const list = (await buildList([target], reqs, options)).slice(1);
  const limits = limitsOf(list, modules, reqs);
  const keepable = new Keepable(reqs, limits);
  const lowered: M[] = [target];
  for (const m of list) {
    const version = await lower(m, keepable, limits, reqs);
    if (version !== undefined) lowered.push(version);
  }
  // Others may require versions that `previous` skipped, above those found here; then what the lower ones
  // required does not matter any more. So the versions are taken that are really selected, for the paths that
  // were there before.
  const actual = await buildList([target], override(reqs, target, lowered), options);
  const selected = new Map(actual.map((m) => [m.path, m]));
  const final = list.map((m) => selected.get(m.path)).filter((m) => m !== undefined);
  return buildList([target], override(reqs, target, final), options);
}
