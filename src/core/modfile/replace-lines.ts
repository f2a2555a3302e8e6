// Which replace line of a file holds for a module: one that names the version beats one that does not.

import { type ModuleVersion, moduleKey } from '../module/index.js';
import type { Replace } from './entries.js';

/** What a line has instead of a module. */
export interface ReplaceLine {
  readonly to: ModuleVersion;
  /** Whether the line names the version. */
  readonly exact: boolean;
}

/** See the head of this file. Of lines for the same module and version the last one counts. */
export class ReplaceLines {
  readonly #lines: ReadonlyMap<string, ModuleVersion>;

  constructor(lines: readonly Pick<Replace, 'old' | 'new'>[]) {
    this.#lines = new Map(lines.map((line) => [moduleKey(line.old), line.new]));
  }

  /** The line for `m`; at no version, only a line that names none. */
  find(m: ModuleVersion): ReplaceLine | undefined {
    const exact = this.#lines.get(moduleKey(m));
    if (exact !== undefined) return { to: exact, exact: m.version !== '' };
    const any = this.#lines.get(moduleKey({ path: m.path, version: '' }));
    return any && { to: any, exact: false };
  }
}
