// The sums of one run: what go.sum says, what was checked, and what will be written back.
//
// A sum is *used* once content was checked against it, and *dirty* while it is not (or no longer) meant to be
// in the file as it stands: a dirty sum is written only if it was used and the caller keeps its module.
// Unused lines of the file survive. In a workspace, sums come from go.work.sum and from every member's
// go.sum, and what a member records is not repeated in go.work.sum.
// Rules: cmd/go/internal/modfetch (checkModSum, haveModSumLocked, tidyGoSum, WriteGoSum).

import { resolve } from 'node:path';
import { format, GO_MOD_SUFFIX, type GoSum, GoSumError, parse } from '../../core/gosum/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { VersionSet } from '../../core/mvs/index.js';
import { decodeText } from '../../core/text.js';
import { type SideLockHost, withSideLock } from '../cache/index.js';
import { FatalError, isNotExist } from '../error.js';
import type { EventSink } from '../events.js';
import {
  describeError,
  type LockedFileHost,
  readLockedFile,
  readStep,
  transformLockedFile,
} from '../io/index.js';
import { GO_SUM_MISMATCH, UNKNOWN_HASH_WARNING } from './security-texts.js';

/** Keys of sums: a module and version for its zip, the version with `/go.mod` behind it for its go.mod. */
export type SumKey = ModuleVersion;

/** What the ledger needs around it. */
export interface LedgerHost extends LockedFileHost, SideLockHost {
  readonly events: EventSink;
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  /** Whether malformed lines are skipped, since the command writes the file anew. */
  readonly mendsSums: boolean;
  /** Replacements of file contents (-overlay); undefined for a file that is not in it. */
  overlaid(path: string): string | undefined;
}

interface Status {
  readonly key: SumKey;
  readonly hash: string;
  used: boolean;
  dirty: boolean;
}

/** Content contradicts a recorded sum. Ends the run. */
export class SumMismatch extends FatalError {
  constructor(
    message: string,
    readonly details: {
      readonly module: ModuleVersion;
      readonly downloaded: string;
      /** `go.sum`, `go.work.sum`, or the path of a workspace member's go.sum. */
      readonly source: string;
      readonly recorded: string;
    },
    hint?: string,
  ) {
    super('checksum', message, { bare: true, ...(hint === undefined ? {} : { hint }) });
  }
}

/** Sums of one run. `file` is '' outside a module: then nothing is known, checked or written. */
export class SumLedger {
  #sums: GoSum | undefined;
  readonly #members = new Map<string, GoSum>();
  #status = new Map<string, Status>();
  /** Whether a status was ever dirty: most runs add nothing. */
  #dirtied = false;
  #loading: Promise<boolean> | undefined;

  constructor(
    private readonly host: LedgerHost,
    /** Path of go.sum or go.work.sum as messages show it, or ''. */
    readonly file: string,
    /** The paths of the members' go.sum files, in a workspace: known when sums are first asked for. */
    private readonly memberFiles: () => readonly string[] = () => [],
  ) {}

  /** Reads the files once. False where sums are not in use. Rejects when a file is malformed or unreadable. */
  load(): Promise<boolean> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<boolean> {
    if (this.file === '') return false;
    for (const file of this.memberFiles()) this.#members.set(file, await this.#read(file));
    this.#sums = await this.#read(this.file);
    return true;
  }

