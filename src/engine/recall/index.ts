// Remembering what runs said that did nothing but look, what the files of a module graph say, and what is in the
// folders of modules.

export { makeHead } from './digest.js';
export { type FolderFact, KnownFolders } from './known-folders.js';
export { type KnownFile, type KnownGoMod, KnownGraph } from './known-graph.js';
export { RunMemory } from './memory.js';
export { Observer } from './observer.js';
export type { Loss } from './recall.js';
