// What a dependency's go.mod says, as far as those who require it need it.

import type { ModuleVersion } from '../module/index.js';
import type { ModFile } from './file.js';
import { parseLax } from './parse.js';
import { readPlain } from './plain.js';

/** See the head of this file. */
export interface GoModFacts {
  /** The path on the module line; '' without one. */
  readonly modulePath: string;
  /** '' without a go line. */
  readonly goVersion: string;
  /** In file order. */
  readonly require: readonly ModuleVersion[];
  readonly retract: readonly { readonly low: string; readonly high: string; readonly rationale: string }[];
  /** Why the module is not to be used any more; '' where that is not said. */
  readonly deprecated: string;
}

/**
 * What the bytes of a go.mod say. `known`: see {@link readPlain}. Throws as {@link parseLax} does; `name` is for its texts.
 */
export function readGoModFacts(
  name: string,
  data: Uint8Array,
  known?: Map<string, ModuleVersion>,
): GoModFacts {
  const plain = readPlain(data, known);
  return plain === undefined ? goModFactsOf(parseLax(name, data)) : { ...plain, retract: [], deprecated: '' };
}

/** What a go.mod says that was parsed. */
export function goModFactsOf(file: ModFile): GoModFacts {
  return {
    modulePath: file.module?.mod.path ?? '',
    goVersion: file.go?.version ?? '',
    require: file.require.map((line) => line.mod),
    retract: file.retract.map(({ low, high, rationale }) => ({ low, high, rationale })),
    deprecated: file.module?.deprecated ?? '',
  };
}
