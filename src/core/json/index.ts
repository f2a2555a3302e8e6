// JSON as Go's encoding/json reads and writes it.

export { decodeStruct, type JsonRecord, type JsonStruct, type JsonType, type JsonValue } from './decode.js';
export { quoteJson } from './encode.js';
export {
  JsonError,
  type JsonErrorCode,
  type JsonMember,
  type JsonNode,
  parseJson,
  parseJsonSequence,
} from './scan.js';
