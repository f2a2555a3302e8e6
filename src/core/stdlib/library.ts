// The packages of the standard library, read from the text in which the data of a release carries them.
//
// The facts are blocks with an empty line between them. The first holds all import paths, the second all constraints, a
// line each. Every other is a package: a line for it, one for each file, one for each embed pattern. Packages are taken
// apart when they are asked for.
//
//     package    PATH [TAB NAME]       NAME is the most frequent one behind `package`, if not the last element of PATH
//     file       FILE {TAB FACT}       _ package NAME_test, =X package X, ?I constraint, <II.. imports, @X embeds, #X cgo
//     pattern    @PATTERN {TAB FILE}   the files that it stands for
//
// PATH and FILE are written behind those before them (codes.ts); I is the number of a line in one of the first two blocks.

import { lastElement, pathBelow } from '../slash-path.js';
import { parseFileName, parseIndexes, parseShared } from './codes.js';
import type { StandardFile, StandardPackage } from './facts.js';

/** The data of a release. */
export interface StandardData {
  /** The release it was made from: `1.26.8`. */
  readonly release: string;
  /** The facts. */
  readonly facts: string;
}

/** Most files have nothing of most kinds. */
const NONE: readonly string[] = [];

/** The standard library of a release. */
export class StandardLibrary {
  /** The release that is described: `1.26.8`. */
  readonly release: string;
  /** The import paths of all packages, those of cmd and what is vendored too, sorted by bytes. */
  readonly paths: readonly string[];
  readonly #imports: readonly string[];
  readonly #constraints: readonly string[];
  readonly #blocks: ReadonlyMap<string, string>;
  readonly #packages = new Map<string, StandardPackage>();

  /** Reads the data that tools/go-data.ts has written, and no other. */
  constructor({ release, facts }: StandardData) {
    const [imports = '', constraints = '', ...packages] = facts.split('\n\n');
    this.release = release;
    this.#imports = imports.split('\n');
    this.#constraints = constraints.split('\n');
    let path = '';
    this.#blocks = new Map(
      packages.map((text) => {
        path = parseShared(path, /^[^\t\n]*/.exec(text)?.[0] ?? '');
        return [path, text];
      }),
    );
    this.paths = [...this.#blocks.keys()];
  }

  /** Whether the release has a folder with Go files at that path, `unsafe`, `builtin` and `cmd/...` among them. */
  has(path: string): boolean {
    return this.#blocks.has(path);
  }

  /** The package at that path, or undefined where there is none. Always the same value. */
  package(path: string): StandardPackage | undefined {
    const known = this.#packages.get(path);
    const block = this.#blocks.get(path);
    if (known !== undefined || block === undefined) return known;
    const made = this.#parse(path, block);
    this.#packages.set(path, made);
    return made;
  }

  /**
   * The path of the package that `path` means inside the package `importer` of this library: what is vendored is preferred,
   * `golang.org/x/net/idna` is `vendor/golang.org/x/net/idna`, and in cmd `cmd/vendor/...`.
   */
  resolve(importer: string, path: string): string {
    const vendored = `${pathBelow(importer, 'cmd') === undefined ? 'vendor' : 'cmd/vendor'}/${path}`;
    return this.has(vendored) ? vendored : path;
  }

  #parse(path: string, text: string): StandardPackage {
    const lines = text.split('\n');
    const name = lines[0]?.split('\t')[1] ?? lastElement(path);
    const files: StandardFile[] = [];
    const embedded = new Map<string, readonly string[]>();
    let previous = '';
    for (let at = 1; at < lines.length; at++) {
      const fields = (lines[at] ?? '').split('\t');
      const first = fields[0] ?? '';
      if (first.startsWith('@')) {
        embedded.set(first.slice(1), fields.slice(1));
        continue;
      }
      previous = parseShared(previous, first);
      files.push(this.#parseFile(parseFileName(previous), name, fields));
    }
    return { path, files, embedded };
  }

  /** The file of which fields[1, ...) tell. */
  #parseFile(file: string, name: string, fields: readonly string[]): StandardFile {
    let constraint = '';
    let imports: readonly string[] = NONE;
    let own = file.endsWith('.go') ? name : '';
    let embeds: readonly string[] = NONE;
    let cgo: readonly string[] = NONE;
    for (let at = 1; at < fields.length; at++) {
      const fact = fields[at] ?? '';
      switch (fact.charAt(0)) {
        case '<':
          imports = parseIndexes(fact, 1).map((index) => this.#imports[index] ?? '');
          break;
        case '?':
          constraint = this.#constraints[parseIndexes(fact, 1)[0] ?? -1] ?? '';
          break;
        case '_':
          own = `${name}_test`;
          break;
        case '=':
          own = fact.slice(1);
          break;
        case '@':
          embeds = [...embeds, fact.slice(1)];
          break;
        case '#':
          cgo = [...cgo, fact.slice(1)];
          break;
      }
    }
    return { name: file, constraint, package: own, imports, embeds, cgo };
  }
}
