// A checksum database that lives in memory: the log of a test, of a fixture proxy, of a trial.
//
// It starts empty and adds a record for each module that it is asked for the first time, out of the go.sum
// lines that `goSum` gives. Every answer signs the tree as it is at that moment.

import { formatModule, type ModuleVersion } from '../module/index.js';
import { type Signer, sign } from '../note/index.js';
import {
  formatTree,
  type Hash,
  type HashReader,
  readTileData,
  storedHashes,
  type Tile,
  TlogError,
  type TreeHasher,
  treeHash,
} from '../tlog/index.js';
import type { ServerOps } from './server.js';

/** The go.sum lines of a module, as the text of a record. An error with `notExist: true` means: no such module. */
export type GoSumSource = (module: ModuleVersion) => Promise<Uint8Array> | Uint8Array;

/** See the head of this file. */
export class MemoryLog implements ServerOps {
  readonly #signer: Signer;
  readonly #goSum: GoSumSource;
  readonly #hasher: TreeHasher;
  readonly #hashes: Hash[] = [];
  readonly #records: Uint8Array[] = [];
  readonly #ids = new Map<string, number>();

  constructor(signer: Signer, goSum: GoSumSource, hasher: TreeHasher) {
    this.#signer = signer;
    this.#goSum = goSum;
    this.#hasher = hasher;
  }

  /** Number of records. */
  get size(): number {
    return this.#records.length;
  }

  /** The stored hashes; fails for those that are not there. */
  get reader(): HashReader {
    return {
      readHashes: (indexes) =>
        indexes.map((index) => {
          const hash = this.#hashes[index];
          if (hash === undefined) throw new TlogError('bad-input', 'indexes not in tree');
          return hash;
        }),
    };
  }

  /** Adds a record of any text, and returns its number. */
  append(text: Uint8Array): number {
    const id = this.#records.push(text) - 1;
    this.#hashes.push(...storedHashes(id, text, this.reader, this.#hasher));
    return id;
  }

  /** The signed note of the tree as it is now. */
  async signed(): Promise<Uint8Array> {
    const hash = treeHash(this.size, this.reader, this.#hasher);
    return sign({ text: formatTree({ size: this.size, hash }) }, this.#signer);
  }

  /** See {@link ServerOps}. */
  async readRecords(id: number, count: number): Promise<readonly Uint8Array[]> {
    if (id + count > this.size) throw new TlogError('bad-input', 'missing records');
    return this.#records.slice(id, id + count);
  }

  /** The number of the module's record, which is added where there is none yet. */
  async lookup(module: ModuleVersion): Promise<number> {
    const key = formatModule(module);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const text = await this.#goSum(module);
    // Another lookup may have added it while the lines were made.
    const id = this.#ids.get(key) ?? this.append(text);
    this.#ids.set(key, id);
    return id;
  }

  /** See {@link ServerOps}. */
  async readTileData(tile: Tile): Promise<Uint8Array> {
    return readTileData(tile, this.reader);
  }
}
