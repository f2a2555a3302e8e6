// Errors about the settings.

import { EngineError } from '../error.js';

/** A setting that makes no sense. The message is Go's, without "go: ". */
export class EnvironmentError extends EngineError {
  constructor(message: string) {
    super('bad-environment', message);
  }
}
