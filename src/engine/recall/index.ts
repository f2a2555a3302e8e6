// Remembering what runs said that did nothing but look, and what the files of a module graph say.

export { type KnownFile, type KnownGoMod, KnownGraph } from './known-graph.js';
export { RunMemory } from './memory.js';
export { Observer } from './observer.js';
export type { Loss } from './recall.js';
