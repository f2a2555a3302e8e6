// Reading the go.mod of a main module.
//
// Versions in it need not be canonical: a branch name stands for whatever the origin has there now. Resolving
// one takes a query, which is asynchronous, while the parser is not; so a file with such versions is parsed
// twice, the second time with the answers. Rules and texts: modload.ReadModFile, fixVersion.

import { isAbsolute, relative, resolve as resolvePath } from 'node:path';
import { type ModFile, ModFileError, ModFileErrorList, parse, parseLax } from '../../core/modfile/index.js';
import {
  canonicalVersion,
  checkPathMajor,
  InvalidVersionError,
  ModuleError,
  moduleError,
  splitPathVersion,
} from '../../core/module/index.js';
import { EngineError, messageOf, rethrowFatal } from '../error.js';
import { errnoCode, errnoText, fileError, readLockedFile, readStep } from '../io/index.js';
import type { Session } from '../session.js';
import type { NewerGo } from './newer-go.js';
import type { Overlay } from './overlay.js';

/** A main module's file as read. */
export interface ReadModFile {
  readonly data: Uint8Array;
  readonly file: ModFile;
  /** Whether a version in it was not canonical. */
  readonly fixed: boolean;
}

/** Finds the canonical form of a version that is not. */
export type ResolveVersion = (path: string, version: string) => Promise<string>;

/** A go.mod or go.work that cannot be read. */
export class OpenError extends EngineError {
  constructor(
    cause: unknown,
    readonly path: string,
    /** What failed, as Go names it: `open`, `read`. */
    private readonly verb: string,
    private readonly reason: string,
  ) {
    super(errnoCode(cause) === 'ENOENT' ? 'not-exist' : 'io', `${verb} ${path}: ${reason}`, { cause });
  }

  /** The message with another name for the file. */
  under(path: string): string {
    return `${this.verb} ${path}: ${this.reason}`;
  }
}

/** The bytes of a go.mod or go.work, from the overlay where that has it. Rejects with an OpenError. */
export async function readFileBytes(session: Session, overlay: Overlay, path: string): Promise<Uint8Array> {
  const actual = overlay.actual(path);
  // Go opens the file that an overlay names, and the one without a name for a file that it deletes.
  if (actual === undefined) throw new OpenError({ code: 'ENOENT' }, '', 'open', 'no such file or directory');
  try {
    const file = resolvePath(session.cwd, actual);
    return actual === path ? await readLockedFile(session, file) : session.fs.readFileSync(file);
  } catch (error) {
    // Whichever of the calls failed that reading takes: what Go reports is the failure to open.
    const code = errnoCode(error);
    if (code === undefined) throw fileError(error);
    throw new OpenError(error, actual, readStep(error), errnoText(code) ?? code);
  }
}

/** The path as messages show it: relative to the working folder where that is shorter and names the same file. */
export function shortPath(session: Session, path: string): string {
  if (!isAbsolute(path)) return path;
  const short = relative(session.cwd, path) || '.';
  return short.length < path.length && leadsTo(session, short, path) ? short : path;
}

/** Whether `short`, seen from the working folder, leads where `path` does: a link on the way may lead elsewhere. */
function leadsTo({ fs, cwd }: Session, short: string, path: string): boolean {
  const [here, there] = [`${cwd}/${short}`, path].map((name) => {
    try {
      return fs.statSync(name);
    } catch (error) {
      return errnoCode(error);
    }
  });
  if (here === 'ENOENT' && there === 'ENOENT') return true;
  if (typeof here !== 'object' || typeof there !== 'object') return false;
  return here.dev === there.dev && here.ino === there.ino;
}

/** Reads and checks the go.mod at `path`. Rejects in Go's words. */
export async function readModFile(
  session: Session,
  overlay: Overlay,
  path: string,
  newer: NewerGo,
  resolve: ResolveVersion,
): Promise<ReadModFile> {
  const data = await readFileBytes(session, overlay, path);
  const shown = shortPath(session, path);
  const { file, fixed } = await parseFixed(newer, path, shown, data, resolve);
  checkGoVersion(newer, shown, file);
  if (file.module === undefined) {
    throw new EngineError(
      'bad-gomod',
      `error reading ${shown}: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod`,
    );
  }
  const modPath = file.module.mod.path;
  if (modPath === 'go' || modPath === 'toolchain') {
    throw new EngineError('bad-gomod', `error reading ${shown}: invalid module path: "${modPath}"`);
  }
  return { data, file, fixed };
}

