// What version selection knows of modules: a path, and an opaque version.

/** A module at a version. The version {@link NONE} means that the module is not used. */
export interface Version {
  readonly path: string;
  readonly version: string;
}

/** The version of a module that is not used: lower than every other, required by nobody, requiring nothing. */
export const NONE = 'none';

/** Negative, zero or positive as version `v` of the module `path` is lower than, equal to or higher than `w`. */
export type Compare = (path: string, v: string, w: string) => number;

/**
 * A map from modules at versions to values, equal by path and version.
 *
 * Two levels of Map instead of one over joined keys: no key is built, and no separator can be forged.
 */
export class VersionMap<V> {
  readonly #paths = new Map<string, Map<string, V>>();

  get(m: Version): V | undefined {
    return this.#paths.get(m.path)?.get(m.version);
  }

  has(m: Version): boolean {
    return this.#paths.get(m.path)?.has(m.version) ?? false;
  }

  set(m: Version, value: V): void {
    const versions = this.#paths.get(m.path);
    if (versions === undefined) this.#paths.set(m.path, new Map([[m.version, value]]));
    else versions.set(m.version, value);
  }
}

/** A set of modules at versions. */
export class VersionSet {
  readonly #map = new VersionMap<true>();

  has(m: Version): boolean {
    return this.#map.has(m);
  }

  /** Adds `m`; false where it was there already. */
  add(m: Version): boolean {
    if (this.#map.has(m)) return false;
    this.#map.set(m, true);
    return true;
  }
}

/** The order of paths in results: by char code, which for module paths is Go's order of bytes. */
export function comparePaths(a: Version, b: Version): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
