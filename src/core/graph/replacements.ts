// What replace lines make of a module.
//
// A line of go.work beats those of go.mod files; in one file a line that names the version beats one that does not.
// Main modules that replace the same by different modules contradict each other, unless go.work decides.
// Rules: cmd/go/internal/modload (Replacement, makeMainModules).

import type { DirectiveFile, ModFile, WorkFile } from '../modfile/index.js';
import { formatModule, type ModuleVersion, sameModule } from '../module/index.js';
import { GraphError } from './error.js';

/** A module to be used for another. */
export interface Replacement {
  readonly to: ModuleVersion;
  /** The file whose line it is; undefined where nothing is replaced. */
  readonly file: DirectiveFile | undefined;
}

/** See the head of this file. */
export class Replacements {
  readonly #work = new Map<string, Replacement>();
  readonly #members = new Map<string, Replacement>();

  /** Throws a GraphError for main modules that contradict each other. */
  constructor(members: readonly ModFile[], goWork: WorkFile | undefined) {
    for (const { old, new: to } of goWork?.replace ?? []) {
      this.#work.set(formatModule(old), { to, file: goWork });
    }
    const decided = new Set(goWork?.replace.map((line) => line.old.path));
    for (const file of members) {
      for (const { old, new: to } of file.replace) {
        this.#add(formatModule(old), { to, file }, decided.has(old.path));
      }
    }
  }

  /** Of lines that contradict each other in a path that go.work has a line for, the first counts. */
  #add(key: string, line: Replacement, decided: boolean): void {
    const known = this.#members.get(key);
    const elsewhere = known !== undefined && known.file !== line.file;
    if (elsewhere && decided) return;
    // Directories are relative to their files, so that equal texts may mean two.
    if (elsewhere && (!sameModule(known.to, line.to) || line.to.version === '')) {
      const [a, b] = [formatModule(known.to), formatModule(line.to)];
      throw new GraphError('main-modules', `conflicting replacements for ${key}:\n\t${a}\n\t${b}`);
    }
    this.#members.set(key, line);
  }

  /** What is used for `m`, which may be `m` itself. */
  of(m: ModuleVersion): Replacement {
    for (const lines of [this.#work, this.#members]) {
      const found = lines.get(formatModule(m)) ?? lines.get(m.path);
      if (found !== undefined) return found;
    }
    return { to: m, file: undefined };
  }
}
