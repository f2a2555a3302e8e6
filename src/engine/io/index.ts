// Files and locks as the engine needs them: whole writes, flock, budgets, and failures in Go's words.

export {
  type AtomicOptions,
  createTemporary,
  discard,
  makeFolder,
  mkdirAll,
  orRestore,
  scratchName,
  withPath,
  writeAll,
  writeFileAtomic,
} from './atomic.js';
export { sha256Text } from './digest.js';
export {
  type CallSite,
  describeError,
  errnoCode,
  errnoText,
  fileError,
  isReadOnly,
  readStep,
} from './errno.js';
export {
  type FileSystem,
  hasPlaceOfItsOwn,
  isMachine,
  lookAt,
  passesOn,
  realFileSystem,
} from './filesystem.js';
export { createLocker, isMachineLocker, LockError, type LockErrorCode, type LockerOptions } from './flock.js';
export { Limit } from './limits.js';
export { type LockedFileHost, readLockedFile, transformLockedFile } from './locked-file.js';
export type { HeldLock, Locker, LockKind } from './locker.js';
export { type NewModes, newModes } from './new-modes.js';
export { cleanPath, joinPath } from './path.js';
export { createProcessLocker } from './process-locker.js';
export { removeAll, removeSteps } from './removal.js';
export { OnceCache } from './single-flight.js';
export {
  dropFolder,
  mendFolder,
  replaceFolder,
  type WholeFolder,
  type WholeFolderHost,
} from './whole-folder.js';
export { inflateRawHandle, type ZlibHandle } from './zlib-handle.js';
