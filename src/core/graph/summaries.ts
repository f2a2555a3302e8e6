// Asking for the summaries that a graph needs, all at once, and no others.
//
// A module is expanded under a pruning, and may be under several:
//   pruned     what it requires is known, and is expanded only where the module itself is unpruned
//   unpruned   what it requires is expanded, and is unpruned in its turn: this undoes the pruning of modules that
//              are reached through one that predates it
//   workspace  what it requires is expanded, each by its own go line
// Rule: cmd/go/internal/modload (readModGraph).

import type { ModuleVersion } from '../module/index.js';
import { type MaybePromise, NONE, VersionMap } from '../mvs/index.js';
import type { Pruning, Summary } from './summary.js';

/** The summary of a module as it counts in the graph: replacements and exclusions applied. */
export type LoadSummary = (m: ModuleVersion) => MaybePromise<Summary>;

const BIT: Readonly<Record<Pruning, number>> = { pruned: 1, unpruned: 2, workspace: 4 };

function isPromise<T>(answer: MaybePromise<T>): answer is Promise<T> {
  return typeof (answer as { then?: unknown } | undefined)?.then === 'function';
}

/** Summaries asked for so far. */
export class SummaryLoader {
  readonly #load: LoadSummary;
  readonly #unprune: (m: ModuleVersion) => boolean;
  readonly #isFatal: (error: unknown) => boolean;
  readonly #answers = new VersionMap<MaybePromise<Summary | undefined>>();
  readonly #errors = new VersionMap<{ readonly error: unknown }>();
  readonly #enqueued = new VersionMap<number>();
  readonly #queue: { readonly module: ModuleVersion; readonly pruning: Pruning }[] = [];
  #expanded = 0;
  readonly #pending: Promise<void>[] = [];
  #awaited = 0;
  readonly #fatal: Promise<never>;
  #raise: (error: unknown) => void = () => {};

  constructor(
    load: LoadSummary,
    unprune: (m: ModuleVersion) => boolean,
    isFatal: (error: unknown) => boolean,
  ) {
    this.#load = load;
    this.#unprune = unprune;
    this.#isFatal = isFatal;
    this.#fatal = new Promise((_, reject) => {
      this.#raise = reject;
    });
    // Whoever settles hears of it; a failure after that concerns nobody.
    this.#fatal.catch(() => {});
  }

  /** The summary of a module; undefined where it was not asked for, or failed. Call when settled. */
  summary(m: ModuleVersion): Summary | undefined {
    const answer = this.#answers.get(m);
    return answer === undefined || isPromise(answer) ? undefined : answer;
  }

  /** Why a module has no summary. */
  failure(m: ModuleVersion): { readonly error: unknown } | undefined {
    return this.#errors.get(m);
  }

  /** Takes up the module for expansion under `pruning`; nothing happens the second time. */
  enqueue(module: ModuleVersion, pruning: Pruning): void {
    if (module.version === NONE) return;
    const bits = this.#enqueued.get(module) ?? 0;
    if ((bits & BIT[pruning]) !== 0) return;
    this.#enqueued.set(module, bits | BIT[pruning]);
    this.#queue.push({ module, pruning });
  }

  /** Resolves when all that was taken up is expanded. Rejects at once with an error that is fatal. */
  async settle(): Promise<void> {
    this.#expandAll();
    // Grows while it is walked.
    while (this.#awaited < this.#pending.length) {
      await Promise.race([this.#fatal, this.#pending[this.#awaited++]]);
    }
    await Promise.race([this.#fatal, undefined]);
  }

  #expandAll(): void {
    while (this.#expanded < this.#queue.length) {
      const { module, pruning } = this.#queue[this.#expanded++]!;
      const answer = this.#ask(module);
      if (isPromise(answer)) {
        this.#pending.push(
          answer.then((summary) => {
            this.#expand(summary, pruning);
            this.#expandAll();
          }),
        );
      } else {
        this.#expand(answer, pruning);
      }
    }
  }

  #ask(m: ModuleVersion): MaybePromise<Summary | undefined> {
    const known = this.#answers.get(m);
    if (known !== undefined || this.#errors.has(m)) return known as MaybePromise<Summary | undefined>;
    let answer: MaybePromise<Summary | undefined>;
    try {
      const loading = this.#load(m);
      answer = isPromise(loading) ? this.#settled(m, loading) : loading;
    } catch (error) {
      answer = this.#fail(m, error);
    }
    if (answer !== undefined) this.#answers.set(m, answer);
    return answer;
  }

  async #settled(m: ModuleVersion, loading: Promise<Summary>): Promise<Summary | undefined> {
    try {
      const summary = await loading;
      this.#answers.set(m, summary);
      return summary;
    } catch (error) {
      return this.#fail(m, error);
    }
  }

  #fail(m: ModuleVersion, error: unknown): undefined {
    this.#errors.set(m, { error });
    if (this.#isFatal(error)) this.#raise(error);
    return undefined;
  }

  #expand(summary: Summary | undefined, pruning: Pruning): void {
    if (summary === undefined) return;
    const next: Pruning = pruning === 'unpruned' || !summary.pruned ? 'unpruned' : 'pruned';
    for (const m of summary.require) {
      if (pruning !== 'pruned' || !summary.pruned || this.#unprune(m)) this.enqueue(m, next);
    }
  }
}
