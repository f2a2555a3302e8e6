// Edits of the syntax tree that all directives share: adding a line where it belongs, and clearing away what
// was dropped.

import { type FileSyntax, Line, LineBlock, type Statement } from './syntax.js';

/** The last statement for `verb`: a new line goes beside it. */
function lastStatement(file: FileSyntax, verb: string): Statement | undefined {
  return file.stmt.findLast((statement) => statement.kind !== 'comments' && statement.token[0] === verb);
}

/** Makes the line `words` the statement at `index`: without one, the last. */
export function insertLine(file: FileSyntax, words: readonly string[], index = file.stmt.length): Line {
  const line = new Line([...words], false);
  file.stmt.splice(index, 0, line);
  return line;
}

/** Adds a line to `block`, behind its line `after` or at its end. */
function addToBlock(block: LineBlock, words: readonly string[], after: number): Line {
  const line = new Line(words.slice(1), true);
  block.line.splice(after + 1, 0, line);
  return line;
}

/** Turns the single line at `index` into a block that holds it. */
export function toBlock(file: FileSyntax, index: number, line: Line): LineBlock {
  const block = new LineBlock(line.token.slice(0, 1), [line]);
  line.token = line.token.slice(1);
  line.inBlock = true;
  file.stmt[index] = block;
  return block;
}

/**
 * Adds the line `words` (the directive first). Beside a `hint` of the same directive it becomes the next line
 * of its block, which is made if need be; beside any other hint it becomes the next statement. Without a hint
 * it goes to the end of the last block or line of its directive, or to the end of the file.
 */
export function addLine(file: FileSyntax, words: readonly string[], hint?: Line | LineBlock): Line {
  const verb = words[0] ?? '';
  const near: Statement | undefined = hint ?? lastStatement(file, verb);
  if (near !== undefined) {
    for (const [index, statement] of file.stmt.entries()) {
      if (statement.kind === 'comments') continue;
      const inside = statement.kind === 'block' && near instanceof Line ? statement.line.indexOf(near) : -1;
      if (statement !== near && inside < 0) continue;
      if (statement.token[0] !== verb) return insertLine(file, words, index + 1);
      const block = statement.kind === 'line' ? toBlock(file, index, statement) : statement;
      return addToBlock(block, words, inside < 0 ? block.line.length - 1 : inside);
    }
  }
  return insertLine(file, words);
}

/** Adds the line `words` beside `near`, as `addLine` does; without one, at the end of the file. */
export function addBeside(file: FileSyntax, words: readonly string[], near: Line | undefined): Line {
  return near === undefined ? insertLine(file, words) : addLine(file, words, near);
}

/** The block's only line takes the block's place, and its comments. */
function collapse(block: LineBlock, line: Line): void {
  line.before = [...block.before, ...line.before];
  line.suffix = [...line.suffix, ...block.suffix];
  line.after = [...line.after, ...block.after];
  line.token = [...block.token, ...line.token];
  line.inBlock = false;
}

function cleanStatement(statement: Statement): Statement[] {
  if (statement.kind === 'comments') return [statement];
  if (statement.kind === 'line') return statement.token.length > 0 ? [statement] : [];
  statement.line = statement.line.filter((line) => line.token.length > 0);
  const [only, ...others] = statement.line;
  if (only === undefined) return [];
  if (others.length > 0 || statement.rparen.before.length > 0) return [statement];
  collapse(statement, only);
  return [only];
}

/**
 * Removes dropped lines and the blocks they leave empty; a block of one line becomes that line. To be called
 * once after all edits: `Line.drop` alone leaves the tree as it is.
 */
export function cleanTree(file: FileSyntax): void {
  file.stmt = file.stmt.flatMap(cleanStatement);
}
