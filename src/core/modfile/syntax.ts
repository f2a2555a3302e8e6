// The syntax tree of a go.mod or go.work file: every line, block and comment, with positions.
//
// A file is a list of statements. A statement is a line of tokens (`go 1.21`), a block of lines behind a
// common head (`require ( ... )`), or a paragraph of comments that belongs to nothing else. Printing the
// tree gives the file in standard form; nothing of the text but blanks is lost.
//
// Comments hang on nodes: `before` are whole lines above the node, `suffix` those behind it on its line,
// `after` whole lines below it (only edits make these). An empty comment among `before` is a blank line.
// The lists are values: to change one, assign a new list.

/** A place in a file. */
export interface Position {
  /** Line, from 1; 0 in nodes that were not read from a file. */
  readonly line: number;
  /** Code point in the line, from 1. */
  readonly lineRune: number;
  /** Byte in the file, from 0. */
  readonly byte: number;
}

/** The position of nodes that were not read from a file. */
export const NO_POSITION: Position = Object.freeze({ line: 0, lineRune: 0, byte: 0 });

/** One `//` comment, or a blank line. */
export interface Comment {
  readonly start: Position;
  /** The text with its `//`, without the line's end; '' is a blank line. */
  readonly token: string;
  /** Whether it stands behind something on the same line. */
  readonly suffix: boolean;
}

/** The comments of a node. */
export interface Comments {
  before: readonly Comment[];
  suffix: readonly Comment[];
  after: readonly Comment[];
}

const NONE: readonly Comment[] = Object.freeze([]);

/** Base of all nodes. */
export abstract class Node implements Comments {
  /** Whole lines above. */
  before: readonly Comment[] = NONE;
  /** Behind it on its last line. */
  suffix: readonly Comment[] = NONE;
  /** Whole lines below; only edits make these. */
  after: readonly Comment[] = NONE;
}

/** A paragraph of comments of its own: they are its `before`. */
export class CommentBlock extends Node {
  /** Tells statements apart. */
  readonly kind = 'comments';
  /** Where the first comment begins. */
  readonly start: Position;

  constructor(before: readonly Comment[], start: Position = NO_POSITION) {
    super();
    this.start = start;
    this.before = before;
  }
}

/** A line of tokens, of the file or of a block. A line without tokens was dropped: `cleanup` removes it. */
export class Line extends Node {
  /** Tells statements apart. */
  readonly kind = 'line';
  /** The words as written; in a block, without the block's own. */
  token: string[];
  /** Whether the line stands in a block, whose words are not repeated in `token`. */
  inBlock: boolean;
  /** Where the first word begins. */
  readonly start: Position;
  /** Where the last word ends. */
  readonly end: Position;

  constructor(token: string[], inBlock: boolean, start: Position = NO_POSITION, end: Position = NO_POSITION) {
    super();
    this.token = token;
    this.inBlock = inBlock;
    this.start = start;
    this.end = end;
  }

  /** The words with those of the directive: `words` is `token` of a line outside a block. */
  setWords(words: readonly string[]): void {
    this.token = this.inBlock ? words.slice(1) : [...words];
  }

  /** Marks the line, and what is written behind it, for removal by `cleanup`. */
  drop(): void {
    this.token = [];
    this.suffix = NONE;
  }
}

/** One of a block's parentheses, which can have comments of its own. */
export class Paren extends Node {
  /** Tells nodes apart. */
  readonly kind = 'paren';
  /** Where it stands. */
  readonly position: Position;

  constructor(position: Position = NO_POSITION) {
    super();
    this.position = position;
  }
}

/** Lines behind a common head. */
export class LineBlock extends Node {
  /** Tells statements apart. */
  readonly kind = 'block';
  /** Where the first word begins. */
  readonly start: Position;
  /** The words before the parenthesis. */
  token: string[];
  /** The opening parenthesis. */
  lparen: Paren;
  /** The lines between the parentheses. */
  line: Line[];
  /** The closing parenthesis. */
  rparen: Paren;

  constructor(
    token: string[],
    line: Line[] = [],
    start = NO_POSITION,
    lparen = new Paren(),
    rparen = new Paren(),
  ) {
    super();
    this.token = token;
    this.line = line;
    this.start = start;
    this.lparen = lparen;
    this.rparen = rparen;
  }
}

/** A statement of the file. */
export type Statement = CommentBlock | Line | LineBlock;

/** A whole file. Its `before` and `after` are comments that could be given to no statement. */
export class FileSyntax extends Node {
  /** The name that errors show. */
  name: string;
  /** The statements, in their order. */
  stmt: Statement[];

  constructor(name: string, stmt: Statement[] = []) {
    super();
    this.name = name;
    this.stmt = stmt;
  }
}
