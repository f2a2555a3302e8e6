// The files of a folder as a package, for one build: which list each file is in, what they import and embed.
//
// Files are taken in the order of their names. The first Go file that is built gives the package its name; one with
// another name is in its list all the same, and among the invalid ones. Tests may have the name with `_test` behind
// it. Files of a package `documentation` are ignored, and so are those that import "C" where cgo is off. Assembly
// for the C compiler (`.S`, `.sx`) is part of packages with cgo only. Defined by go/build.

import { quote } from '../quote.js';
import { unquote } from '../strconv/index.js';
import { compareText, sortTexts, trimSpace } from '../text.js';
import { type CgoFlags, noCgoFlags, readCgoLine } from './cgo.js';
import { type Choice, chooseFile } from './choose.js';
import type { TagTest } from './constraint.js';
import { type BuildContext, tagTest } from './context.js';
import { ImportsError } from './error.js';
import { type FileLists, listFor, noFileLists } from './file-lists.js';
import { isTestName } from './file-name.js';
import { type PackagePart, PartBuilder } from './part.js';
import type { SourceFile } from './source.js';

/** What a package is put together for. */
export interface PackageSetting {
  readonly context: BuildContext;
  /** The folder: for messages, and for the paths in `#cgo` lines. */
  readonly folder: string;
  /** Whether to do as go does with an index of the folder; see choose.ts. Messages then name files without folder. */
  readonly indexed?: boolean;
  /** Whether neither names nor constraints keep files out, as of those that were named. */
  readonly all?: boolean;
  /** Whether to read import comments, as GOPATH mode does. */
  readonly importComments?: boolean;
}

/** What go/build knows of a package, as far as its files say it. */
export interface SourcePackage {
  /** '' where no file that is built has a package clause. */
  readonly name: string;
  /** The first sentence of the package comment. */
  readonly doc: string;
  /** The path of the import comment; '' where there is none, or nobody asked. */
  readonly importComment: string;
  readonly binaryOnly: boolean;
  readonly files: FileLists;
  readonly cgo: CgoFlags;
  readonly main: PackagePart;
  readonly test: PackagePart;
  readonly externalTest: PackagePart;
  /** The first thing that is wrong; all else is there as far as it goes. */
  readonly error: ImportsError | undefined;
}

/** Puts a package together. Never throws for what is in the files. */
export function assemblePackage(files: readonly SourceFile[], setting: PackageSetting): SourcePackage {
  const assembly = new Assembly(setting);
  // Files that a command line names are read in its order.
  const sorted = setting.all === true ? files : files.toSorted((a, b) => compareText(a.name, b.name));
  for (const file of sorted) {
    const last = assembly.add(file);
    if (last !== undefined) return assembly.package(last);
  }
  return assembly.finish();
}

/** The package as it grows. */
class Assembly {
  readonly #setting: PackageSetting;
  readonly #test: TagTest;
  readonly #files = noFileLists();
  readonly #cgo = noCgoFlags();
  readonly #main = new PartBuilder();
  readonly #tests = new PartBuilder();
  readonly #externalTests = new PartBuilder();
  readonly #cAssembly: string[] = [];
  #error: ImportsError | undefined;
  #name = '';
  #firstFile = '';
  #doc = '';
  #importComment = '';
  #commentFile = '';
  #binaryOnly = false;

  constructor(setting: PackageSetting) {
    this.#setting = setting;
    this.#test = tagTest(setting.context);
  }

  /** Adds a file; an error after which no other is wanted. */
  add(file: SourceFile): ImportsError | undefined {
    const indexed = this.#setting.indexed === true;
    if (indexed && file.syntaxError !== undefined) this.#refuse(file, file.syntaxError);
    const choice = this.#choose(file, indexed);
    if (choice.final === true) return choice.error;
    if (choice.error !== undefined) this.#refuse(file, choice.error);
    if (choice.ignored) this.#ignore(file);
    else if (choice.built) this.#addBuilt(file);
    return undefined;
  }

  /** What there is so far; where `last` has ended the reading, without what the files import and embed. */
  package(last?: ImportsError): SourcePackage {
    const whole = last === undefined;
    return {
      name: this.#name,
      doc: this.#doc,
      importComment: this.#importComment,
      binaryOnly: this.#binaryOnly,
      files: this.#files,
      cgo: this.#cgo,
      main: this.#main.build(whole),
      test: this.#tests.build(whole),
      externalTest: this.#externalTests.build(whole),
      error: last ?? this.#error,
    };
  }

