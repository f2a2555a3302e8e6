// What the zips of the cache were, byte for byte, when their sums were made: `cache/gomod/zips`.
//
// The sum of a zip, `h1:...`, is over what it holds, so making it means to inflate everything. A zip that has the SHA-256 it
// had when its sum was made has that sum still, which is four times as quick to see. A record is as good as the
// `.ziphash` beside the zip: whoever can write one can write the other.
//
// One line for each zip, the last of a module counts: `<path>@<version> <h1> <SHA-256 in hex>`. Lines are added by one write, with
// a newline before them, so a line that a killed run has cut spoils no other. Nothing here ever fails a run: what
// cannot be read or written is found out the long way.

import { dirname, join } from 'node:path';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { discard, type FileSystem, makeFolder, writeAll } from '../io/index.js';

/** What a zip was. */
export interface ZipRecord {
  /** `h1:...`. */
  readonly sum: string;
  /** SHA-256 of the zip's own bytes, in hex. */
  readonly sha256: string;
}

/** Some 100,000 zips; when there are more, all are forgotten. Twice as many are not ours. */
const MOST_BYTES = 16 << 20;

const SUM = /^h1:[A-Za-z0-9+/]{43}=$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** The records of one cache, as one run sees them. */
export class ZipRecords {
  readonly #file: string;
  readonly #added = new Map<string, ZipRecord>();
  #known: ReadonlyMap<string, ZipRecord> | undefined;

  /**
   * @param ours absolute path of the folder that is ours in the cache
   * @param kept whether anything is to be recorded, or known from before
   */
  constructor(
    private readonly fs: FileSystem,
    ours: string,
    readonly kept: boolean,
  ) {
    this.#file = join(ours, 'zips');
  }

  /** What is recorded of the zip of `m`. */
  get(m: ModuleVersion): ZipRecord | undefined {
    if (!this.kept) return undefined;
    this.#known ??= this.#read();
    return this.#known.get(formatModule(m));
  }

  /** Records what the zip of `m` is; written by `save`. */
  add(m: ModuleVersion, record: ZipRecord): void {
    if (this.kept) this.#added.set(formatModule(m), record);
  }

  #read(): Map<string, ZipRecord> {
    const records = new Map<string, ZipRecord>();
    for (const line of this.#content().split('\n')) {
      const [module = '', sum = '', sha256 = '', ...rest] = line.split(' ', 4);
      if (module === '' || rest.length > 0 || !SUM.test(sum) || !SHA256.test(sha256)) continue;
      records.set(module, { sum, sha256 });
    }
    return records;
  }

  #content(): string {
    try {
      const found = this.fs.statSync(this.#file);
      if (!found.isFile() || found.size > 2 * MOST_BYTES) return '';
      return this.fs.readFileSync(this.#file, 'utf8');
    } catch {
      return '';
    }
  }

  /** Writes what was added. */
  save(): void {
    if (this.#added.size === 0) return;
    try {
      // Where somebody is just removing the cache, its folders are not made anew.
      makeFolder(this.fs, dirname(this.#file));
      if (!this.#append(linesOf(this.#added))) discard(this.fs, this.#file);
    } catch {
      // See the head of this file.
    }
    this.#added.clear();
  }

  /** Adds lines; false when there are too many then. */
  #append(lines: Buffer): boolean {
    const { fs } = this;
    const fd = fs.openSync(this.#file, 'a', 0o666);
    try {
      writeAll(fs, fd, lines);
      return fs.fstatSync(fd).size <= MOST_BYTES;
    } finally {
      fs.closeSync(fd);
    }
  }
}

function linesOf(records: ReadonlyMap<string, ZipRecord>): Buffer {
  const lines = [...records].map(([module, { sum, sha256 }]) => `\n${module} ${sum} ${sha256}`);
  return Buffer.from(`${lines.join('')}\n`);
}
