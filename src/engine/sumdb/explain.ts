// What a checksum mismatch most likely means.
//
// Three parties may each have a sum: the download, go.sum, and the checksum database. Whoever stands alone
// against two that agree is the one to look at. Where the bytes came from tells a damaged cache from a
// version that was tagged anew upstream, or from a proxy that has its own copy.

import { formatModule, type ModuleVersion } from '../../core/module/index.js';

/** What is known of a mismatch. */
export interface Mismatch {
  /** The version ends in `/go.mod` when it is the sum of that file. */
  readonly module: ModuleVersion;
  readonly downloaded: string;
  /** What is recorded, and in which file: `go.sum`, `go.work.sum`. */
  readonly recorded?: { readonly file: string; readonly sum: string };
  /** Where the bytes were read from. */
  readonly origin?: 'cache' | 'network';
}

/** What the database says; `sums` is undefined when it was not asked or did not answer. */
export interface DatabaseView {
  readonly name: string;
  readonly sums: readonly string[] | undefined;
}

/** Advice in one or two lines, for the lines that begin with `gomod: `. */
export function explainMismatch(mismatch: Mismatch, database: DatabaseView | undefined): string {
  const { recorded, downloaded } = mismatch;
  const sums = database?.sums;
  if (database === undefined || sums === undefined) return withoutDatabase(mismatch, database?.name);
  if (sums.length === 0) return withoutDatabase(mismatch, undefined);
  if (recorded === undefined) {
    return `${database.name} has another sum than this download; ${suspect(mismatch)}`;
  }
  if (sums.includes(downloaded)) {
    return (
      `${database.name} has the sum of this download, so the line in ${recorded.file} stands alone: it was edited, ` +
      'or written where the module came from elsewhere\n' +
      'if nobody knows why it is there, remove the line and download again'
    );
  }
  if (sums.includes(recorded.sum)) {
    return `${recorded.file} and ${database.name} agree, so the download stands alone; ${suspect(mismatch)}`;
  }
  return (
    `${database.name} has a third sum: neither the download nor ${recorded.file} is what was published first\n` +
    'the version was tagged anew upstream, perhaps more than once; ask its author for a new version'
  );
}

/** Why the bytes may differ, by where they came from. */
function suspect({ origin }: Mismatch): string {
  if (origin === 'cache') {
    return (
      'the copy in the module cache was damaged or changed\n' +
      '"gomod clean -modcache" removes the cache, and the next download fetches the module again'
    );
  }
  const upstream = 'the version was tagged anew upstream, or the proxy has a copy of its own';
  const advice = 'another GOPROXY may have the right bytes; else ask the author for a new version';
  if (origin === 'network') return `${upstream}\n${advice}`;
  return `${upstream}, or the module cache is damaged\n${advice}; "gomod verify" checks the cache`;
}

function withoutDatabase(mismatch: Mismatch, name: string | undefined): string {
  const file = mismatch.recorded?.file ?? 'go.sum';
  const first = `${file} recorded another download; ${suspect(mismatch)}`;
  if (name === undefined) return first;
  const version = mismatch.module.version.replace(/\/go\.mod$/, '');
  const at = formatModule({ path: mismatch.module.path, version });
  return `${first}\nthe sum that everyone else gets is at https://${name}/lookup/${at}`;
}
