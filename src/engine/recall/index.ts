// Remembering what runs said that did nothing but look.

export { RunMemory } from './memory.js';
export { Observer } from './observer.js';
export type { Loss } from './recall.js';
