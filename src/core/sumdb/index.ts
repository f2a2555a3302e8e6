// Checksum databases: the client that proves what it is told, and the server side.

export { Client, type ClientOptions } from './client.js';
export { SumdbError, type SumdbErrorCode } from './error.js';
export { SUM_GOLANG_ORG } from './known-keys.js';
export { type GoSumSource, MemoryLog } from './memory-log.js';
export type { ClientOps } from './ops.js';
export { SERVER_PATHS, type ServerAnswer, type ServerOps, serve } from './server.js';
