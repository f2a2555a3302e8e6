// The program that the go command makes to run the tests of a package: what it calls, and its text.
//
// Bytes of test files in, text out. Defined by cmd/go/internal/load, go/parser and go/doc of Go 1.26.

export { TestMainError, type TestMainErrorCode } from './error.js';
export { makeTestMain, type TestedSources, type TestMain, type TestSource } from './test-main.js';
