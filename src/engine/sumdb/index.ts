// The checksum database of a session: policy, reaching it, verifying by it.

export {
  createSumDatabase,
  type Lookup,
  type SumDatabase,
  type SumDatabaseParts,
} from './database.js';
export { SumDatabaseError, type SumDatabaseErrorCode, VerificationError } from './error.js';
export { type DatabaseView, explainMismatch, type Mismatch } from './explain.js';
export { usesSumDatabase } from './policy.js';
export { type DatabaseSettings, parseGoSumDb } from './settings.js';
