// Build lists with some or all modules at higher versions: https://research.swtch.com/vgo-mvs, algorithms 2, 3.

import { type DescribeOptions, upgradedBuildList } from './build.js';
import type { Reqs, UpgradeReqs } from './reqs.js';
import { NONE, type Version } from './version.js';

/** The same requirements, but for those of one module. */
export function override<M extends Version>(reqs: Reqs<M>, target: M, list: readonly M[]): Reqs<M> {
  return {
    compare: reqs.compare,
    required: (m) => (m.path === target.path && m.version === target.version ? list : reqs.required(m)),
  };
}

/** The build list of `target` in which every other module is at the version that `reqs.upgrade` gives. */
export function upgradeAll<M extends Version>(
  target: M,
  reqs: UpgradeReqs<M>,
  options: DescribeOptions = {},
): Promise<M[]> {
  const upgradeOthers = (m: M) => (m.path === target.path ? target : reqs.upgrade(m));
  return upgradedBuildList(target, reqs, upgradeOthers, options);
}

/** The highest of the asked versions of each path. */
function highest<M extends Version>(modules: readonly M[], reqs: Reqs<M>): Map<string, M> {
  const map = new Map<string, M>();
  for (const m of modules) {
    const known = map.get(m.path);
    if (known === undefined || reqs.compare(m.path, known.version, m.version) < 0) map.set(m.path, m);
  }
  return map;
}

/** The build list of `target` with the given modules added or upgraded. */
export async function upgrade<M extends Version>(
  target: M,
  reqs: Reqs<M>,
  modules: readonly M[],
  options: DescribeOptions = {},
): Promise<M[]> {
  const required = await reqs.required(target);
  const upgrades = highest(modules, reqs);
  const present = new Set(required.map((m) => m.path));
  // A path that is not required yet enters as `none`, from where it is upgraded like any other.
  const added = [...upgrades.values()]
    .filter((m) => !present.has(m.path))
    .map((m) => ({ ...m, version: NONE }));
  const list = [...required, ...added];
  return upgradedBuildList(target, override(reqs, target, list), (m) => upgrades.get(m.path) ?? m, options);
}
