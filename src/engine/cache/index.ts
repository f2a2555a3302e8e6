// The module cache: where things are in GOMODCACHE, how they get there whole, and how they are removed.

export { type CleanHost, removeModuleCache } from './clean.js';
export { CacheError, type CacheErrorCode } from './errors.js';
export type { FolderState, IncompleteReason } from './folder-state.js';
export type { Installed, InstallRequest } from './install.js';
export { CacheLayout, type EntrySuffix } from './layout.js';
export { ModuleCache } from './module-cache.js';
export { hasSideLock, type SideLockHost, withSideLock } from './side-lock.js';
export type { FetchedZip, Unpack, UnpackJob, UnpackResult, ZipSource } from './unpack-port.js';
