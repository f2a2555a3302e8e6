// How templates fail.

import { GomodError } from '../error.js';

/**
 * `parse`: the text is no template. `execute`: it cannot be carried out on this data. `limit`: it asks for more than
 * this machine can hold, which Go's has no words for.
 */
export type TemplateErrorCode = 'parse' | 'execute' | 'limit';

/** See {@link TemplateErrorCode}. Messages are Go's, and begin with `template: `. */
export class TemplateError extends GomodError<TemplateErrorCode> {}

/** What `work` answers. Stack and memory that it runs out of end in a TemplateError, too. */
export function withinLimits<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new TemplateError('limit', `template: ${name}: too large for this program`, { cause: error });
  }
}
