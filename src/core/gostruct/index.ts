// Printing values as Go prints its structs.
//
// The go command prints structs: as JSON (`-json`), through templates (`-f`), by `%v`. A descriptor states once
// what such a struct looks like, in Go's terms: type name, fields in order, which are left out when empty, and
// which property of our value each one shows. Values are plain objects; `undefined` stands for nil.

export { quoteJson as jsonString } from '../json/index.js';
export { type Descriptor, type Field, type FieldType, fieldsOf } from './descriptor.js';
export { marshalIndent } from './json.js';
