// .netrc: machines with logins and passwords. Rules: cmd/go/internal/auth/netrc.go.

import { join } from 'node:path';
import { describeError, errnoCode, type FileSystem, readStep } from '../io/index.js';

/** One machine. */
export interface NetrcLine {
  readonly machine: string;
  readonly login: string;
  readonly password: string;
}

/** The machines that have all three; macros are skipped. A `default` entry ends its line. */
export function parseNetrc(text: string): NetrcLine[] {
  const lines: NetrcLine[] = [];
  let current = { machine: '', login: '', password: '' };
  let inMacro = false;
  for (const line of text.split('\n')) {
    if (inMacro) {
      inMacro = line !== '';
      continue;
    }
    const words = line.split(/\s+/).filter((word) => word !== '');
    for (let i = 0; i + 1 < words.length; i += 2) {
      const value = words[i + 1]!;
      if (words[i] === 'machine') current = { machine: value, login: '', password: '' };
      else if (words[i] === 'login') current.login = value;
      else if (words[i] === 'password') current.password = value;
      else if (words[i] === 'macdef') inMacro = true;
      if (current.machine !== '' && current.login !== '' && current.password !== '') {
        lines.push(current);
        current = { machine: '', login: '', password: '' };
      }
    }
    if (words.length % 2 === 1 && words.at(-1) === 'default') break;
  }
  return lines;
}

/** Where the file is: NETRC, else in the home folder. Undefined without a home. */
export function netrcPath(
  fs: FileSystem,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (env.NETRC) return env.NETRC;
  const home = platform === 'win32' ? env.USERPROFILE : env.HOME;
  if (!home) return undefined;
  const old = join(home, '_netrc');
  return platform === 'win32' && fs.existsSync(old) ? old : join(home, '.netrc');
}

/** The machines of the user's file; none without one. Throws an Error in Go's words when it cannot be read. */
export function readNetrc(fs: FileSystem, env: Readonly<Record<string, string | undefined>>): NetrcLine[] {
  const path = netrcPath(fs, env);
  if (path === undefined) throw new Error('$HOME is not defined');
  try {
    return parseNetrc(fs.readFileSync(path, 'utf8'));
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return [];
    throw new Error(describeError(error, { op: readStep(error), path }));
  }
}
