// Source files as the go command sees them: names, build constraints, imports, embedded files, cgo, packages.
//
// Bytes in, values out; which folder to look into is for others to know. `readSource` reads a file whatever it is
// built for, `assemblePackage` puts the files of a folder together for one build (go/build's Import), and
// `scanSource` with `scanImports` is the shorter way of the module loader (cmd/go/internal/imports). Defined by
// those, go/build/constraint, go/parser, go/doc and internal/syslist of Go 1.26.

export { type CgoFlags, noCgoFlags } from './cgo.js';
export { type CommentGroup, commentText } from './comments.js';
export { type Constraint, formatConstraint, holds, mayHold, type TagTest } from './constraint.js';
export { isGoBuildLine, isPlusBuildLine, parseConstraint } from './constraint-parse.js';
export {
  architectureTags,
  type BuildContext,
  moduleTagTest,
  nameHolds,
  releaseTags,
  tagTest,
} from './context.js';
export { type DebugSetting, type DirectiveWord, embedPatterns, parseDebugDirective } from './directive.js';
export type { Embed } from './embeds.js';
export {
  ImportsError,
  type ImportsErrorCode,
  type ImportsErrorDetails,
  type SyntaxProblem,
} from './error.js';
export { type FileLists, noFileLists } from './file-lists.js';
export { type FileKind, fileKind, isTestName, nameTags } from './file-name.js';
export { foreignSourceError, listedFiles } from './foreign.js';
export { headLength } from './head.js';
export { type Header, headerHolds, headerMayHold, readHeader } from './header.js';
export { formatPosition, Lines, type Position } from './lines.js';
export { type PartReport, scanNumber } from './numbers.js';
export { assemblePackage, type PackageSetting, type SourcePackage } from './package.js';
export { parseHead } from './parser.js';
export type { Declarations, PackagePart } from './part.js';
export { ProblemList } from './problems.js';
export {
  isScanned,
  type QuickScan,
  type ScannedFile,
  type ScannedImports,
  type ScanTags,
  scanImports,
  scannedOf,
  scanSource,
} from './scan.js';
export { type Directive, readSource, type SourceFile, type SourceImport, unreadSource } from './source.js';
export { scanRune, scanString } from './strings.js';
export { synopsis } from './synopsis.js';
export { isKnownArchitecture, isKnownSystem, isUnixSystem, parentSystem } from './systems.js';
export { TokenStream } from './token-stream.js';
