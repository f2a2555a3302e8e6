// Taking module zips apart: one pass that hashes and writes, verification, and the threads that do it.

export type { HashedArchive } from './archive-hash.js';
export { UnpackError, type UnpackErrorCode } from './error.js';
export { runUnpack, type UnpackJob, type UnpackResult } from './job.js';
export { createUnpackPool, type PoolOptions, UnpackPool } from './pool.js';
export { createScratch, type Scratch } from './scratch.js';
export { makeToolchainRunnable } from './toolchain.js';
export { runVerify, type VerifyJob } from './verify.js';
