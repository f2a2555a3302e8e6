// Numbers and literals as Go's strconv reads and writes them.
//
// Integers are bigints, for Go's have 64 bits. Texts are read by the rules of Go's literals: base prefixes,
// underscores between digits. Where Go's functions answer an error, these answer undefined. Defined by Go's strconv.

export { type FloatBits, type FloatVerb, formatFloat } from './float-format.js';
export { parseFloat64 } from './float-parse.js';
export { type Integer, parseInteger, toInt64, toUint64 } from './integer.js';
export { canBackquote, quoteAscii, quoteCharAscii, readChar, unquote } from './literal.js';
