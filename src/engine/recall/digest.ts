// Digests by which is known again what was read.

import type { Dirent } from 'node:fs';
import type { FileSystem } from '../io/filesystem.js';
import type { Head } from '../witness.js';

/** 96 bits: against chance, not against intent. */
const DIGITS = 16;

/** A digest of bytes. */
export function digestOf(data: Uint8Array | string): string {
  // Loaded when it is needed: most answers from memory need none.
  return process.getBuiltinModule('node:crypto').hash('sha256', data, 'base64').slice(0, DIGITS);
}

/** A digest of the names in a folder and of what stands under each, links not followed. */
export function digestOfNames(entries: readonly Dirent[]): string {
  return digestOf(
    entries
      .map((entry) => `${kindOf(entry)}${entry.name}`)
      .sort()
      .join('\0'),
  );
}

function kindOf(entry: Dirent): string {
  if (entry.isFile()) return 'f';
  if (entry.isDirectory()) return 'd';
  return entry.isSymbolicLink() ? 'l' : 'o';
}

/** The first bytes of a file as a head. */
export function makeHead(data: Uint8Array, length: number): Head {
  return [length, digestOf(data.subarray(0, length))];
}

/** Whether the file at `path` starts with this head. Throws the node:fs error. */
export function hasHead(fs: Pick<FileSystem, 'readFileSync'>, path: string, [length, digest]: Head): boolean {
  const data = fs.readFileSync(path);
  return data.length >= length && digestOf(data.subarray(0, length)) === digest;
}

/** Whether the names in a folder have this digest. Throws the node:fs error. */
export function hasNames(fs: Pick<FileSystem, 'readdirSync'>, path: string, digest: string): boolean {
  return digestOfNames(fs.readdirSync(path, { withFileTypes: true })) === digest;
}
