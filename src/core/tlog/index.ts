// The tamper-evident log beneath a checksum database: hashes, proofs, tiles, and what is sent of it.

export { TlogError, type TlogErrorCode } from './error.js';
export {
  formatHash,
  HASH_SIZE,
  type Hash,
  parseHash,
  sameHash,
  type TreeHasher,
  treeHasher,
} from './hash.js';
export {
  checkRecord,
  checkTree,
  proveRecord,
  proveTree,
  type RecordProof,
  type TreeProof,
  treeHash,
  treeHashFrom,
  treeHashIndexes,
  treeProofFrom,
  treeProofIndexes,
} from './proof.js';
export { formatRecord, isValidRecordText, type ParsedRecord, parseRecord } from './record.js';
export {
  type HashReader,
  MAX_TREE_SIZE,
  splitStoredHashIndex,
  storedHashCount,
  storedHashes,
  storedHashesForRecordHash,
  storedHashIndex,
} from './stored.js';
export {
  fullTile,
  isFull,
  newTiles,
  parseTilePath,
  readTileData,
  type Tile,
  tileForIndex,
  tileParent,
  tilePath,
} from './tile.js';
export { hashFromTile, TileHashes } from './tile-hashes.js';
export { TilePlan } from './tile-plan.js';
export { formatTree, parseTree, type Tree } from './tree.js';
