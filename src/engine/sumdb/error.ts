// What can go wrong with the choice of a checksum database and with what it says.

import { ModuleError, type ModuleVersion } from '../../core/module/index.js';
import { EngineError } from '../error.js';

/**
 * - `gosumdb`: GOSUMDB is off where it is needed, or malformed. `unreachable`: no answer from the database.
 * - `mismatch`: it has another hash. `absent`: it has none of that module.
 */
export type SumDatabaseErrorCode = 'gosumdb' | 'unreachable' | 'mismatch' | 'absent';

/** Error of this room. */
export class SumDatabaseError extends EngineError<SumDatabaseErrorCode> {}

/** A module that could not be verified: `path@version: verifying module: ...`. The reason is the cause. */
export class VerificationError extends ModuleError {
  override readonly hint: string | undefined;

  constructor(m: ModuleVersion, reason: SumDatabaseError) {
    super(m, reason);
    this.hint = reason.hint;
  }
}
