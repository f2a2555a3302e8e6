// Versions of Go itself: releases, languages, toolchain names, and the two modules that stand for them.

export * from './gates.js';
export {
  isToolchain,
  modCompare,
  modIsPrefix,
  modIsPrerelease,
  modIsValid,
  modMajorMinor,
  modSort,
  type PathVersion,
} from './modules.js';
export { fromToolchain, type ToolchainChoice, TooNewError, toolchainVersion } from './toolchain.js';
export { compare, isLang, isPrerelease, isValid, lang, max, type Order, prev } from './version.js';
