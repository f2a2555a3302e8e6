// Filling a graph with the requirements that count in it, all asked for at once, and no others.
//
// A module is expanded under a pruning, and may be under several:
//   pruned     what it requires is known, and is expanded only where the module itself is unpruned
//   unpruned   what it requires is expanded, and is unpruned in its turn: this undoes the pruning of modules that
//              are reached through one that predates it
//   workspace  what it requires is expanded, each by its own go line
// Rule: cmd/go/internal/modload (readModGraph).

import type { ModuleVersion } from '../module/index.js';
import { type Graph, isPromise, type MaybePromise, NONE, type Vertex } from '../mvs/index.js';
import type { Pruning, Summary } from './summary.js';

/** The summary of a module as it counts in the graph: replacements and exclusions applied. */
export type LoadSummary = (m: ModuleVersion) => MaybePromise<Summary>;

type ModuleVertex = Vertex<ModuleVersion>;

const BIT: Readonly<Record<Pruning, number>> = { pruned: 1, unpruned: 2, workspace: 4 };

/** How a {@link Filler} goes about it. */
export interface FillerOptions {
  readonly load: LoadSummary;
  /** See GraphSource. */
  readonly unprune: ((m: ModuleVersion) => boolean) | undefined;
  readonly isFatal: ((error: unknown) => boolean) | undefined;
}

/** Fills one graph. */
export class Filler {
  readonly #graph: Graph<ModuleVersion>;
  readonly #options: FillerOptions;
  /** A promise while the summary is awaited; undefined once it failed. */
  readonly #answers = new Map<ModuleVertex, MaybePromise<Summary | undefined>>();
  readonly #failures = new Map<ModuleVertex, { readonly error: unknown }>();
  /** The prunings under which modules were taken up, as BITs by the ids of their vertices. */
  #taken = new Uint8Array(1024);
  readonly #queue: { readonly vertex: ModuleVertex; readonly pruning: Pruning }[] = [];
  #expanded = 0;
  readonly #pending: Promise<void>[] = [];
  #awaited = 0;
  readonly #fatal: Promise<never>;
  #raise: (error: unknown) => void = () => {};

  constructor(graph: Graph<ModuleVersion>, options: FillerOptions) {
    this.#graph = graph;
    this.#options = options;
    this.#fatal = new Promise((_, reject) => {
      this.#raise = reject;
    });
    // Whoever settles hears of it; a failure after that concerns nobody.
    this.#fatal.catch(() => {});
  }

  /** Whether the requirements of some module could not be had. */
  get failed(): boolean {
    return this.#failures.size > 0;
  }

  /** Why a module has no summary; undefined where it has, or was not asked for. */
  failure(vertex: ModuleVertex): { readonly error: unknown } | undefined {
    return this.#failures.get(vertex);
  }

  /** Takes up the module for expansion under `pruning`; nothing happens the second time. */
  take(vertex: ModuleVertex, pruning: Pruning): void {
    if (vertex.id >= this.#taken.length) this.#grow();
    const bits = this.#taken[vertex.id]!;
    if ((bits & BIT[pruning]) !== 0 || vertex.module.version === NONE) return;
    this.#taken[vertex.id] = bits | BIT[pruning];
    this.#queue.push({ vertex, pruning });
  }

  #grow(): void {
    const taken = new Uint8Array(2 * this.#graph.size);
    taken.set(this.#taken);
    this.#taken = taken;
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
      const { vertex, pruning } = this.#queue[this.#expanded++]!;
      const answer = this.#ask(vertex);
      if (isPromise(answer)) {
        this.#pending.push(
          answer.then((summary) => {
            this.#expand(vertex, summary, pruning);
            this.#expandAll();
          }),
        );
      } else {
        this.#expand(vertex, answer, pruning);
      }
    }
  }

  #ask(vertex: ModuleVertex): MaybePromise<Summary | undefined> {
    if (this.#answers.has(vertex)) return this.#answers.get(vertex);
    let answer: MaybePromise<Summary | undefined>;
    try {
      const loading = this.#options.load(vertex.module);
      answer = isPromise(loading) ? this.#receive(vertex, loading) : this.#accept(vertex, loading);
    } catch (error) {
      answer = this.#fail(vertex, error);
    }
    this.#answers.set(vertex, answer);
    return answer;
  }

  async #receive(vertex: ModuleVertex, loading: Promise<Summary>): Promise<Summary | undefined> {
    let answer: Summary | undefined;
    try {
      answer = this.#accept(vertex, await loading);
    } catch (error) {
      answer = this.#fail(vertex, error);
    }
    this.#answers.set(vertex, answer);
    return answer;
  }

  #accept(vertex: ModuleVertex, summary: Summary): Summary {
    this.#graph.require(vertex.module, summary.require);
    return summary;
  }

  #fail(vertex: ModuleVertex, error: unknown): undefined {
    this.#failures.set(vertex, { error });
    if (this.#options.isFatal?.(error)) this.#raise(error);
    return undefined;
  }

  #expand(vertex: ModuleVertex, summary: Summary | undefined, pruning: Pruning): void {
    if (summary === undefined || vertex.required === undefined) return;
    const next: Pruning = pruning === 'unpruned' || !summary.pruned ? 'unpruned' : 'pruned';
    const all = pruning !== 'pruned' || !summary.pruned;
    for (const required of vertex.required) {
      if (all || this.#options.unprune?.(required.module)) this.take(required, next);
    }
  }
}
