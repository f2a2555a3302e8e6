// Which packages the words of a command line name.

export {
  cleanPatterns,
  describeMatchError,
  isLiteral,
  isLocal,
  isLocalImport,
  isMetaPackage,
  isStandardImportPath,
  onlyLibrariesWarning,
  type PathStyle,
  SLASH_PATHS,
  unmatchedWarning,
} from './command-line.js';
export { SearchError, type SearchErrorCode } from './errors.js';
export { folderProblem } from './folder-problem.js';
export { FolderPattern, type FolderTree } from './folders.js';
export { areGoFiles, COMMAND_LINE_ARGUMENTS, folderOfGoFiles, notGoFile, type WordKind } from './go-files.js';
export { type GorootSource, gorootTrees, isVendoredCommand } from './goroot.js';
export { ignoreFolders } from './ignore.js';
export { checkNoVersion, checkPackagePath, checkSafePath, isSafeArgument } from './import-path.js';
export {
  isHiddenFolder,
  isModule,
  type PackageFolder,
  PackagePattern,
  type PackageTree,
  type PackageWalkEvents,
} from './packages.js';
