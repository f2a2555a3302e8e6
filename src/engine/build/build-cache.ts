// The build cache: what actions put out, under the hashes of their inputs.
//
// `<xx>/<hash>-d` holds an output, `<xx>/<id>-a` says which output an action has and since when; xx are the first two
// digits of the name. Ids of actions go by the release of Go, outputs by their content alone. Files are written whole.
// Rules and texts: cmd/go/internal/cache.

import { buildCacheProblem } from '../env/index.js';
import { FatalError, messageOf } from '../error.js';
import { describeError, errnoCode, errnoText, lookAt, mkdirAll, writeFileAtomic } from '../io/index.js';
import type { Session } from '../session.js';

const README = `This directory holds cached build artifacts from the Go build system.
Run "go clean -cache" if the directory is getting too large.
Run "go clean -fuzzcache" to delete the fuzz cache.
See go.dev to learn more about Go.
`;
const SUBFOLDERS = 256;
const NUMBER_WIDTH = 20;
const HOUR_MS = 3_600_000;

/** See the head of this file. */
export class BuildCache {
  private constructor(
    private readonly session: Session,
    private readonly folder: string,
  ) {}

  /** Finds the cache, and makes it where it is missing. Throws a FatalError with Go's words. */
  static open(session: Session): BuildCache {
    const problem = buildCacheProblem(session.env);
    if (problem !== undefined) throw new FatalError('disabled', problem, { bare: true });
    const folder = session.env.get('GOCACHE');
    const cache = new BuildCache(session, folder);
    try {
      cache.#make();
    } catch (error) {
      const why = describeError(error);
      const message = `failed to initialize build cache at ${folder}: ${why}`;
      throw new FatalError('io', message, { cause: error, bare: true });
    }
    return cache;
  }

  #make(): void {
    const { fs } = this.session;
    mkdirAll(fs, this.folder);
    const readme = `${this.folder}/README`;
    if (lookAt(fs, readme) === undefined) this.#tryToWrite(readme, Buffer.from(README));
    for (let number = 0; number < SUBFOLDERS; number++) {
      mkdirAll(fs, `${this.folder}/${number.toString(16).padStart(2, '0')}`);
    }
  }

  #tryToWrite(path: string, content: Uint8Array): void {
    try {
      this.#write(path, content);
    } catch {
      // A courtesy to those who look into the folder.
    }
  }

  /**
   * Keeps the output of the action that has `input` in its id. The path of the output's file. Throws a FatalError
   * with Go's words.
   */
  put(input: Uint8Array, output: Uint8Array): string {
    const { sha256 } = this.session.primitives;
    const salt = Buffer.from(`go${this.session.release}`);
    const id = hex(sha256(Buffer.concat([salt, input])));
    const name = hex(sha256(output));
    const path = this.#pathOf(name, 'd');
    if (!this.#holds(path, output)) this.#orFail(path, output);
    const action = `v1 ${id} ${name} ${`${output.length}`.padStart(NUMBER_WIDTH)} `;
    if (this.#isFresh(this.#pathOf(id, 'a'), action)) return path;
    const time = `${BigInt(Math.trunc(this.session.clock.now())) * 1_000_000n}`;
    this.#orFail(this.#pathOf(id, 'a'), Buffer.from(`${action}${time.padStart(NUMBER_WIDTH)}\n`));
    return path;
  }

  /**
   * Whether an action is there and was dated within the hour. go dates an action whenever it writes it, and the files that it
   * uses once they are an hour old; what was not used for days it removes. A run that writes nothing can be remembered.
   */
  #isFresh(path: string, action: string): boolean {
    const { fs, clock } = this.session;
    try {
      const age = clock.now() - (fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age < 0 || age >= HOUR_MS) return false;
      const text = fs.readFileSync(path, 'latin1');
      return text.length === action.length + NUMBER_WIDTH + 1 && text.startsWith(action);
    } catch {
      return false;
    }
  }

  #pathOf(name: string, kind: 'a' | 'd'): string {
    return `${this.folder}/${name.slice(0, 2)}/${name}-${kind}`;
  }

  /** Whether a file has this content. */
  #holds(path: string, content: Uint8Array): boolean {
    const { fs } = this.session;
    try {
      return lookAt(fs, path)?.size === content.length && fs.readFileSync(path).equals(content);
    } catch {
      return false;
    }
  }

  #orFail(path: string, content: Uint8Array): void {
    try {
      this.#write(path, content);
    } catch (error) {
      const why = errnoText(errnoCode(error) ?? '') ?? messageOf(error);
      throw new FatalError('io', `open ${path}: ${why}`, { cause: error, bare: true });
    }
  }

  #write(path: string, content: Uint8Array): void {
    writeFileAtomic(this.session.fs, path, content, { random: this.session.random });
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
