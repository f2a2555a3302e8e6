// The engine as a library: make a session, open a loader, ask.
//
// Rooms have entry points of their own (gomod/engine/cache, ...); this one has what every use begins with.

export { createSession, type SessionOptions, systemClock } from './create-session.js';
export {
  type Download,
  type DownloadedModule,
  downloadModules,
  NothingToDownload,
} from './download/index.js';
export {
  createEnvironment,
  type Environment,
  EnvironmentError,
  type EnvironmentOptions,
} from './env/index.js';
export { causes, EngineError, type EngineErrorCode, FatalError, findCause, isNotExist } from './error.js';
export type { EventSink, SessionEvent } from './events.js';
export type { FileSystem, Locker } from './io/index.js';
export { type Listing, type ListOptions, listModules, type ModulePublic } from './list/index.js';
export { downloadPolicy, type Loader, type LoadPolicy, listPolicy, verifyPolicy } from './load/index.js';
export { type Workshop, withLoader } from './open-loader.js';
export { type NodePrimitives, nodePrimitives } from './primitives.js';
export type { Clock, ModuleFlags, Primitives, Session } from './session.js';
export { type HttpRequest, type HttpResponse, type Transport, TransportError } from './transport.js';
export { verifyModules } from './verify/index.js';
