// GOAUTH programs: `git credential`, and any command that prints URLs and headers.
//
// The form of the output is in `go help goauth`: groups of URL lines, an empty line, header lines, an empty line.
// Rules: cmd/go/internal/auth (gitauth.go, userauth.go). Programs are waited for: a user may have to type.

import { spawnSync } from 'node:child_process';
import { quote } from '../../core/quote.js';
import { splitQuoted } from '../../core/quoted.js';
import { messageOf } from '../error.js';
import { basicAuth, type Credential } from './credentials.js';
import { parseUrl, urlText } from './url.js';

/** What a program is told of an answer that asks for credentials. */
export interface RefusedAnswer {
  readonly protocol: string;
  readonly status: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Environment and working folder of programs. */
export interface ProgramHost {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Headers by URL prefix. */
export type PrefixedCredential = readonly [prefix: string, headers: Credential];

/** Runs a command of GOAUTH. Throws an Error in Go's words. */
export function runAuthCommand(
  command: string,
  url: string,
  refused: RefusedAnswer | undefined,
  host: ProgramHost,
): PrefixedCredential[] {
  const words = splitQuoted(command);
  if (typeof words === 'string') throw new Error(`cannot parse GOAUTH command ${command}: ${words}`);
  const [program = '', ...args] = words;
  const result = spawnSync(program, url === '' ? args : [...args, url], {
    cwd: host.cwd,
    env: host.env as NodeJS.ProcessEnv,
    input: refused === undefined ? '' : answerText(refused),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const failure = exitWords(program, result);
  if (failure !== undefined) {
    throw new Error(`could not run command ${command}: ${failure}\n${result.stderr ?? ''}`);
  }
  try {
    return parseUserAuth(result.stdout);
  } catch (error) {
    throw new Error(`cannot parse output of GOAUTH command ${command}: ${messageOf(error)}`);
  }
}

function answerText({ protocol, status, headers }: RefusedAnswer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${canonicalName(name)}: ${value}\n`);
  return `${protocol} ${status}\n${lines.join('')}\n`;
}

/** `www-authenticate` as `Www-Authenticate`. */
function canonicalName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

function exitWords(
  program: string,
  result: { error?: Error; status: number | null; signal: string | null },
): string | undefined {
  const code = (result.error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT' && !program.includes('/')) {
    return `exec: ${quote(program)}: executable file not found in $PATH`;
  }
  if (code === 'ENOENT') return `fork/exec ${program}: no such file or directory`;
  if (code === 'EACCES') return `fork/exec ${program}: permission denied`;
  // A program need not read what it is told.
  if (result.error !== undefined && code !== 'EPIPE') return result.error.message;
  if (result.signal !== null) return `signal: ${result.signal}`;
  return result.status === 0 ? undefined : `exit status ${result.status}`;
}

/** Reads the output of a GOAUTH command. Throws an Error in Go's words. */
export function parseUserAuth(text: string): PrefixedCredential[] {
  const credentials: PrefixedCredential[] = [];
  let rest = text;
  const group = (what: string): string[] => {
    const lines: string[] = [];
    for (;;) {
      const end = rest.indexOf('\n');
      if (end < 0) throw new Error(`invalid format: missing empty line after ${what}`);
      const line = rest.slice(0, end);
      rest = rest.slice(end + 1);
      if (line === '') return lines;
      lines.push(line);
    }
  };
  while (rest !== '') {
    const urls = group('URLs').map(checkUrl);
    const headers = group('headers').map(parseHeader);
    for (const url of urls) credentials.push([url, headers]);
  }
  return credentials;
}

function checkUrl(line: string): string {
  try {
    const url = parseUrl(line);
    if (url.scheme === '' && !line.startsWith('/')) {
      throw new Error(`parse ${quote(line)}: invalid URI for request`);
    }
    return urlText(url);
  } catch (error) {
    throw new Error(`could not parse URL ${line}: ${messageOf(error)}`);
  }
}

function parseHeader(line: string): readonly [string, string] {
  const colon = line.indexOf(': ');
  const name = line.slice(0, Math.max(colon, 0));
  const value = line.slice(colon + 2).trim();
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || /[\x00-\x08\x0a-\x1f\x7f]/.test(value)) {
    throw new Error('invalid format: invalid header line');
  }
  return [name, value];
}

/** What `git credential fill` knows about a URL. */
export interface GitCredential {
  readonly prefix: string;
  readonly headers: Credential;
  /** Tells git's helpers whether the credential was accepted. */
  readonly report: (accepted: boolean) => void;
}

/** Asks git, working in `folder`. Throws an Error in Go's words. */
export function runGitAuth(folder: string, url: string, host: ProgramHost): GitCredential {
  const git = (action: string, input: string) =>
    spawnSync('git', ['credential', action], {
      cwd: folder,
      env: host.env as NodeJS.ProcessEnv,
      input,
      encoding: 'utf8',
    });
  const result = git('fill', `url=${url}\n`);
  const failure = exitWords('git', result);
  if (failure !== undefined) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
    throw new Error(`'git credential fill' failed (url=${url}): ${failure}\n${output}`);
  }
  const { prefix, name, password } = parseGitAuth(result.stdout);
  if (prefix === '') throw new Error(`'git credential fill' failed for url=${url}, could not parse url\n`);
  if (!url.startsWith(prefix)) {
    throw new Error(
      `requested a credential for ${url}, but 'git credential fill' provided one for ${prefix}\n`,
    );
  }
  return {
    prefix,
    headers: [['Authorization', basicAuth(name, password)]],
    report: (accepted) => void git(accepted ? 'approve' : 'reject', result.stdout),
  };
}

/** Reads what `git credential fill` prints. */
export function parseGitAuth(text: string): { prefix: string; name: string; password: string } {
  let parts = { scheme: '', host: '', path: '' };
  let name = '';
  let password = '';
  for (const line of text.split('\n').map((line) => line.trim())) {
    const equals = line.indexOf('=');
    if (equals < 0) continue;
    const value = line.slice(equals + 1);
    switch (line.slice(0, equals)) {
      case 'protocol':
        parts.scheme = value;
        break;
      case 'host':
        parts.host = value;
        break;
      case 'path':
        parts.path = value;
        break;
      case 'username':
        name = value;
        break;
      case 'password':
        password = value;
        break;
      case 'url':
        parts = urlParts(value) ?? parts;
        break;
    }
  }
  const { scheme, host, path } = parts;
  const authority = scheme === '' && host === '' ? '' : `${scheme === '' ? '' : `${scheme}:`}//${host}`;
  const slash = path !== '' && !path.startsWith('/') && host !== '' ? '/' : '';
  return { prefix: `${authority}${slash}${path}`, name, password };
}

function urlParts(text: string): { scheme: string; host: string; path: string } | undefined {
  try {
    const { scheme, host, path } = parseUrl(text);
    return { scheme, host, path };
  } catch {
    return undefined;
  }
}
