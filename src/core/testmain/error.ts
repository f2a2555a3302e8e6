// Errors of test functions, in the words of cmd/go/internal/load.

import { GomodError } from '../error.js';

/** What is wrong: a test function that cannot be called as one; a second TestMain. */
export type TestMainErrorCode = 'wrong-signature' | 'multiple-mains';

/** The error of this room. Syntax errors are those of the room `imports`. */
export class TestMainError extends GomodError<TestMainErrorCode> {}
