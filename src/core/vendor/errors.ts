// What can be wrong with vendoring, in Go's words.

import { GomodError } from '../error.js';

/** Codes of {@link VendorError}. */
export type VendorErrorCode = 'inconsistent' | 'replaced-inside' | 'collision' | 'bad-mod-flag';

/** A vendor folder that contradicts the main modules, or cannot be made. */
export class VendorError extends GomodError<VendorErrorCode> {}
