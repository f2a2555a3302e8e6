// A remembered run, as bytes: `gomod run 3`, sealed.

import type { Head } from '../witness.js';
import { seal, unseal } from './seal.js';
import type { Sight } from './sight.js';

/** How a command tells that its output is lost. */
export interface Loss {
  /** What it says before the failure. */
  readonly said: string;
  /** So many bytes it holds back to the end, when it does not care any more: their loss is not told. */
  readonly held: number;
}

/** What a run was asked, what it looked at, and what it said. It ended well. */
export interface RunRecord {
  /** What tells this run from others: compared as a whole. */
  readonly question: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly loss?: Loss;
  /** Variables of the process: names and values, null where unset. */
  readonly variables: readonly (readonly [name: string, value: string | null])[];
  readonly absent: readonly string[];
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** Of every path in `files`, in order, the numbers of its stamp. */
  readonly fileStamps: readonly number[];
  /** Places in `files`, of those of which no more matters than a head. */
  readonly heads: readonly (readonly [place: number, ...head: Head])[];
  /** Folders whose names were read, and their stamps. */
  readonly listings: readonly string[];
  readonly listingStamps: readonly number[];
  /** Places in `listings`, of those of which a digest is known, and it. */
  readonly names: readonly (readonly [place: number, digest: string])[];
  /** Paths whose links were followed, and where they led. */
  readonly targets: readonly (readonly [path: string, target: string])[];
}

const MAGIC = 'gomod run 3 ';

/** The record as bytes. */
export function encodeRecord(record: RunRecord): Uint8Array {
  return seal(MAGIC, record);
}

/** The record that the bytes are; undefined when they are none. */
export function decodeRecord(data: Uint8Array): RunRecord | undefined {
  return unseal(MAGIC, data) as RunRecord | undefined;
}

/** What a run has seen, as a record has it. */
export interface Seen {
  readonly sights: ReadonlyMap<string, Sight>;
  readonly heads: ReadonlyMap<string, Head>;
  readonly names: ReadonlyMap<string, string>;
}

/** What was seen, by kinds. */
export function groupSights({
  sights,
  heads,
  names,
}: Seen): Pick<
  RunRecord,
  'absent' | 'fileStamps' | 'files' | 'folders' | 'heads' | 'listings' | 'listingStamps' | 'names'
> {
  const absent: string[] = [];
  const folders: string[] = [];
  const files: string[] = [];
  const listings: string[] = [];
  const fileStamps: number[] = [];
  const listingStamps: number[] = [];
  for (const [path, sight] of sights) {
    if (sight.kind === 'absent') absent.push(path);
    else if (sight.kind === 'folder') folders.push(path);
    else if (sight.kind === 'file') {
      files.push(path);
      fileStamps.push(...sight.stamp);
    } else {
      listings.push(path);
      listingStamps.push(...sight.stamp);
    }
  }
  return {
    absent,
    folders,
    files,
    fileStamps,
    heads: placed(files, heads).map(([place, head]) => [place, ...head]),
    listings,
    listingStamps,
    names: placed(listings, names),
  };
}

/** What is known of paths, by their places. */
function placed<T>(paths: readonly string[], known: ReadonlyMap<string, T>): (readonly [number, T])[] {
  return paths.flatMap((path, place) => {
    const value = known.get(path);
    return value === undefined ? [] : [[place, value] as const];
  });
}
