// Values as Go has them: types, and data of ours behind them.
//
// The go command prints structs: as JSON (`-json`), through templates (`-f`), by `%v`. A descriptor states once
// what such a struct looks like, in Go's terms: type name, fields in order, which are left out when empty, methods,
// and which property of our value each one shows. Everything else about types and values follows from that.

export { quoteJson as jsonString } from '../json/index.js';
export { type FieldType, fieldsOf, structOf } from './descriptor.js';
export { durationType, method, monthType, weekdayType } from './duration-types.js';
export { equalValues, lookUp } from './equality.js';
export { marshalIndent } from './json.js';
export { compareValues, type MapEntry, sortedEntries } from './map-order.js';
export { type TimeTypes, timeTypes } from './time-types.js';
export {
  assignable,
  type BasicType,
  type Call,
  type Field,
  type FuncType,
  findMethod,
  funcOf,
  type GoType,
  goAny,
  goBool,
  goComplex128,
  goError,
  goFloat64,
  goInt,
  goInt64,
  goString,
  goUint8,
  goUint64,
  type InterfaceType,
  isComparable,
  iteratorOf,
  type MapType,
  type Method,
  type Methods,
  mapOf,
  type PointerType,
  pointerTo,
  type SliceType,
  type StructType,
  sameType,
  sliceOf,
} from './types.js';
export {
  address,
  boundMethod,
  byteLength,
  CallError,
  type Complex,
  concrete,
  deref,
  elementAt,
  fieldOf,
  fromPlain,
  goValue,
  integerOf,
  isInteger,
  isNil,
  isSigned,
  joinTexts,
  lengthOf,
  nilDereference,
  pointer,
  sliceText,
  type Value,
  zeroOf,
} from './value.js';
