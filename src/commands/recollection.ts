// One run that may be answered from memory, or remembered for the next (engine/recall).
//
// It stands around a run: the program sees its files and variables through an observer, and what it prints is
// kept. Whether a command is worth remembering its declaration says; whether this run can be, the observer.

import { realFileSystem } from '../engine/io/filesystem.js';
import { type Loss, Observer, RunMemory } from '../engine/recall/index.js';
import type { Program } from './main.js';
import { questionOf } from './question.js';

/** Runs that print more than this are not remembered; in UTF-16 units. The graph of 2,500 modules, unpruned, takes 9 million. */
const MOST_TEXT = 12 << 20;

/** See the head of this file. */
export class Recollection {
  readonly #observer: Observer;
  readonly #texts = { out: '', err: '' };
  #loss: Loss | undefined;
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
      session: { ...given.session, fs: observer.fs, asideFs: realFileSystem },
      observer,
      streams: {
        out: (text, loss) => {
          this.#keep('out', text);
          this.#loss = loss ?? this.#loss;
          streams.out(text, loss);
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
    const question = questionOf({ build, face: given.face, cwd, words });
    this.#memory = new RunMemory(realFileSystem, modCache, question);
    const answer = this.#memory.recall(given.environment);
    const { out, err } = this.#texts;
    // An answer begins with what was said before the question could be asked, which has been said again.
    if (!answer?.stdout.startsWith(out) || !answer.stderr.startsWith(err)) return false;
    if (answer.stderr !== err) given.streams.err(answer.stderr.slice(err.length));
    if (answer.stdout !== out) given.streams.out(answer.stdout.slice(out.length), answer.loss);
    this.#memory = undefined;
    return true;
  }

  /** The run has ended with this status. */
  ended(status: number): void {
    if (status !== 0) return;
    const loss = this.#loss === undefined ? {} : { loss: this.#loss };
    const answer = { stdout: this.#texts.out, stderr: this.#texts.err, ...loss };
    this.#memory?.remember(this.#observer, answer, Math.random);
  }
}
