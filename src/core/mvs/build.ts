// Minimal version selection: the build list is the highest version of each module that the targets lead to.
// The algorithm and its proofs: https://research.swtch.com/vgo-mvs, algorithm 1; Go's cmd/go/internal/mvs.

import { BuildListError, type BuildListErrorOptions, MvsMisuseError } from './error.js';
import { Graph } from './graph.js';
import { type Explored, explore, type MaybePromise, type Reqs } from './reqs.js';
import { NONE, type Version, VersionMap } from './version.js';

/** How a failure is told; see {@link BuildListErrorOptions}. */
export type DescribeOptions = Pick<BuildListErrorOptions, 'describe'>;

function requiredOf<M extends Version>(m: M, reqs: Reqs<M>): MaybePromise<readonly M[]> {
  return m.version === NONE ? [] : reqs.required(m);
}

/** The graph of what was explored, its requirements stated breadth first so that equal runs give equal graphs. */
function graphOf<M extends Version>(targets: readonly M[], reqs: Reqs<M>, explored: Explored<M>): Graph<M> {
  const graph = new Graph<M>(reqs.compare, targets);
  const queue: M[] = [...targets];
  for (let i = 0; i < queue.length; i++) {
    const m = queue[i]!;
    if (graph.requiredBy(m) !== undefined) continue;
    const required = explored.required.get(m) ?? [];
    graph.require(m, required);
    for (const next of required) queue.push(next);
  }
  return graph;
}

function throwFirstFailure<M extends Version>(
  graph: Graph<M>,
  explored: Explored<M>,
  options: BuildListErrorOptions,
): void {
  const path = graph.findPath((m) => explored.failed.has(m));
  if (path === undefined) return;
  throw new BuildListError(explored.failed.get(path[path.length - 1]!)?.error, path, options);
}

function sameVersions(a: readonly Version[], b: readonly Version[]): boolean {
  return a.length === b.length && a.every((m, i) => m.path === b[i]?.path && m.version === b[i]?.version);
}

function finish<M extends Version>(graph: Graph<M>, targets: readonly M[]): M[] {
  const list = graph.buildList();
  if (!sameVersions(list.slice(0, targets.length), targets)) {
    throw new MvsMisuseError('a version of a target is higher than the target');
  }
  return list;
}

/** A build list, and the requirements that it was made from. */
export interface Resolved<M extends Version> {
  readonly list: M[];
  readonly required: VersionMap<readonly M[]>;
}

/** {@link buildList}, for those who go on to look at the requirements. */
export async function resolve<M extends Version>(
  targets: readonly M[],
  reqs: Reqs<M>,
  options: DescribeOptions,
): Promise<Resolved<M>> {
  const explored = await explore(targets, (m) => requiredOf(m, reqs));
  const graph = graphOf(targets, reqs, explored);
  throwFirstFailure(graph, explored, options);
  return { list: finish(graph, targets), required: explored.required };
}

/**
 * The build list of the targets: they themselves, then the others by path.
 *
 * Throws {@link BuildListError} for the first module, breadth first, whose requirements could not be had, and
 * {@link MvsMisuseError} where `compare` finds a version higher than that of a target.
 */
export async function buildList<M extends Version>(
  targets: readonly M[],
  reqs: Reqs<M>,
  options: DescribeOptions = {},
): Promise<M[]> {
  return (await resolve(targets, reqs, options)).list;
}

/**
 * Like {@link buildList}, but every module met is also taken to require what `upgrade` gives for it. A failure
 * of `upgrade` counts only where the requirements of the module were had.
 */
export async function upgradedBuildList<M extends Version>(
  target: M,
  reqs: Reqs<M>,
  upgrade: (m: M) => MaybePromise<M>,
  options: DescribeOptions,
): Promise<M[]> {
  const upgrades = new VersionMap<M>();
  const withUpgrade = async (m: M): Promise<readonly M[]> => {
    // `none` stands where an upgrade adds a module.
    const required = await requiredOf(m, reqs);
    const to = await upgrade(m);
    if (to.path === m.path && to.version === m.version) return required;
    upgrades.set(m, to);
    return [to, ...required];
  };
  const explored = await explore([target], withUpgrade);
  const graph = graphOf([target], reqs, explored);
  const isVersionChange = (from: Version, to: Version): boolean => {
    const changed = upgrades.get(from);
    return changed !== undefined && changed.path === to.path && changed.version === to.version;
  };
  throwFirstFailure(graph, explored, { ...options, isVersionChange });
  return finish(graph, [target]);
}
