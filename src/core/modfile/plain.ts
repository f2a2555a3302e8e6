// What version selection needs of a dependency's go.mod, read without a syntax tree where the file is written
// plainly: nearly every file is, and a cold run reads a thousand of them.
//
// Plain is: printable ASCII, no quotes, brackets or commas, blocks opened by `verb (` and closed by `)` on lines of
// their own, no retractions or deprecations, every line right. Whatever else a file holds, `parseLax` decides. A law
// in plain.test.ts: what is read here is what parseLax reads.

import { canonicalVersion, checkPathMajor, type ModuleVersion, splitPathVersion } from '../module/index.js';
import { isGoVersion } from './go-version.js';

/** What a plainly written go.mod of a dependency says. */
export interface PlainGoMod {
  /** '' without a module line. */
  readonly modulePath: string;
  /** '' without a go line. */
  readonly goVersion: string;
  /** In file order. */
  readonly require: readonly ModuleVersion[];
}

const LATIN1 = new TextDecoder('latin1');
const NOT_PLAIN = /[^\n\t\x20-\x7e]|["'`[\]{},]|\/\*|retract|Deprecated/;
/** Directives that say nothing about a dependency. */
const IGNORED = new Set(['exclude', 'godebug', 'replace', 'tool', 'toolchain']);
const BLOCKS = new Set(['exclude', 'godebug', 'replace', 'require', 'tool']);

/** Ends the reading. */
class NotPlain extends Error {}

class PlainReader {
  modulePath: string | undefined;
  goVersion: string | undefined;
  readonly require: ModuleVersion[] = [];
  /** The verb of the block that the lines are in. */
  #block: string | undefined;

  constructor(private readonly known: Map<string, ModuleVersion>) {}

  /** Throws where the text is not plain. */
  read(text: string): void {
    for (let at = 0; at < text.length; ) {
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline;
      this.#line(text.slice(at, end));
      at = end + 1;
    }
    if (this.#block !== undefined) throw new NotPlain();
  }

  #line(line: string): void {
    const comment = line.indexOf('//');
    const content = (comment < 0 ? line : line.slice(0, comment)).trim();
    if (content === '') return;
    const words = content.split(/[ \t]+/);
    if (content.includes('(') || content.includes(')')) this.#bracket(words);
    else if (this.#block === undefined) this.#directive(words[0]!, words.slice(1));
    else this.#directive(this.#block, words);
  }

  #bracket([first = '', second, ...rest]: readonly string[]): void {
    if (this.#block === undefined && BLOCKS.has(first) && second === '(' && rest.length === 0) {
      this.#block = first;
    } else if (this.#block !== undefined && first === ')' && second === undefined) {
      this.#block = undefined;
    } else throw new NotPlain();
  }

  #directive(verb: string, words: readonly string[]): void {
    const [first = '', second = ''] = words;
    if (verb === 'require' && words.length === 2) this.#require(first, second);
    else if (verb === 'module' && words.length === 1 && this.modulePath === undefined)
      this.modulePath = first;
    else if (verb === 'go' && words.length === 1 && this.goVersion === undefined && isGoVersion(first)) {
      this.goVersion = first;
    } else if (!IGNORED.has(verb)) throw new NotPlain();
  }

  #require(path: string, written: string): void {
    const key = `${path} ${written}`;
    let m = this.known.get(key);
    if (m === undefined) {
      const version = canonicalVersion(written);
      const { ok, pathMajor } = splitPathVersion(path);
      if (version === '' || !ok) throw new NotPlain();
      checkPathMajor(version, pathMajor);
      m = { path, version };
      this.known.set(key, m);
    }
    this.require.push(m);
  }
}

/**
 * What the go.mod says; undefined where it is not written plainly, and then it may be anything. `known`: requirements
 * that were read before, to be given to every call of a run: the go.mod files of a graph say the same ones again and
 * again.
 */
export function readPlain(
  data: Uint8Array,
  known: Map<string, ModuleVersion> = new Map(),
): PlainGoMod | undefined {
  const text = LATIN1.decode(data);
  if (NOT_PLAIN.test(text)) return undefined;
  const reader = new PlainReader(known);
  try {
    reader.read(text);
  } catch {
    // Also what a check of versions has thrown: parseLax will say it.
    return undefined;
  }
  const { modulePath = '', goVersion = '', require } = reader;
  return { modulePath, goVersion, require };
}
