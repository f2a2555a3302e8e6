// One run that may be answered from memory, or remembered for the next (engine/recall).
//
// It stands around a run: the program sees its files and variables through an observer, and what it prints is
// kept. Whether a command is worth remembering its declaration says; whether this run can be, the observer.

import { fstatSync } from 'node:fs';
import { realFileSystem } from '../engine/io/filesystem.js';
import { Observer, RunMemory } from '../engine/recall/index.js';
import type { Program } from './main.js';

/** Runs that print more than this are not remembered; in UTF-16 units. */
const MOST_TEXT = 1 << 20;

/** See the head of this file. */
export class Recollection {
  readonly #observer: Observer;
  readonly #texts = { out: '', err: '' };
  #memory: RunMemory | undefined;
  /** The program to run instead of the one given. */
  readonly program: Program;

  /** @param build what tells this build of the program from others */
  constructor(
    private readonly given: Program,
    private readonly build: string,
  ) {
    const observer = new Observer(realFileSystem, given.environment, Date.now);
    const { streams } = given;
    this.#observer = observer;
    this.program = {
      ...given,
      environment: observer.environment,
      session: { ...given.session, fs: observer.fs },
      observer,
      streams: {
        out: (text) => {
          this.#keep('out', text);
          streams.out(text);
        },
        err: (text) => {
          this.#keep('err', text);
          streams.err(text);
        },
        flush: streams.flush,
      },
    };
  }

  #keep(stream: 'err' | 'out', text: string | Uint8Array): void {
    if (typeof text !== 'string' || this.#texts[stream].length + text.length > MOST_TEXT) this.spoil();
    else this.#texts[stream] += text;
  }

  /** States that the run cannot be repeated. */
  spoil(): void {
    this.#observer.spoil();
  }

  /**
   * Prints what the same run printed before, if nothing it depends on has changed: true when that was done. Otherwise
   * this run will be remembered when it has ended well.
   *
   * @param modCache absolute path of GOMODCACHE
   */
  answer(words: readonly string[], cwd: string, modCache: string): boolean {
    const { given, build } = this;
    if (given.environment.GOMOD_RECALL === 'off') return false;
    const question = [build, machine(), given.face, terminal(), cwd, ...words];
    this.#memory = new RunMemory(realFileSystem, modCache, JSON.stringify(question));
    const answer = this.#memory.recall(given.environment);
    if (answer === undefined) {
      // What was said before this is said before an answer from memory, too.
      this.#texts.out = this.#texts.err = '';
      return false;
    }
    if (answer.stderr !== '') given.streams.err(answer.stderr);
    if (answer.stdout !== '') given.streams.out(answer.stdout);
    this.#memory = undefined;
    return true;
  }

  /** The run has ended with this status. */
  ended(status: number): void {
    if (status !== 0) return;
    this.#memory?.remember(this.#observer, { stdout: this.#texts.out, stderr: this.#texts.err }, Math.random);
  }
}

/** What tells apart machines that share a cache, and users with different rights. */
function machine(): unknown[] {
  const { version, platform, arch } = process;
  return [version, platform, arch, process.geteuid?.(), process.getegid?.(), process.getgroups?.()];
}

/** The terminal that stderr is, by its device number; 0 when it is none. What progress prints depends on it. */
function terminal(): number {
  try {
    const stderr = fstatSync(2);
    return stderr.isCharacterDevice() ? stderr.rdev : 0;
  } catch {
    return 0;
  }
}
