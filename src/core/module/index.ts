// Module paths and versions: which are good, how they are written, compared and matched.

export { matchGlob } from '../glob.js';
export {
  describeFailure,
  InvalidEscapeError,
  InvalidPathError,
  InvalidVersionError,
  ModuleError,
  type ModuleErrorCode,
  moduleError,
  type PathKind,
} from './errors.js';
export { escapePath, escapeVersion, unescapePath, unescapeVersion } from './escape.js';
export { matchPrefixPatterns } from './glob.js';
export { check, checkFilePath, checkImportPath, checkPath, isImportPath, isModulePath } from './path.js';
export {
  canonicalVersion,
  checkPathMajor,
  isMajorElement,
  matchPathMajor,
  pathMajorPrefix,
  type SplitPath,
  splitPathVersion,
} from './path-major.js';
export {
  isPseudoVersion,
  isZeroPseudoVersion,
  pseudoVersion,
  pseudoVersionBase,
  pseudoVersionRev,
  pseudoVersionTime,
  zeroPseudoVersion,
} from './pseudo.js';
export {
  compareModules,
  formatModule,
  type ModuleVersion,
  moduleKey,
  sameModule,
  sort,
} from './version.js';
