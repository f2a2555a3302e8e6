// Fetching: modules and what is known about them, by policy, verified, through the module cache.

export { goModKey } from '../../core/gosum/index.js';
export type { Origin, RevInfo, Versions } from '../proxyclient/index.js';
export { type FetchedModule, Fetcher, type FetcherParts, ModuleUnusableError } from './fetcher.js';
export { TOOLCHAIN_MODULE } from './go-versions.js';
export { type LedgerHost, type SumKey, SumLedger } from './sum-ledger.js';