function checkGoVersion(newer: NewerGo, what: string, file: ModFile): void {
  newer.check({ what, goVersion: file.go?.version ?? '', toolchain: file.toolchain?.name ?? '' });
}

async function parseFixed(
  newer: NewerGo,
  path: string,
  shown: string,
  data: Uint8Array,
  resolve: ResolveVersion,
): Promise<{ file: ModFile; fixed: boolean }> {
  const fixer = new VersionFixer();
  const attempt = (): ModFile | Error => {
    try {
      return parse(path, data, fixer.fix);
    } catch (error) {
      if (error instanceof ModFileError) return renamed(error, shown);
      if (error instanceof ModFileErrorList) {
        return new ModFileErrorList(error.errors.map((each) => renamed(each, shown)));
      }
      throw error;
    }
  };
  let file = attempt();
  while (await fixer.resolveOpen(resolve)) file = attempt();
  if (!(file instanceof Error)) return { file, fixed: fixer.fixed };
  // What a newer Go wrote may not be understood; then it is the newer Go that is missing.
  const lax = attemptLax(shown, data);
  if (lax !== undefined) checkGoVersion(newer, shown, lax);
  throw new EngineError('bad-gomod', `errors parsing ${shown}:\n${file.message}`, { cause: file });
}

/** The error with the short name of its file before it; the words themselves keep the name that was parsed. */
function renamed(error: ModFileError, file: string): ModFileError {
  const { code, position, verb, modPath, cause, reason } = error;
  return new ModFileError(reason, { code, file, position, verb, modPath, cause });
}

function attemptLax(shown: string, data: Uint8Array): ModFile | undefined {
  try {
    return parseLax(shown, data);
  } catch {
    return undefined;
  }
}

/** Makes versions canonical; remembers those that need a query. */
class VersionFixer {
  /** Versions to be resolved, by `path@version`. */
  readonly #open = new Map<string, { path: string; version: string }>();
  readonly #answers = new Map<string, string | Error>();
  fixed = false;

  readonly fix = (path: string, written: string): string => {
    const { pathMajor, ok } = splitPathVersion(path);
    // Early drafts of the module system wrote gopkg.in versions with this marker. Leaving it out is no fix.
    const marker = path.startsWith('gopkg.in/') ? written.indexOf('-gopkgin-') : -1;
    const version = marker < 0 ? written : written.slice(marker + '-gopkgin-'.length);
    if (!ok) {
      const problem = new InvalidVersionError(version, `malformed module path "${path}"`);
      throw new ModuleError({ path, version: '' }, problem);
    }
    if (version === '' || canonicalVersion(version) !== version) return this.#query(path, version);
    try {
      checkPathMajor(version, pathMajor);
    } catch (error) {
      throw moduleError({ path, version }, error);
    }
    return version;
  };

  /** The answer, or what was asked where it is not known yet: then the file is parsed once more. */
  #query(path: string, version: string): string {
    const key = `${path}@${version}`;
    const answer = this.#answers.get(key);
    if (answer instanceof Error) throw answer;
    if (answer === undefined) {
      this.#open.set(key, { path, version });
      return version;
    }
    if (answer !== version) this.fixed = true;
    return answer;
  }

  /** Asks what is open. Answers whether anything was. */
  async resolveOpen(resolve: ResolveVersion): Promise<boolean> {
    const open = [...this.#open];
    this.#open.clear();
    for (const [key, { path, version }] of open) {
      try {
        this.#answers.set(key, await resolve(path, version));
      } catch (error) {
        rethrowFatal(error);
        this.#answers.set(key, error instanceof Error ? error : new EngineError('query', messageOf(error)));
      }
    }
    return open.length > 0;
  }
}
