// Entries of the module cache that are one file each, `.info` and `.mod`, and the `list` beside them: writing them, in
// whatever thread.

export { batchOf, type WriteJob, type Written, writeBatch } from './batch.js';
export { LIST_FILE, type ListHost, listContent, rewriteVersionList } from './version-list.js';
export { type Entry, EntryWriter, type WriterHost } from './writer.js';
