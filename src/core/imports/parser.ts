// The parser of the head of a Go file: package clause and import declarations, with the comments that belong to them.
//
// It stops behind the imports, or where the package clause is wrong. Like Go's it reports one error a line, goes on
// after an import that is wrong, and gives up after ten errors. Defined by go/parser in its mode ImportsOnly.

import { type CommentGroup, commentText } from './comments.js';
import { ImportsError } from './error.js';
import { Lines, messageAt, type Position } from './lines.js';
import { ProblemList } from './problems.js';
import { TokenStream } from './token-stream.js';

/** One import. */
export interface ParsedImport {
  /** The literal as it stands there. */
  readonly literal: string;
  /** Where it begins: the name before the path, or the path. */
  readonly start: number;
  /** The text of the comment above it, or above the declaration that it is all of; undefined where there is none. */
  readonly doc: string | undefined;
}

/** The head of a file. */
export interface ParsedFile {
  /** The name of the package; '' where the clause is wrong, `_` where the name is. */
  readonly packageName: string;
  /** The text of the comment above the package clause. */
  readonly doc: string;
  readonly imports: readonly ParsedImport[];
  /** Where `package` begins. */
  readonly packageStart: number;
  /** Groups of comments as far as the file was read. */
  readonly comments: readonly CommentGroup[];
  /** What is wrong; undefined where nothing is. Imports are of no use then. */
  readonly error: ImportsError | undefined;
  /** Positions in the text. */
  readonly lines: Lines;
}

const STATEMENT_STARTS: ReadonlySet<string> = new Set(
  'break const continue defer fallthrough for go goto if return select switch type var'.split(' '),
);
const EXPRESSION_ENDS: ReadonlySet<string> = new Set([',', ':', ';', ')', ']', '}']);

/** Reads the head of `text`, a file that messages call `file`. */
export function parseHead(file: string, text: string): ParsedFile {
  return new HeadParser(file, text).parse();
}

class HeadParser {
  readonly #lines: Lines;
  readonly #problems: ProblemList;
  readonly #stream: TokenStream;
  readonly #imports: ParsedImport[] = [];
  #packageName = '';
  #packageStart = 0;
  #doc = '';

  constructor(file: string, text: string) {
    this.#lines = new Lines(file, text);
    this.#problems = new ProblemList(this.#lines);
    this.#stream = new TokenStream(text, this.#lines, this.#problems);
  }

  parse(): ParsedFile {
    if (this.#problems.count === 0 && this.#packageClause()) {
      while (this.#stream.token === 'import') this.#importDeclaration();
    }
    // Whoever gives up knows nothing of what it has read.
    const known = !this.#stream.stopped;
    return {
      packageName: known ? this.#packageName : '',
      doc: known ? this.#doc : '',
      imports: this.#imports,
      packageStart: this.#packageStart,
      comments: this.#stream.groups,
      error: this.#problems.error(),
      lines: this.#lines,
    };
  }

  /** Reads the package clause; whether all of it is right. */
  #packageClause(): boolean {
    const stream = this.#stream;
    const doc = stream.leadComment;
    this.#packageStart = stream.start;
    stream.expect('package');
    const name = stream.token === 'IDENT' ? stream.text : '_';
    stream.expect('IDENT');
    this.#endStatement();
    if (this.#problems.count > 0) return false;
    this.#packageName = name;
    this.#doc = doc === undefined ? '' : commentText(doc);
    return true;
  }

  #importDeclaration(): void {
    const stream = this.#stream;
    const doc = stream.leadComment;
    stream.next();
    const first = this.#imports.length;
    if (stream.is('(')) {
      stream.next();
      while (!stream.is(')') && !stream.is('EOF')) this.#importSpec(stream.leadComment);
      stream.expect(')');
      this.#endStatement();
    } else {
      this.#importSpec(undefined);
    }
    const [only, second] = this.#imports.slice(first);
    if (doc === undefined || only === undefined || only.doc !== undefined || second !== undefined) return;
    this.#imports[first] = { ...only, doc: commentText(doc) };
  }

  #importSpec(doc: CommentGroup | undefined): void {
    const stream = this.#stream;
    const start = stream.start;
    if (stream.token === 'IDENT' || stream.token === '.') stream.next();
    let literal = '';
    if (stream.token === 'STRING') {
      literal = stream.text;
      stream.next();
    } else if (stream.isLiteral()) {
      stream.fail('import path must be a string');
      stream.next();
    } else {
      stream.fail('missing import path');
      stream.advance(EXPRESSION_ENDS);
    }
    this.#endStatement();
    this.#imports.push({ literal, start, doc: doc && commentText(doc) });
  }

  #endStatement(): void {
    const stream = this.#stream;
    if (stream.token === ')' || stream.token === '}') return;
    if (stream.token === ';' || stream.token === ',') {
      if (stream.token === ',') stream.failExpected("';'");
      stream.next();
      return;
    }
    stream.failExpected("';'");
    stream.advance(STATEMENT_STARTS);
  }
}

/** The error of an import path that no package can have, as go/build gives it. */
export function importPathError(path: string, position: Position): ImportsError {
  const message = `invalid import path: ${path}`;
  return new ImportsError('source-import-path', messageAt(position, message), {
    problems: [{ position, message }],
  });
}
