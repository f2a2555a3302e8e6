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
import { errnoCode, type FileSystem, writeAll, writeFileAtomic } from '../io/index.js';

/** What a zip was. */
export interface ZipRecord {
  /** `h1:...`. */
  readonly sum: string;
  /** SHA-256 of the zip's own bytes, in hex. */
  readonly sha256: string;
}

/** Some 100,000 zips; then the older half is forgotten. */
const MOST_BYTES = 16 << 20;

const LINE = /^(\S+@\S+) (h1:[A-Za-z0-9+/]{43}=) ([0-9a-f]{64})$/;

/** What the records need of a session. */
export interface RecordHost {
  readonly fs: FileSystem;
  readonly random: () => number;
}

/** The records of one cache, as one run sees them. */
export class ZipRecords {
  readonly #file: string;
  readonly #added = new Map<string, ZipRecord>();
  #known: ReadonlyMap<string, ZipRecord> | undefined;

  /** @param ours absolute path of the folder that is ours in the cache */
  constructor(
    private readonly host: RecordHost,
    ours: string,
  ) {
    this.#file = join(ours, 'zips');
  }

  /** What is recorded of the zip of `m`. */
  get(m: ModuleVersion): ZipRecord | undefined {
    this.#known ??= this.#read();
    return this.#known.get(formatModule(m));
  }

  /** Records what the zip of `m` is; written by `save`. */
  add(m: ModuleVersion, record: ZipRecord): void {
    this.#added.set(formatModule(m), record);
  }

  #read(): Map<string, ZipRecord> {
    const records = new Map<string, ZipRecord>();
    for (const line of this.#content().split('\n')) {
      const [, module = '', sum = '', sha256 = ''] = LINE.exec(line) ?? [];
      if (module === '') continue;
      records.delete(module);
      records.set(module, { sum, sha256 });
    }
    return records;
  }

  #content(): string {
    try {
      return this.host.fs.readFileSync(this.#file, 'utf8');
    } catch {
      return '';
    }
  }

  /** Writes what was added. */
  save(): void {
    if (this.#added.size === 0) return;
    try {
      // Where somebody is just removing the cache, its folders are not made anew.
      this.#makeFolder();
      if (this.#append(linesOf(this.#added)) > MOST_BYTES) this.#forgetOlder();
    } catch {
      // See the head of this file.
    }
    this.#added.clear();
  }

  #makeFolder(): void {
    try {
      this.host.fs.mkdirSync(dirname(this.#file));
    } catch (error) {
      if (errnoCode(error) !== 'EEXIST') throw error;
    }
  }

  /** Adds lines; answers the size that the file has then. */
  #append(lines: Buffer): number {
    const { fs } = this.host;
    const fd = fs.openSync(this.#file, 'a', 0o666);
    try {
      writeAll(fs, fd, lines);
      return fs.fstatSync(fd).size;
    } finally {
      fs.closeSync(fd);
    }
  }

  /** Keeps the newer half. What others add meanwhile may be forgotten with the older one. */
  #forgetOlder(): void {
    const { fs, random } = this.host;
    const records = [...this.#read()];
    const newer = new Map(records.slice(records.length >> 1));
    writeFileAtomic(fs, this.#file, linesOf(newer), { random });
  }
}

function linesOf(records: ReadonlyMap<string, ZipRecord>): Buffer {
  const lines = [...records].map(([module, { sum, sha256 }]) => `\n${module} ${sum} ${sha256}`);
  return Buffer.from(`${lines.join('')}\n`);
}
