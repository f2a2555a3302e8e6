// The one history that a client has seen.
//
// The latest signed tree is the client's memory, in this process and in the configuration file. Every tree that
// arrives is either older, and then has to be the beginning of the latest, or newer, and then has to begin with
// the latest and takes its place. Anything else proves that the database showed two histories to us: that is
// reported with both notes and the proof. The file may be moved forward by others at any time; it is
// read again and merged until what it holds is ours.
// Rules: golang.org/x/mod/sumdb (mergeLatest, checkTrees).

import { messageOf } from '../error.js';
import { NoteError, open, type Verifiers } from '../note/index.js';
import {
  checkTree,
  formatHash,
  type Hash,
  parseTree,
  sameHash,
  TlogError,
  type Tree,
  type TreeHasher,
  treeHashFrom,
  treeHashIndexes,
  treeProofFrom,
  treeProofIndexes,
} from '../tlog/index.js';
import { SumdbError } from './error.js';
import type { ClientOps } from './ops.js';
import type { TileStore } from './tiles.js';

/** How often the configuration file may change under us before we give up. */
const MAX_CONFLICTS = 1000;

/** A tree with the note that signs it; the note of the empty tree is empty. */
interface Head {
  readonly tree: Tree;
  readonly note: Uint8Array;
}

type When = 'past' | 'now' | 'future';

/** See the head of this file. */
export class Timeline {
  #latest: Head;

  constructor(
    private readonly ops: ClientOps,
    private readonly file: string,
    private readonly verifiers: Verifiers,
    private readonly tiles: TileStore,
    private readonly hasher: TreeHasher,
  ) {
    this.#latest = { tree: { size: 0, hash: hasher.empty() }, note: new Uint8Array(0) };
  }

  /** The latest tree. */
  get latest(): Tree {
    return this.#latest.tree;
  }

  /**
   * Checks the signed tree in `note` against the latest, which it may become; the file follows. Rejects with a
   * SumdbError: `tree` when the note is no good or cannot be compared, `security` for a second history.
   */
  async merge(note: Uint8Array): Promise<void> {
    if ((await this.#mergeInMemory(note)) !== 'future') return;
    for (let tries = 0; tries < MAX_CONFLICTS; tries++) {
      const stored = await this.ops.readConfig(this.file);
      if ((await this.#mergeInMemory(stored)) !== 'past') return;
      if (await this.ops.writeConfig(this.file, stored, this.#latest.note)) return;
    }
    throw new SumdbError('conflict', 'write conflict');
  }

  /** Where the tree in `note` stood to the latest one when this was called; `future` has become the latest. */
  async #mergeInMemory(note: Uint8Array): Promise<When> {
    if (note.length === 0) return this.latest.size === 0 ? 'now' : 'past';
    const head = this.#open(note);
    for (;;) {
      const latest = this.#latest;
      if (head.tree.size <= latest.tree.size) {
        await this.#requireContained(head, latest);
        return head.tree.size < latest.tree.size ? 'past' : 'now';
      }
      await this.#requireContained(latest, head);
      // While tiles were read another tree may have become the latest; then that one has to fit as well.
      if (this.#latest === latest) {
        this.#latest = head;
        return 'future';
      }
    }
  }

  #open(note: Uint8Array): Head {
    if (sameBytes(note, this.#latest.note)) return this.#latest;
    let text: string;
    try {
      text = open(note, this.verifiers).text;
    } catch (error) {
      if (!(error instanceof NoteError)) throw error;
      throw new SumdbError('tree', `reading tree note: ${error.message}\nnote:\n${decode(note)}`, error);
    }
    try {
      return { tree: parseTree(text), note };
    } catch (error) {
      if (!(error instanceof TlogError)) throw error;
      throw new SumdbError('tree', `reading tree: ${error.message}\ntree:\n${text}`, error);
    }
  }

  /** Rejects unless the newer tree begins with the older one. */
  async #requireContained(older: Head, newer: Head): Promise<void> {
    let hash: Hash;
    try {
      const parts = await this.tiles.hashes(newer.tree, treeHashIndexes(older.tree.size));
      hash = treeHashFrom(parts, this.hasher);
    } catch (error) {
      const against = older.tree.size === newer.tree.size ? '' : ` against tree#${newer.tree.size}`;
      const message = `checking tree#${older.tree.size}${against}: ${messageOf(error)}`;
      throw new SumdbError('tree', message, error);
    }
    if (sameHash(hash, older.tree.hash)) return;
    this.ops.securityError(await this.#report(older, newer, hash));
    throw new SumdbError('security', 'security error: misbehaving server');
  }

  /** Both notes, and the proof that the newer tree has `hash` where the older one signed something else. */
  async #report(older: Head, newer: Head, hash: Hash): Promise<string> {
    const indented = (note: Uint8Array) => decode(note).replaceAll('\n', '\n\t');
    return [
      'SECURITY ERROR\n',
      'go.sum database server misbehavior detected!\n\n',
      `old database:\n\t${indented(older.note)}\n`,
      `new database:\n\t${indented(newer.note)}\n`,
      `proof of misbehavior:\n\t${formatHash(hash)}`,
      await this.#proof(older.tree.size, newer.tree, hash),
    ].join('');
  }

  async #proof(olderSize: number, newer: Tree, hash: Hash): Promise<string> {
    try {
      const hashes = await this.tiles.hashes(newer, treeProofIndexes(newer.size, olderSize));
      const proof = treeProofFrom(newer.size, olderSize, hashes, this.hasher);
      checkTree(proof, newer.size, newer.hash, olderSize, hash, this.hasher);
      return proof.map((part) => `\n\t${formatHash(part)}`).join('');
    } catch (error) {
      const wrong = error instanceof TlogError && error.code === 'proof';
      return `\tinternal error: ${wrong ? 'generated inconsistent proof' : messageOf(error)}\n`;
    }
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function decode(note: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(note);
}
