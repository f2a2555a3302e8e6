// What vendoring would write, held against the folder that is there: what `vendor -check` tells, and what lets `vendor` leave
// an equal folder alone.
//
// `vendor -check` compares names, kinds and contents, and of modes only whether a file may be executed: that is what version
// control keeps of them, while the rest is the umask's; folders count only for what is in them. `vendor` itself compares
// all of that, every mode and every folder. Nothing is written here.

import { dirname, join } from 'node:path';
import { childPath, type FileKind } from '../../core/file-tree.js';
import { prefixesOf } from '../../core/slash-path.js';
import { compareText } from '../../core/text.js';
import { errnoCode, type FileSystem, type NewModes, newModes } from '../io/index.js';
import { turn } from '../turn.js';
import { kindOf } from './source-tree.js';
import type { VendorSink } from './vendor-files.js';

/** One file that is not as it should be. */
export interface VendorDifference {
  /**
   * `missing`: vendoring would write it. `superfluous`: it would not be there. `changed`: it is something else, or says
   * something else. `executable`: nothing but that it may be executed, which no vendored file may.
   */
  readonly kind: 'missing' | 'superfluous' | 'changed' | 'executable';
  /** With slashes, relative to the folder; '' is the folder itself, where a file is in its place. */
  readonly path: string;
}

/** A difference that `vendor -check` does not tell: `mode` is another mode of a file or folder. */
interface Difference {
  readonly kind: VendorDifference['kind'] | 'mode';
  readonly path: string;
}

/** So many are written before others have a turn, a signal among them. */
const FILES_A_TURN = 64;

/** What vendoring would write. */
export class ExpectedFolder implements VendorSink {
  /** In the order in which they came: folders have no content. */
  readonly #steps: { readonly path: string; readonly content?: () => Uint8Array }[] = [];
  readonly #files = new Map<string, () => Uint8Array>();
  readonly #folders = new Set<string>();

  folder(path: string): void {
    for (const each of prefixesOf(path)) this.#folders.add(each);
    this.#steps.push({ path });
  }

  file(path: string, content: () => Uint8Array): void {
    for (const each of prefixesOf(path).slice(1)) this.#folders.add(each);
    this.#files.set(path, content);
    this.#steps.push({ path, content });
  }

  /** Whether a file could stand there. */
  isFree(path: string): boolean {
    return !this.#folders.has(path) && !prefixesOf(path).some((each) => this.#files.has(each));
  }

  /** Passes on all that came. Rejects with what the sink or reading a file throws, and with the reason of `signal`. */
  async write(sink: VendorSink, signal: AbortSignal): Promise<void> {
    for (const [at, { path, content }] of this.#steps.entries()) {
      if (at % FILES_A_TURN === 0) {
        await turn();
        signal.throwIfAborted();
      }
      if (content === undefined) sink.folder(path);
      else sink.file(path, content);
    }
  }

  /** What differs in the folder at `root`, sorted by path. Throws the node:fs error for what cannot be read. */
  differences(fs: FileSystem, root: string): VendorDifference[] {
    const differences: VendorDifference[] = [];
    for (const { kind, path } of this.#compare(fs, root))
      if (kind !== 'mode') differences.push({ kind, path });
    return differences.sort((a, b) => compareText(a.path, b.path));
  }

  /** Whether writing the folder at `root` anew would change nothing but times. False where something cannot be read. */
  isAt(fs: FileSystem, root: string): boolean {
    try {
      // Read for the sake of who watches the run: the modes of new folders follow that of the folder they are made in.
      fs.readdirSync(dirname(root));
      return this.#compare(fs, root, newModes(fs, dirname(root))).next().done === true;
    } catch (error) {
      // Writing meets it again, and tells of it as of a folder that is in the way.
      if (errnoCode(error) === undefined) throw error;
      return false;
    }
  }

  /** What differs, in no order, found one by one. With `modes`, those and all folders count too. */
  *#compare(fs: FileSystem, root: string, modes?: NewModes): Generator<Difference> {
    const there = fs.lstatSync(root, { throwIfNoEntry: false });
    if (there !== undefined && !there.isDirectory()) {
      yield { kind: 'changed', path: '' };
      return;
    }
    const found = new Set<string>();
    for (const [path, entry] of there === undefined ? [] : entriesIn(fs, root)) {
      found.add(path);
      const kind =
        entry === 'dir'
          ? this.#compareFolder(fs, root, path, modes)
          : this.#compareFile(fs, root, path, entry === 'file', modes);
      if (kind !== undefined) yield { kind, path };
    }
    for (const path of this.#files.keys()) if (!found.has(path)) yield { kind: 'missing', path };
    if (modes === undefined) return;
    for (const path of this.#folders) if (!found.has(path)) yield { kind: 'missing', path };
  }

  #compareFolder(
    fs: FileSystem,
    root: string,
    path: string,
    modes: NewModes | undefined,
  ): Difference['kind'] | undefined {
    if (this.#files.has(path)) return 'changed';
    if (modes === undefined) return undefined;
    if (path !== '' && !this.#folders.has(path)) return 'superfluous';
    return modeOf(fs, join(root, path)) === modes.folder ? undefined : 'mode';
  }

  #compareFile(
    fs: FileSystem,
    root: string,
    path: string,
    isRegular: boolean,
    modes: NewModes | undefined,
  ): Difference['kind'] | undefined {
    const content = this.#files.get(path);
    if (content === undefined) return 'superfluous';
    const at = join(root, path);
    if (!isRegular) return 'changed';
    const mode = modeOf(fs, at);
    if (modes !== undefined && mode !== modes.file) return 'mode';
    if (Buffer.compare(fs.readFileSync(at), content()) !== 0) return 'changed';
    return (mode & 0o111) === 0 ? undefined : 'executable';
  }
}

/** The bits of a mode that can be set. */
function modeOf(fs: FileSystem, path: string): number {
  return fs.statSync(path).mode & 0o7777;
}

/** A folder, whose path is '', and everything below it. */
function* entriesIn(fs: FileSystem, root: string): Generator<[path: string, kind: FileKind]> {
  yield ['', 'dir'];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of fs.readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = childPath(folder, entry.name);
      if (entry.isDirectory()) pending.push(path);
      yield [path, kindOf(entry)];
    }
  }
}
