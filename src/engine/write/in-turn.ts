// Edits of one file, one after the other.
//
// Whoever asks first goes first, and each begins when the one before has come to its end, well or not. Edits of other
// files do not wait. A work that asks for the very file that it edits would wait for itself, and is refused.

import { AsyncLocalStorage } from 'node:async_hooks';
import { resolve } from 'node:path';
import { EngineError } from '../error.js';
import { Limit } from '../io/index.js';
import type { Session } from '../session.js';

/** An edit under way, and the one from within which it was asked for. */
interface Turn {
  /** Absolute. */
  readonly file: string;
  readonly outer: Turn | undefined;
  over: boolean;
}

/** See the head of this file. */
export class EditTurns {
  readonly #limits = new Map<string, Limit>();
  readonly #within = new AsyncLocalStorage<Turn>();

  /**
   * Does `work` when it is the turn of this edit of the file at `path`, which may be relative to the session's folder.
   * Rejects with the reason of the session's signal when that aborts first, and with code `bad-argument` within an edit of
   * the same file.
   */
  async run<T>({ cwd, signal }: Session, path: string, work: () => Promise<T>): Promise<T> {
    const file = resolve(cwd, path);
    const outer = this.#within.getStore();
    for (let at = outer; at !== undefined; at = at.outer) {
      if (at.file !== file || at.over) continue;
      throw new EngineError('bad-argument', `${path} is being edited by what asks to edit it`);
    }
    const limit = this.#limits.get(file) ?? new Limit(1);
    this.#limits.set(file, limit);
    const turn: Turn = { file, outer, over: false };
    try {
      return await limit.with(1, () => this.#within.run(turn, work), signal);
    } finally {
      turn.over = true;
      if (limit.free === limit.total) this.#limits.delete(file);
    }
  }
}
