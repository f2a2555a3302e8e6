// What version selection is told about the world, and the traversal that asks.

import { type Compare, type Version, VersionMap, VersionSet } from './version.js';

/** A value, or a promise of it: whoever knows the answer already need not wait for a turn of the loop. */
export type MaybePromise<T> = T | Promise<T>;

/**
 * The requirement graph, asked for piece by piece.
 *
 * `required` is called at most once for each module, many calls at a time, in no particular order, and never
 * for `none`. It may throw or reject; the failure then belongs to that module. The lists must not change
 * afterwards. `compare` must find every version higher than `none`, and the version of a target (a main
 * module) at least as high as every other version of its path.
 */
export interface Reqs<M extends Version = Version> {
  required(m: M): MaybePromise<readonly M[]>;
  readonly compare: Compare;
}

/** Also knows upgrades. */
export interface UpgradeReqs<M extends Version = Version> extends Reqs<M> {
  /**
   * The version to use instead of `m`, which may be `m` itself. The version of `m` is `none` where nobody requires
   * the module yet.
   */
  upgrade(m: M): MaybePromise<M>;
}

/** Also knows earlier versions. */
export interface DowngradeReqs<M extends Version = Version> extends Reqs<M> {
  /** The version just before that of `m`; its version is `none` where there is no such. */
  previous(m: M): MaybePromise<M>;
}

/** What is known of each module after a traversal. */
export interface Explored<M extends Version> {
  /** Empty for a module that failed. */
  readonly required: VersionMap<readonly M[]>;
  readonly failed: VersionMap<{ readonly error: unknown }>;
}

/** Whether the answer is still to come. */
export function isPromise<T>(answer: MaybePromise<T>): answer is Promise<T> {
  return typeof (answer as { then?: unknown } | undefined)?.then === 'function';
}

/**
 * Asks `load` for the requirements of `starts` and of all that they lead to, everything at once, nearest first.
 * A failure is recorded and ends only its own branch.
 */
export async function explore<M extends Version>(
  starts: readonly M[],
  load: (m: M) => MaybePromise<readonly M[]>,
): Promise<Explored<M>> {
  const required = new VersionMap<readonly M[]>();
  const failed = new VersionMap<{ readonly error: unknown }>();
  const seen = new VersionSet();
  const queue: M[] = [];
  const pending: Promise<void>[] = [];
  let asked = 0;

  const add = (list: readonly M[]): void => {
    for (const m of list) if (seen.add(m)) queue.push(m);
  };
  const succeed = (m: M, list: readonly M[]): void => {
    required.set(m, list);
    add(list);
  };
  const fail = (m: M, error: unknown): void => {
    required.set(m, []);
    failed.set(m, { error });
  };
  const ask = (m: M): void => {
    try {
      const answer = load(m);
      if (isPromise(answer)) {
        const settled = answer.then(
          (list) => succeed(m, list),
          (error: unknown) => fail(m, error),
        );
        pending.push(settled.then(askAll));
      } else {
        succeed(m, answer);
      }
    } catch (error) {
      fail(m, error);
    }
  };
  const askAll = (): void => {
    while (asked < queue.length) ask(queue[asked++]!);
  };

  add(starts);
  askAll();
  // Grows while it is walked: an answer may lead to more questions.
  for (let i = 0; i < pending.length; i++) await pending[i];
  return { required, failed };
}
