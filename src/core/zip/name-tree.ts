// The names of an archive as a tree of their elements, in two arrays of numbers.
//
// A path of n characters can imply n/2 folders, whose full names are n^2/4 characters, and a map of a million names
// takes seconds to fill. Here each element is hashed once and compared once, and no object is made for it. The hash
// is no secret, so that an archive may be made of elements that meet in it: steps are counted, and an archive that
// takes too many is refused, as is one that implies too many folders.

import { ZipError } from './error.js';
import { MAX_NAMES } from './limits.js';

/** The fields of a node. Its element is texts[TEXT] from behind the end of its parent's to END. */
const PARENT = 0;
const TEXT = 1;
const END = 2;
const HASH = 3;
const STRIDE = 4;

const ROOT = -1;
const SLASH = 0x2f;
const FIRST_NODES = 64;
/** Steps past places that are taken: how many are free, and how many an element may need on average. Honest names need two. */
const FREE_STEPS = 1 << 16;
const MAX_STEPS = 32;

function seed(parent: number): number {
  return Math.imul(parent, 0x9e3779b1);
}

function spread(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** See the head of this file. Nodes are numbered from 0, in the order in which they are first met. */
export class NameTree {
  private readonly texts: string[] = [];
  private nodes = new Int32Array(FIRST_NODES * STRIDE);
  /** Node + 1 by hash, with linear probing; 0 is a free place. At most half full. */
  private table = new Int32Array(FIRST_NODES * 2);
  private count = 0;
  private elements = 0;
  private steps = 0;
  /** The name that is walked, its nodes, and whether it is in `texts`. */
  private text = '';
  private readonly path: number[] = [];
  private kept = false;

  /** How many nodes there are. */
  get size(): number {
    return this.count;
  }

  /**
   * The nodes of the elements of `text`, outermost first, valid until the next call; those that are missing are made.
   * Throws {@link ZipError} `entries` when there are too many of them, or when finding them takes too long.
   */
  walk(text: string): readonly number[] {
    const { path } = this;
    // Most files stand beside the one before them.
    let start = text.lastIndexOf('/') + 1;
    const beside = text.slice(0, start) === this.text.slice(0, this.text.lastIndexOf('/') + 1);
    if (beside) path.pop();
    else path.length = start = 0;
    this.text = text;
    this.kept = false;
    let parent = path.at(-1) ?? ROOT;
    let hash = seed(parent);
    for (let i = start; i <= text.length; i++) {
      const code = i === text.length ? SLASH : text.charCodeAt(i);
      if (code !== SLASH) {
        hash = Math.imul(hash ^ code, 0x01000193);
        continue;
      }
      parent = this.find(parent, start, i, spread(hash));
      path.push(parent);
      start = i + 1;
      hash = seed(parent);
    }
    return path;
  }

  private find(parent: number, start: number, end: number, hash: number): number {
    this.elements++;
    const mask = this.table.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const node = this.table[place]! - 1;
      if (node < 0) return this.add(parent, end, hash, place);
      if (this.is(node, parent, start, end, hash)) return node;
      if (++this.steps > FREE_STEPS + MAX_STEPS * this.elements) throw tooMany();
    }
  }

  private is(node: number, parent: number, start: number, end: number, hash: number): boolean {
    const { nodes, text } = this;
    const at = node * STRIDE;
    if (nodes[at + HASH] !== hash || nodes[at + PARENT] !== parent || nodes[at + END] !== end) return false;
    // Elements with one parent begin at one place: these have the same length.
    const known = this.texts[nodes[at + TEXT]!]!;
    for (let i = start; i < end; i++) if (known.charCodeAt(i) !== text.charCodeAt(i)) return false;
    return true;
  }

  private add(parent: number, end: number, hash: number, place: number): number {
    if (this.count >= MAX_NAMES) throw tooMany();
    if (!this.kept) this.texts.push(this.text);
    this.kept = true;
    const node = this.count++;
    const at = node * STRIDE;
    this.nodes[at + PARENT] = parent;
    this.nodes[at + TEXT] = this.texts.length - 1;
    this.nodes[at + END] = end;
    this.nodes[at + HASH] = hash;
    this.table[place] = node + 1;
    if (this.count * STRIDE === this.nodes.length) this.grow();
    return node;
  }

  private grow(): void {
    const nodes = new Int32Array(this.nodes.length * 2);
    nodes.set(this.nodes);
    this.nodes = nodes;
    this.table = new Int32Array(this.table.length * 2);
    const mask = this.table.length - 1;
    for (let node = 0; node < this.count; node++) {
      let place = nodes[node * STRIDE + HASH]! & mask;
      while (this.table[place] !== 0) place = (place + 1) & mask;
      this.table[place] = node + 1;
    }
  }
}

function tooMany(): ZipError {
  return new ZipError('entries', 'zip: too many folders');
}
