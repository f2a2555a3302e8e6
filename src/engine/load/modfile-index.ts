// What a main module's go.mod said at one moment, and whether it says something else now.
//
// go.mod is written only when its meaning changed. Formatting, comments and order do not count; a wrong
// `// indirect` comment counts only where requirements may be changed. Rules: modload.modFileIsDirty.

import type { ModFile, Replace } from '../../core/modfile/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { FatalError } from '../error.js';

/** See the head of this file. Keys are `path@version`. */
export interface ModFileIndex {
  /** The bytes of the file. */
  readonly data: Uint8Array;
  /** Whether a version in it is not canonical. */
  readonly needsFix: boolean;
  readonly module: string;
  /** '' where there is no line. */
  readonly goVersion: string;
  readonly toolchain: string;
  /** Requirements, and whether they are marked indirect. */
  readonly require: ReadonlyMap<string, boolean>;
  readonly replace: ReadonlyMap<string, ModuleVersion>;
  readonly exclude: ReadonlySet<string>;
}

/** The replace lines of a file, by `path` and `path@version`. Throws FatalError where they contradict each other. */
export function replaceMap(lines: readonly Replace[]): Map<string, ModuleVersion> {
  const map = new Map<string, ModuleVersion>();
  for (const { old, new: to } of lines) {
    const key = formatModule(old);
    const known = map.get(key);
    if (known !== undefined && formatModule(known) !== formatModule(to)) {
      const [a, b] = [formatModule(known), formatModule(to)];
      throw new FatalError('bad-gomod', `conflicting replacements for ${key}:\n\t${a}\n\t${b}`);
    }
    map.set(key, to);
  }
  return map;
}

/** The index of a file whose bytes are `data`. Throws FatalError where replace lines contradict each other. */
export function indexModFile(data: Uint8Array, file: ModFile, needsFix: boolean): ModFileIndex {
  return {
    data,
    needsFix,
    module: file.module?.mod.path ?? '',
    goVersion: file.go?.version ?? '',
    toolchain: file.toolchain?.name ?? '',
    require: new Map(file.require.map((line) => [formatModule(line.mod), line.indirect])),
    replace: replaceMap(file.replace),
    exclude: new Set(file.exclude.map((line) => formatModule(line.mod))),
  };
}

/** Whether `file` means something else than `index`. With `ignoreIndirect`, comments do not count. */
export function isDirty(index: ModFileIndex, file: ModFile, ignoreIndirect: boolean): boolean {
  if (index.needsFix) return true;
  if ((file.module?.mod.path ?? '') !== index.module) return true;
  if ((file.go?.version ?? '') !== index.goVersion) return true;
  if ((file.toolchain?.name ?? '') !== index.toolchain) return true;
  if (file.require.length !== index.require.size) return true;
  if (file.replace.length !== index.replace.size) return true;
  if (file.exclude.length !== index.exclude.size) return true;
  const sameRequire = (m: ModuleVersion, indirect: boolean) => {
    const was = index.require.get(formatModule(m));
    return was !== undefined && (was === indirect || ignoreIndirect);
  };
  if (!file.require.every((line) => sameRequire(line.mod, line.indirect))) return true;
  const sameReplace = (old: ModuleVersion, to: ModuleVersion) => {
    const was = index.replace.get(formatModule(old));
    return was !== undefined && formatModule(was) === formatModule(to);
  };
  if (!file.replace.every((line) => sameReplace(line.old, line.new))) return true;
  return !file.exclude.every((line) => index.exclude.has(formatModule(line.mod)));
}
