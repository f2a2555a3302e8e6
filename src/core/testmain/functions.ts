// The functions that a Go file declares: signatures, and the last comment of each body.
//
// Declarations are told apart by their brackets; what is within them is only counted. So of the syntax errors of a
// file those are found that the scanner sees, those of the package clause, of imports and of functions' heads,
// brackets that do not match, and functions declared within brackets; errors within statements, expressions and types
// are not. Only the first is kept, and reading ends with it. Defined by go/parser.

import {
  type CommentGroup,
  type ImportsError,
  Lines,
  type Position,
  ProblemList,
  parseHead,
  TokenStream,
} from '../imports/index.js';
import { outlineOf } from './outline.js';

/** A token: what it is, and its text. */
export interface Token {
  readonly token: string;
  readonly text: string;
}

/** A function that is no method. */
export interface DeclaredFunction {
  readonly name: string;
  /** Where `func` stands. */
  readonly position: Position;
  readonly hasTypeParameters: boolean;
  /** What stands between the parentheses. */
  readonly parameters: readonly Token[];
  readonly hasResults: boolean;
  readonly hasBody: boolean;
  /** The last group of comments in the body. */
  readonly lastComment: CommentGroup | undefined;
}

/** See the head of this file. */
export interface DeclaredFunctions {
  /** In the order of the file; none where there is an error. */
  readonly functions: readonly DeclaredFunction[];
  /** An ImportsError `source-syntax`. */
  readonly error: ImportsError | undefined;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const BRACES_FOLLOW: ReadonlySet<string> = new Set(['struct', 'interface']);
const DECLARATIONS: ReadonlySet<string> = new Set(['import', 'const', 'type', 'var', 'func']);

function isClosing(token: string): boolean {
  return token === ')' || token === ']' || token === '}';
}

/** Reads the functions of `text`, a file that messages and positions call `file`. */
export function readFunctions(file: string, text: string): DeclaredFunctions {
  const { error } = parseHead(file, text);
  return error === undefined ? new FunctionReader(file, text).read() : { functions: [], error };
}

class FunctionReader {
  readonly #lines: Lines;
  readonly #problems: ProblemList;
  readonly #stream: TokenStream;
  readonly #functions: DeclaredFunction[] = [];

  constructor(file: string, text: string) {
    this.#lines = new Lines(file, text);
    this.#problems = new ProblemList(this.#lines);
    this.#stream = new TokenStream(outlineOf(text), this.#lines, this.#problems);
  }

  read(): DeclaredFunctions {
    const stream = this.#stream;
    // The package clause is like any other declaration here, for parseHead has found it right.
    this.#skipDeclaration();
    let before = 'import';
    while (this.#isSound && !stream.is('EOF')) {
      const keyword = stream.token;
      if (!DECLARATIONS.has(keyword)) stream.failExpected('declaration');
      else if (keyword === 'import' && before !== 'import') {
        stream.fail('imports must appear before other declarations');
      } else if (keyword === 'func') this.#function();
      else this.#skipDeclaration();
      before = keyword;
    }
    const error = this.#problems.error();
    return { functions: error === undefined ? this.#functions : [], error };
  }

  get #isSound(): boolean {
    return this.#problems.count === 0;
  }

  #function(): void {
    const stream = this.#stream;
    const { start } = stream;
    stream.next();
    const isMethod = stream.is('(');
    if (isMethod) this.#list('(');
    const name = stream.text;
    stream.expect('IDENT');
    const typeParameters = stream.is('[') ? this.#list('[') : [];
    const parameters = this.#list('(');
    const hasResults = this.#results();
    const hasBody = this.#isSound && stream.is('{');
    const lastComment = hasBody ? this.#body() : undefined;
    this.#end(hasBody);
    if (isMethod || !this.#isSound) return;
    const hasTypeParameters = typeParameters.length > 0;
    const position = this.#lines.at(start);
    this.#functions.push({
      name,
      position,
      hasTypeParameters,
      parameters,
      hasResults,
      hasBody,
      lastComment,
    });
  }

  /** Reads a list with its brackets: the tokens between these. */
  #list(opening: string): readonly Token[] {
    const stream = this.#stream;
    if (!stream.is(opening)) {
      if (this.#isSound) stream.failExpected(`'${opening}'`);
      return [];
    }
    const tokens: Token[] = [];
    this.#toClosing((token) => tokens.push(token));
    stream.next();
    return tokens.slice(1);
  }

  /** Reads the results of a function; whether there are any. */
  #results(): boolean {
    const stream = this.#stream;
    if (stream.is('(')) return this.#list('(').length > 0;
    let before = '';
    while (this.#isSound && !stream.is(';') && !(stream.is('{') && !BRACES_FOLLOW.has(before))) {
      before = stream.token;
      this.#skipOne();
    }
    return before !== '';
  }

  /** Goes behind a body; the last comment in it. */
  #body(): CommentGroup | undefined {
    const stream = this.#stream;
    const { start } = stream;
    this.#toClosing();
    const last = stream.groups.at(-1);
    stream.next();
    return last !== undefined && (last[0]?.start ?? -1) > start ? last : undefined;
  }

  /** Goes behind the semicolon that ends a function. */
  #end(hasBody: boolean): void {
    const stream = this.#stream;
    if (!this.#isSound || stream.is(')') || stream.is('}')) return;
    if (!stream.is(';')) stream.failExpected("';'");
    stream.next();
    if (!hasBody && stream.is('{')) stream.fail('unexpected semicolon or newline before {');
  }

  /** Goes behind the semicolon that ends a declaration, or to the bracket that does. */
  #skipDeclaration(): void {
    const stream = this.#stream;
    while (this.#isSound && !stream.is('EOF')) {
      if (stream.is(')') || stream.is('}')) return;
      const isEnd = stream.is(';');
      this.#skipOne();
      if (isEnd) return;
    }
  }

  /** Goes behind a token, or behind all that is in the brackets that it opens. */
  #skipOne(): void {
    const stream = this.#stream;
    if (CLOSING[stream.token] !== undefined) this.#toClosing();
    else if (stream.is('EOF') || isClosing(stream.token)) stream.failExpected("';'");
    stream.next();
  }

  /** Goes from an opening bracket to the one that closes it. `seen` gets each token before that. */
  #toClosing(seen?: (token: Token) => void): void {
    const stream = this.#stream;
    const open: string[] = [];
    let before = '';
    while (this.#isSound) {
      const { token, text } = stream;
      const closing = CLOSING[token];
      const expected = open.at(-1);
      // Functions have names outside of all brackets alone.
      if (before === 'func' && token !== '(') stream.failExpected("'('");
      else if (closing !== undefined) open.push(closing);
      else if (token === expected) open.pop();
      else if (expected !== undefined && (token === 'EOF' || isClosing(token))) {
        stream.failExpected(`'${expected}'`);
      }
      before = token;
      if (open.length === 0) return;
      seen?.({ token, text });
      stream.next();
    }
  }
}
