// The source files of a folder, each read once a run for both ways in which go looks at it: as the module loader, which
// wants imports, and as a build.
//
// What was found in a folder of the module cache is remembered for other runs, unless something is wrong with a file.

import {
  fileKind,
  ImportsError,
  readSource,
  type ScannedFile,
  type SourceFile,
  scannedOf,
  scanSource,
  unreadSource,
} from '../../core/imports/index.js';
import { EngineError } from '../error.js';
import { describeError } from '../io/index.js';
import { factOfFiles, filesOfFact } from './source-facts.js';
import { attempt, type Failed, resultOf, type SourceTree } from './source-tree.js';

/** A source file. */
export interface FolderFile {
  readonly source: SourceFile;
  /** Whether a build and the module loader see the same of it; so they do where nothing is wrong with it. */
  readonly plain: boolean;
  /** Whether it is a regular file, or a link to one: only such does the module loader see. */
  readonly regular: boolean;
  /** What the module loader knows of it. Throws an ImportsError, or an EngineError for what cannot be read. */
  scan(): ScannedFile;
}

/** See the head of this file. */
export class FolderFiles {
  readonly #folders = new Map<string, readonly FolderFile[] | Failed>();

  constructor(private readonly tree: SourceTree) {}

  /** The files that packages see, in no order. Throws an EngineError where the folder cannot be read. */
  read(folder: string): readonly FolderFile[] {
    let known = this.#folders.get(folder);
    if (known === undefined) {
      known = attempt(() => this.#look(folder));
      this.#folders.set(folder, known);
    }
    if ('error' in known) throw known.error;
    return known;
  }

  #look(folder: string): readonly FolderFile[] {
    const known = this.tree.recollection(folder, 'sources', () => this.#names(folder));
    const before = known?.fact && attempt(() => filesOfFact(known.fact ?? [], folder, known.texts));
    if (before !== undefined && !('error' in before)) return before.map(plainFile);
    const names = this.#names(folder);
    const regular = new Set(this.tree.files(folder, (name) => fileKind(name) !== undefined));
    const files = names.flatMap((name) => {
      const file = this.#readFile(folder, name);
      return file === undefined ? [] : [{ ...file, regular: regular.has(name) }];
    });
    if (known !== undefined && files.every(({ plain }) => plain)) {
      const fact = factOfFiles(
        files.map(({ source }) => source),
        known.texts,
      );
      if (fact !== undefined) known.remember(fact);
    }
    return files;
  }

  #names(folder: string): string[] {
    try {
      return this.tree.filesAndDeadEnds(folder, (name) => fileKind(name) !== undefined);
    } catch (error) {
      throw new EngineError('io', describeError(error, { op: 'open', name: folder }), { cause: error });
    }
  }

  #readFile(folder: string, name: string): FolderFile | undefined {
    const path = `${folder}/${name}`;
    const kind = fileKind(name);
    if (kind === 'object') return fileOf(unreadSource(name, path));
    let data: Uint8Array;
    try {
      data = this.tree.readSource(path);
    } catch (error) {
      return unreadable(name, path, error);
    }
    return fileOf(readSource(name, path, data), data);
  }
}

const BYTE_ORDER_MARK = 0xef;

/** `data`: the content of a file that was read. */
function fileOf(source: SourceFile | undefined, data?: Uint8Array): FolderFile | undefined {
  if (source === undefined) return undefined;
  const { failure, syntaxError, kind, name, path } = source;
  // A second byte order mark is no blank to the module loader.
  const plain = failure === undefined && syntaxError === undefined && data?.[0] !== BYTE_ORDER_MARK;
  if (plain || kind !== 'go' || data === undefined) return { ...plainFile(source), plain };
  const scanned = attempt(() => scanSource(name, path, data));
  return { ...plainFile(source), plain, scan: () => resultOf(scanned) };
}

function plainFile(source: SourceFile): FolderFile {
  return { source, plain: true, regular: true, scan: () => scannedOf(source) };
}

function unreadable(name: string, path: string, cause: unknown): FolderFile | undefined {
  const reason = describeError(cause, { op: 'open', path });
  const source = unreadSource(name, path, new ImportsError('source-open', reason, { cause }));
  const error = new EngineError('io', `reading ${path}: ${reason}`, { cause });
  const scan = () => {
    throw error;
  };
  return source && { ...plainFile(source), plain: false, scan };
}
