// The standard library as it is known without a Go installation.
//
// The packages of a release are loaded when they are asked for: a command that needs none reads none. Between patch
// releases next to nothing changes, so there are data for `1.26`, made from the newest `1.26.N` (library.release).

import { compare, lang } from '../../core/gover/index.js';
import { type StandardData, StandardLibrary } from '../../core/stdlib/index.js';

interface Source {
  /** `1.26`. */
  readonly language: string;
  facts(): Promise<StandardData>;
}

/** Oldest first. */
const SOURCES: readonly Source[] = [{ language: '1.26', facts: () => import('./go1.26-std.js') }];

/** The standard library of a release, or the nearest to it that is known. */
export interface KnownStandard {
  readonly library: StandardLibrary;
  /**
   * Whether the library is that of the release asked for, as far as its first two numbers go. Otherwise it is that of the
   * nearest older release, or of the oldest known one.
   */
  readonly exact: boolean;
}

/** The packages of a release, `1.26.8` or `1.27rc1`. A new value with each call: hold it for as long as the run. */
export async function standardPackages(release: string): Promise<KnownStandard> {
  const language = lang(release);
  const source = SOURCES.findLast((each) => compare(each.language, language) <= 0) ?? SOURCES[0];
  if (source === undefined) throw new Error('no release is known');
  const library = new StandardLibrary(await source.facts());
  return { library, exact: source.language === language };
}