  /** The package when every file was added. */
  finish(): SourcePackage {
    const { go, cgo, test, externalTest, assembly, ignoredOther } = this.#files;
    const list = cgo.length > 0 ? assembly : ignoredOther;
    for (const name of this.#cAssembly) list.push(name);
    sortTexts(list);
    if ([go, cgo, test, externalTest].every((names) => names.length === 0)) {
      this.#error ??= new ImportsError(
        'no-go-files',
        `no buildable Go source files in ${this.#setting.folder}`,
      );
    }
    return this.package();
  }

  #choose(file: SourceFile, indexed: boolean): Choice {
    return chooseFile(file, this.#test, { indexed, all: this.#setting.all === true });
  }

  #refuse(file: SourceFile, error: ImportsError): void {
    this.#error ??= error;
    const { invalidGo } = this.#files;
    if (invalidGo.at(-1) !== file.name) invalidGo.push(file.name);
  }

  #ignore(file: SourceFile): void {
    (file.kind === 'go' ? this.#files.ignoredGo : this.#files.ignoredOther).push(file.name);
  }

  #addBuilt(file: SourceFile): void {
    if (file.kind === 'go') this.#addGo(file);
    else if (file.kind === 'c-assembly') this.#cAssembly.push(file.name);
    else listFor(this.#files, file.kind).push(file.name);
  }

  #addGo(file: SourceFile): void {
    const isTest = isTestName(file.name);
    if (file.syntaxError !== undefined) this.#refuse(file, file.syntaxError);
    if (file.header.binaryOnly && !isTest) this.#binaryOnly = true;
    const { packageName } = file;
    if (packageName === 'documentation') {
      this.#ignore(file);
      return;
    }
    const isExternal = isTest && packageName.endsWith('_test') && this.#name !== packageName;
    this.#checkName(file, isExternal ? packageName.slice(0, -'_test'.length) : packageName);
    if (this.#doc === '' && !isTest) this.#doc = file.synopsis;
    if (this.#setting.importComments === true) this.#checkImportComment(file);
    const isCgo = this.#readCgo(file, isTest);
    if (isCgo && !this.#setting.context.cgoEnabled) {
      this.#ignore(file);
      return;
    }
    const [list, part] = this.#placeOf(isCgo, isTest, isExternal);
    list.push(file.name);
    part.add(file);
  }

  #placeOf(isCgo: boolean, isTest: boolean, isExternal: boolean): [string[], PartBuilder] {
    if (isCgo) return [this.#files.cgo, this.#main];
    if (isExternal) return [this.#files.externalTest, this.#externalTests];
    return isTest ? [this.#files.test, this.#tests] : [this.#files.go, this.#main];
  }

  #checkName(file: SourceFile, name: string): void {
    if (this.#name === '') {
      this.#name = name;
      this.#firstFile = file.name;
    } else if (this.#name !== name) {
      const found = `found packages ${this.#name} (${this.#firstFile}) and ${name} (${file.name})`;
      const error = new ImportsError('multiple-packages', `${found} in ${this.#setting.folder}`, {
        packages: [this.#name, name],
        files: [this.#firstFile, file.name],
      });
      this.#refuse(file, error);
    }
  }

  #checkImportComment(file: SourceFile): void {
    if (file.importComment === undefined) return;
    const path = unquote(trimSpace(file.importComment));
    const fail = (message: string) => this.#refuse(file, new ImportsError('import-comment', message));
    if (path === undefined) {
      fail(`${file.path}:1: cannot parse import comment`);
    } else if (this.#importComment === '') {
      this.#importComment = path;
      this.#commentFile = file.name;
    } else if (this.#importComment !== path) {
      const first = `${quote(this.#importComment)} (${this.#commentFile})`;
      fail(`found import comments ${first} and ${quote(path)} (${file.name}) in ${this.#setting.folder}`);
    }
  }

  /** Reads the flags for cgo; whether the file needs cgo. */
  #readCgo(file: SourceFile, isTest: boolean): boolean {
    if (file.cgo.length === 0) return false;
    const indexed = this.#setting.indexed === true;
    const name = indexed ? file.name : file.path;
    if (isTest) {
      this.#refuse(file, new ImportsError('cgo-in-test', `use of cgo in test ${name} not supported`));
    }
    // The index holds all lines of a file as one, those of tests too, and without the blanks around them.
    const groups = indexed ? [file.cgo.flat().map(trimSpace)] : isTest ? [] : file.cgo;
    for (const lines of groups) {
      const error = this.#readCgoLines(lines, name);
      if (error !== undefined) this.#refuse(file, error);
    }
    return !isTest;
  }

  #readCgoLines(lines: readonly string[], file: string): ImportsError | undefined {
    const setting = { file, folder: this.#setting.folder, test: this.#test };
    try {
      for (const line of lines) readCgoLine(line, this.#cgo, setting);
      return undefined;
    } catch (error) {
      if (error instanceof ImportsError) return error;
      throw error;
    }
  }
}