  async #read(file: string): Promise<GoSum> {
    return this.#parse(await this.#bytes(file), file);
  }

  async #bytes(file: string): Promise<Uint8Array> {
    const { host } = this;
    const overlaid = host.overlaid(file);
    try {
      const path = resolve(host.cwd, overlaid ?? file);
      return overlaid === undefined ? await readLockedFile(host, path) : host.fs.readFileSync(path);
    } catch (error) {
      if (isNotExist(error) || overlaid === '') return new Uint8Array();
      // Go lets the first module fail and takes the file for empty from then on: nothing would be verified.
      throw new FatalError('io', describeError(error, { op: readStep(error), name: file }), { cause: error });
    }
  }

  #parse(data: Uint8Array, file: string): GoSum {
    try {
      return parse(file, data, { skipMalformed: this.host.mendsSums });
    } catch (error) {
      if (!(error instanceof GoSumError)) throw error;
      throw new FatalError('checksum', error.message, { cause: error, bare: true });
    }
  }

  /** Whether a sum of a known algorithm is recorded. Call after `load`. */
  has(key: SumKey): boolean {
    return this.#tables().some((table) => this.#usable(table, key).length > 0);
  }

  /** The recorded sum; undefined when there is none or when files contradict each other. Call after `load`. */
  recorded(key: SumKey): string | undefined {
    const all = new Set(this.#tables().flatMap((table) => this.#usable(table, key)));
    return all.size === 1 ? [...all][0] : undefined;
  }

  /** Every module that a recorded sum names, once. Call after `load`. */
  *modules(): Generator<ModuleVersion> {
    const seen = new VersionSet();
    for (const table of this.#tables()) {
      for (const [{ path, version }] of table.entries()) {
        const m = {
          path,
          version: version.endsWith(GO_MOD_SUFFIX) ? version.slice(0, -GO_MOD_SUFFIX.length) : version,
        };
        if (seen.add(m)) yield m;
      }
    }
  }

  #tables(): GoSum[] {
    return this.#sums === undefined ? [] : [...this.#members.values(), this.#sums];
  }

  #usable(table: GoSum, key: SumKey): string[] {
    const hashes = table.get(key);
    return hashes.filter(
      (hash) => hash.startsWith('h1:') && !(this.#dirtied && this.#known(key, hash)?.dirty === true),
    );
  }

  /**
   * Checks `hash` against what is recorded. Resolves true when it is recorded already, false when nothing is: the
   * caller then asks the checksum database and calls `add`. A contradiction is fatal.
   */
  async check(key: SumKey, hash: string): Promise<boolean> {
    if (!(await this.load())) return false;
    const found = this.#match(key, hash);
    this.#mark(key, hash).used = true;
    return found;
  }

  /** Records a sum that was verified. */
  async add(key: SumKey, hash: string): Promise<void> {
    if (!(await this.load())) return;
    this.#append(key, hash);
    this.#mark(key, hash).dirty = true;
    this.#dirtied = true;
  }

  #append(key: SumKey, hash: string): void {
    if (this.#match(key, hash)) return;
    const sums = this.#sums as GoSum;
    const known = sums.get(key);
    if (known.length > 0) {
      const text = `warning: verifying ${formatModule(key)}: unknown hashes in go.sum: ${known.join(', ')}; adding ${hash}`;
      this.host.events({ kind: 'message', text: text + UNKNOWN_HASH_WARNING });
    }
    sums.add(key, hash);
  }

  #known(key: SumKey, hash: string): Status | undefined {
    return this.#status.get(statusKey(key, hash));
  }

  #mark(key: SumKey, hash: string): Status {
    const text = statusKey(key, hash);
    let status = this.#status.get(text);
    if (status === undefined) {
      status = { key, hash, used: false, dirty: false };
      this.#status.set(text, status);
    }
    return status;
  }

  #match(key: SumKey, hash: string): boolean {
    const name = this.file.endsWith('go.work.sum') ? 'go.work.sum' : 'go.sum';
    for (const recorded of this.#sums?.get(key) ?? []) {
      if (recorded === hash) return true;
      if (recorded.startsWith('h1:')) throw mismatch(key, hash, name, recorded);
    }
    let found = false;
    for (const [file, table] of this.#members) {
      for (const recorded of table.get(key)) {
        if (recorded === hash) found = true;
        else if (recorded.startsWith('h1:')) throw mismatch(key, hash, file, recorded);
      }
    }
    return found;
  }

  /** States that the recorded sums of what `keep` has not are not needed: `write` takes them out. Call after `load`. */
  trim(keep: VersionSet): void {
    for (const [key, hashes] of this.#sums?.entries() ?? []) {
      if (keep.has(key)) continue;
      for (const hash of hashes) {
        const status = this.#mark(key, hash);
        status.used = false;
        status.dirty = true;
        this.#dirtied = true;
      }
    }
  }

  /**
   * Brings the file up to date: adds the used sums of which `keep` says so. Rejects with code `dirty` instead when
   * `readonly` and something would change. Sums that other processes added in the meantime stay. Without `dropping`
   * nothing is taken out, and `write` has still to be called for that.
   */
  async write(keep: VersionSet, readonly: boolean, dropping = true): Promise<void> {
    if (this.#sums === undefined || !this.#needsWrite(keep)) return;
    if (readonly) throw new FatalError('dirty', 'updates to go.sum needed, disabled by -mod=readonly');
    if (this.host.overlaid(this.file) !== undefined) {
      throw new FatalError(
        'dirty',
        'updates to go.sum needed, but go.sum is part of the overlay specified with -overlay',
      );
    }
    try {
      const { host } = this;
      const path = resolve(host.cwd, this.file);
      await withSideLock(host, () =>
        transformLockedFile(host, path, (old) => this.#merged(old, keep, dropping)),
      );
    } catch (error) {
      if (error instanceof FatalError) throw error;
      const text = `updating go.sum: ${describeError(error, { name: this.file })}`;
      throw new FatalError('io', text, { cause: error });
    }
    if (dropping) this.#status = new Map();
  }

  /** What the file says, and what `write` would make of it. Nothing may be done with the ledger afterwards. */
  async change(keep: VersionSet): Promise<{ readonly before: string; readonly after: string }> {
    await this.load();
    const before = this.#sums === undefined ? new Uint8Array() : await this.#bytes(this.file);
    const after = this.#sums === undefined ? before : this.#merged(before, keep, true);
    return { before: decodeText(before), after: decodeText(after) };
  }

  #needsWrite(keep: VersionSet): boolean {
    if (!this.#dirtied) return false;
    for (const { key, hash, used, dirty } of this.#status.values()) {
      if (dirty && (!used || keep.has(key)) && this.#sums?.get(key).includes(hash)) return true;
    }
    return false;
  }

  /** The file as it is now, plus what was checked: an edited or cut file does not get its old lines back. */
  #merged(old: Uint8Array, keep: VersionSet, dropping: boolean): Uint8Array {
    this.#sums = this.#parse(old, this.file);
    const staying = dropping ? undefined : this.#parse(old, this.file);
    for (const { key, hash, used } of this.#status.values()) {
      if (used && !this.#inMember(key)) this.#append(key, hash);
    }
    return format(this.#sums, (key, hash) => {
      const status = this.#known(key, hash);
      const wanted = !status?.dirty || (status.used && keep.has(key)) || staying?.get(key).includes(hash);
      return wanted === true && !this.#inMember(key);
    });
  }

  #inMember(key: SumKey): boolean {
    for (const table of this.#members.values()) if (table.has(key)) return true;
    return false;
  }
}

function statusKey({ path, version }: SumKey, hash: string): string {
  return `${path} ${version} ${hash}`;
}

function mismatch(key: SumKey, hash: string, source: string, recorded: string): SumMismatch {
  const message = `verifying ${formatModule(key)}: checksum mismatch\n\tdownloaded: ${hash}\n\t${source}:     ${recorded}`;
  return new SumMismatch(message + GO_SUM_MISMATCH, { module: key, downloaded: hash, source, recorded });
}
