// GOAUTH: who may say what we send to https servers to be let in.
//
// A list separated by `;`: `off` (alone), `netrc` (the default), `git FOLDER`, or a command; earlier entries win. All
// but git are run once before the first request, and all once more with the URL and the answer when a server says
// 4xx. Rules: cmd/go/internal/auth/auth.go. What is wrong with GOAUTH itself ends the run.

import { isAbsolute } from 'node:path';
import { FatalError, messageOf } from '../error.js';
import { describeError } from '../io/index.js';
import type { Session } from '../session.js';
import { type GitCredential, type RefusedAnswer, runAuthCommand, runGitAuth } from './auth-command.js';
import { basicAuth, type Credential, Credentials } from './credentials.js';
import { type NetrcLine, readNetrc } from './netrc.js';

/** Asks a server, with credentials, whether it likes them; resolves with the status. */
export type ProbeCredential = (prefix: string, headers: Credential) => Promise<number>;

/** See the head of this file. One for a session. */
export class Authenticator {
  readonly #credentials = new Credentials();
  #ran = false;
  #netrc: NetrcLine[] | undefined;

  constructor(
    private readonly session: Session,
    private readonly probe: ProbeCredential,
  ) {}

  /** The headers for a first request to `url`. Throws a FatalError for a malformed GOAUTH. */
  initial(url: string): Credential {
    if (this.#goauth === 'off') return [];
    if (!this.#ran) {
      this.#ran = true;
      this.#run('', undefined);
    }
    return this.#credentials.load(url) ?? [];
  }

  /** The headers after a server refused a request with `refused`. */
  afterRefusal(url: string, refused: RefusedAnswer): Credential {
    if (this.#goauth === 'off') return [];
    this.#run(url, refused);
    return this.#credentials.load(url) ?? [];
  }

  get #goauth(): string {
    return this.session.env.get('GOAUTH');
  }

  #run(url: string, refused: RefusedAnswer | undefined): void {
    const problems: string[] = [];
    const commands = this.#goauth.split(';').reverse();
    for (const command of commands.map((entry) => entry.trim())) {
      try {
        this.#runOne(command, commands.length, url, refused);
      } catch (error) {
        if (error instanceof FatalError) throw error;
        problems.push(`GOAUTH=${command}: ${messageOf(error)}`);
      }
    }
    this.#reportProblems(url, problems);
  }

  #runOne(command: string, count: number, url: string, refused: RefusedAnswer | undefined): void {
    const [word, ...rest] = command.split(/\s+/).filter((part) => part !== '');
    switch (word) {
      case undefined:
        throw fatal(`GOAUTH encountered an empty command (GOAUTH=${this.#goauth})`);
      case 'off':
        if (count === 1) return;
        throw fatal(
          `GOAUTH=off cannot be combined with other authentication commands (GOAUTH=${this.#goauth})`,
        );
      case 'netrc':
        this.#runNetrc();
        return;
      case 'git':
        this.#runGit(rest, url);
        return;
      default:
        this.#runCommand(command, url, refused);
    }
  }

  #runNetrc(): void {
    this.#netrc ??= readNetrc(this.session.fs, this.session.env.process);
    for (const { machine, login, password } of this.#netrc.toReversed()) {
      this.#credentials.store(machine, [['Authorization', basicAuth(login, password)]]);
    }
  }

  #runGit(words: readonly string[], url: string): void {
    const folder = words[0];
    const need = 'GOAUTH=git dir method requires an absolute path to the git working directory';
    if (folder === undefined || words.length !== 1) throw fatal(need);
    if (!isAbsolute(folder)) throw fatal(`${need}, dir is not absolute`);
    this.#checkFolder(folder, need);
    if (url === '') return;
    const credential = runGitAuth(folder, url, this.#programs);
    this.#credentials.store(credential.prefix, credential.headers);
    void this.#verifyGit(credential);
  }

  #checkFolder(folder: string, need: string): void {
    let isFolder: boolean;
    try {
      isFolder = this.session.fs.statSync(folder).isDirectory();
    } catch (error) {
      const words = describeError(error, { op: 'stat', path: folder });
      throw fatal(`GOAUTH=git encountered an error; cannot stat ${folder}: ${words}`);
    }
    if (!isFolder) throw fatal(`${need}, dir is not a directory`);
  }

  /** Lets git's helpers know whether the credential works, in the background, up to three times. */
  async #verifyGit({ prefix, headers, report }: GitCredential): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      const status = await this.probe(prefix, headers).catch(() => undefined);
      if (status === undefined) continue;
      if (status === 200 || status === 401) report(status === 200);
      return;
    }
  }

  #runCommand(command: string, url: string, refused: RefusedAnswer | undefined): void {
    for (const [prefix, headers] of runAuthCommand(command, url, refused, this.#programs)) {
      this.#credentials.store(prefix, headers);
    }
  }

  get #programs() {
    return { cwd: this.session.cwd, env: this.session.env.process };
  }

  #reportProblems(url: string, problems: readonly string[]): void {
    const { events, flags } = this.session;
    if (!flags.trace || url === '' || problems.length === 0) return;
    if (this.#credentials.load(url) !== undefined) return;
    events({ kind: 'trace', text: `GOAUTH encountered errors for ${url}:` });
    for (const problem of problems) events({ kind: 'trace', text: `  ${problem.replace(/\n$/, '')}` });
  }
}

function fatal(message: string): FatalError {
  return new FatalError('bad-environment', message);
}
