// The fewest requirements that give the same build list: https://research.swtch.com/vgo-mvs, algorithm R.

import { type DescribeOptions, resolve } from './build.js';
import type { Reqs } from './reqs.js';
import { comparePaths, type Version, type VersionMap, VersionSet } from './version.js';

type Required<M extends Version> = Pick<VersionMap<readonly M[]>, 'get'>;

/** Everything `list` leads to, each after what it requires. The target counts as requiring nothing. */
function postorder<M extends Version>(target: Version, list: readonly M[], required: Required<M>): M[] {
  const order: M[] = [];
  const entered = new VersionSet();
  entered.add(target);
  // A stack of our own: a chain of requirements may be longer than the call stack is deep.
  const stack: { readonly module: M; next: number }[] = [];
  const enter = (m: M): void => {
    if (entered.add(m)) stack.push({ module: m, next: 0 });
  };
  for (const m of list) {
    enter(m);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const child = required.get(top.module)?.[top.next++];
      if (child !== undefined) enter(child);
      else order.push(stack.pop()!.module);
    }
  }
  return order;
}

/** Adds to `have` the module `start` and all that it leads to. */
function addReachable<M extends Version>(start: M, required: Required<M>, have: VersionSet): void {
  const stack: M[] = [start];
  for (let m = stack.pop(); m !== undefined; m = stack.pop()) {
    if (!have.add(m)) continue;
    for (const next of required.get(m) ?? []) stack.push(next);
  }
}

/**
 * The minimal list of requirements of `target`, by path: with it the build list stays what it is. Every path in
 * `base` that is in the build list is listed, at its selected version, whether it must be or not.
 *
 * Throws what {@link buildList} throws.
 */
export async function req<M extends Version>(
  target: M,
  base: readonly string[],
  reqs: Reqs<M>,
  options: DescribeOptions = {},
): Promise<M[]> {
  const { list, required } = await resolve([target], reqs, options);
  const selected = new Map(list.map((m) => [m.path, m]));
  const have = new VersionSet();
  have.add(target);
  const minimal: M[] = [];
  const keep = (m: M): void => {
    minimal.push(m);
    addReachable(m, required, have);
  };
  for (const path of new Set(base)) {
    const m = selected.get(path);
    if (m !== undefined) keep(m);
  }
  for (const m of postorder(target, list, required).reverse()) {
    if (selected.get(m.path)?.version === m.version && !have.has(m)) keep(m);
  }
  return minimal.sort(comparePaths);
}
