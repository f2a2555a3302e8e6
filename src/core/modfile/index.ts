// go.mod and go.work: read without loss, understand, edit, and write.

export { isIndirect } from './comments.js';
export { DirectiveFile } from './common.js';
export { isDirectoryPath } from './directives.js';
export * from './entries.js';
export { ModFileError, type ModFileErrorCode, type ModFileErrorDetails, ModFileErrorList } from './errors.js';
export { type GoModFacts, goModFactsOf, readGoModFacts } from './facts.js';
export { ModFile } from './file.js';
export { goFlagProblem, isGoVersion, isToolchainName } from './go-version.js';
export { modulePath } from './module-path.js';
export { parse, parseLax, parseWork } from './parse.js';
export { type PlainGoMod, readPlain } from './plain.js';
export { format } from './print.js';
export { readSyntax } from './read.js';
export { type ReplaceLine, ReplaceLines } from './replace-lines.js';
export type { Requirement } from './requirements.js';
export { autoQuote, mustQuote, parseString, StringError } from './strings.js';
export {
  type Comment,
  CommentBlock,
  type Comments,
  FileSyntax,
  Line,
  LineBlock,
  NO_POSITION,
  type Node,
  Paren,
  type Position,
  type Statement,
} from './syntax.js';
export { type WantedUse, WorkFile } from './work.js';
