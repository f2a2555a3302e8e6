// The packages of Go's standard library: facts of their files, for every port.

export {
  formatFileName,
  formatIndex,
  formatShared,
  INDEX_LIMIT,
  parseFileName,
  parseIndexes,
  parseShared,
} from './codes.js';
export type { StandardFile, StandardPackage } from './facts.js';
export { type StandardData, StandardLibrary } from './library.js';
