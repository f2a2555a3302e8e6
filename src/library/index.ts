// `gomod`: the module system as a library. A session lists, downloads, verifies and edits modules where the go command
// would, without a Go installation.
//
// What needs neither disk nor network has entries of its own: gomod/modfile, gomod/semver, gomod/module, gomod/gosum,
// gomod/graph, gomod/zip, gomod/sumdb, gomod/template.

export { GomodError } from '../core/error.js';
export type { Selection } from '../core/graph/index.js';
export type { ModFile } from '../core/modfile/index.js';
export type { ModuleVersion } from '../core/module/index.js';
export type { NeededModule } from '../core/need/index.js';
export type { DownloadedModule } from '../engine/download/index.js';
export { EngineError, type EngineErrorCode, isNotExist } from '../engine/error.js';
export type { SessionEvent } from '../engine/events.js';
export type { Origin } from '../engine/fetch/index.js';
export {
  type FileSystem,
  type HeldLock,
  LockError,
  type LockErrorCode,
  type Locker,
  type LockKind,
} from '../engine/io/index.js';
export type { ModuleFailure, ModulePublic } from '../engine/list/index.js';
export type { FetchLike } from '../engine/transport/index.js';
export type { Edge, ModuleGraph } from './module-graph.js';
export {
  type CallOptions,
  createSession,
  type DownloadOptions,
  type EditOptions,
  type GraphOptions,
  type ListOptions,
  type Needed,
  type NeedOptions,
  type Session,
  type SessionFlags,
  type SessionOptions,
} from './session.js';
