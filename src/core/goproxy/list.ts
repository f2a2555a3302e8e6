// Lists of versions: `@v/list` of a proxy.
//
// One version a line, in any order. A second field, RFC 3339, is the time of the version, which some proxies add.
// Lines that do not begin with a semantic version do not count. Defined by
// https://go.dev/ref/mod#goproxy-protocol and cmd/go/internal/modfetch/proxy.go.

import { isPseudoVersion, pseudoVersionTime } from '../module/index.js';
import { isValid, sort } from '../semver/index.js';
import { decodeText, encodeText, fields } from '../text.js';
import { compareTimes, parseTime, type Timestamp, ZERO_TIME } from '../time/index.js';

/** A line of a list. */
export interface ListEntry {
  readonly version: string;
  /** The second field; undefined where there is none. */
  readonly time: string | undefined;
}

/** The lines that begin with a semantic version, pseudo-versions included, in the order of the list. */
export function parseList(bytes: Uint8Array): ListEntry[] {
  const entries: ListEntry[] = [];
  for (const line of decodeText(bytes).split('\n')) {
    const [version, time] = fields(line);
    if (version !== undefined && isValid(version)) entries.push({ version, time });
  }
  return entries;
}

/** The versions that begin with `prefix`, sorted; pseudo-versions do not belong in lists and are left out. */
export function listedVersions(entries: readonly ListEntry[], prefix = ''): string[] {
  const versions = entries
    .map(({ version }) => version)
    .filter((version) => version.startsWith(prefix) && !isPseudoVersion(version));
  sort(versions);
  return versions;
}

function timeOf(read: () => Timestamp): Timestamp {
  try {
    return read();
  } catch {
    return ZERO_TIME;
  }
}

/**
 * The newest of a module that has no tagged versions: the entry with the latest time, the one given or that of the
 * pseudo-version. Undefined where no entry has a time.
 */
export function newestListed(entries: readonly ListEntry[]): string | undefined {
  let newest: string | undefined;
  let newestTime = ZERO_TIME;
  for (const { version, time } of entries) {
    if (time === undefined && !isPseudoVersion(version)) continue;
    const at = timeOf(() => parseTime(time ?? pseudoVersionTime(version)));
    if (compareTimes(newestTime, at) < 0) {
      newest = version;
      newestTime = at;
    }
  }
  return newest;
}

/** The bytes of a list. */
export function formatList(versions: readonly string[]): Uint8Array {
  return encodeText(versions.map((version) => `${version}\n`).join(''));
}
