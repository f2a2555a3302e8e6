// Folders that a pattern of paths matches: `./...`, `../x/...`, `/abs/...y`.
//
// The walk begins at the last folder that the pattern names before its first `...` and is as that of packages.ts,
// but for three things: what the folder is matched by is its path as the pattern would write it, with `./` if that
// has one; the rule about names holds for the folder where the walk begins, too, if it is not `.` or `..`; and
// `vendor` is kept out by the pattern alone. Defined by cmd/go/internal/search (MatchDirs) and cmd/go/internal/modload
// (matchLocalDirs).

import { childPath, type FileTree } from '../file-tree.js';
import { matchPattern } from '../pattern.js';
import { cleanPath, lastElement } from '../slash-path.js';
import { compareText } from '../text.js';
import { isHiddenFolder, isModule } from './packages.js';

/** Where a pattern looks. */
export interface FolderTree {
  /** The tree of the folder where the walk begins. */
  readonly tree: FileTree;
  /** Whether go.mod ignores a folder, told from where the walk begins; see `ignoreFolders`. */
  readonly ignores?: (below: string) => boolean;
  /** Whether folders with a go.mod are other modules: everywhere but in GOPATH mode. */
  readonly endsAtGoMod: boolean;
  /** Hears of folders that go.mod ignores; `-x` prints `# ignoring directory PATH`. */
  readonly ignoredFolder?: (below: string) => void;
}

/** A canonical local pattern with `...` in it, on a system with slashes. */
export class FolderPattern {
  /** Where the walk begins, with a trailing slash unless it is '' (the working folder). */
  readonly start: string;
  readonly #prefix: string;
  readonly #matches: (path: string) => boolean;

  constructor(pattern: string) {
    const clean = cleanPath(pattern);
    this.#prefix = clean !== '.' && pattern.startsWith('./') ? './' : '';
    const whole = this.#prefix + clean;
    this.#matches = matchPattern(whole);
    const plain = whole.slice(0, Math.max(0, whole.indexOf('...')));
    this.start = plain.slice(0, plain.lastIndexOf('/') + 1);
  }

  /**
   * The path of a folder as the pattern would write it: what Go goes on with. `below` is told from the start, '' for
   * the start itself.
   */
  nameOf(below: string): string {
    return this.#prefix + cleanPath(this.start + below);
  }

  /** Whether the folder matches. */
  matches(below: string): boolean {
    return this.#matches(this.nameOf(below));
  }

  /**
   * The folders that match, in the order of the walk, told from its start. Whether one has Go files, the caller finds
   * out. Throws what the tree throws, also for a start that is not there.
   */
  *foldersIn(place: FolderTree): Generator<string> {
    const { tree } = place;
    if (tree.lstat('') === undefined) tree.readdir('');
    const waiting = [''];
    for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
      if (!this.enters(below)) continue;
      if (place.ignores?.(below) === true) {
        place.ignoredFolder?.(below);
        continue;
      }
      if (below !== '' && place.endsAtGoMod && isModule(tree, below)) continue;
      if (this.matches(below)) yield below;
      const folders = tree.readdir(below).filter(({ kind }) => kind === 'dir');
      const names = folders.map(({ name }) => name).sort(compareText);
      for (const name of names.reverse()) waiting.push(childPath(below, name));
    }
  }

  /** Whether the walk enters the folder, apart from ignore lines and from folders with a go.mod, which it does not. */
  enters(below: string): boolean {
    const name = lastElement(cleanPath(this.start + below));
    return name === '.' || name === '..' || !isHiddenFolder(name);
  }
}
