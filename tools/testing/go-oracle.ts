// Go's own packages as oracles: a small Go program, built for a group of tests, is asked by lines and answers by lines.
// No module is downloaded for it.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goBinary } from './requirements.js';
import { removeScratch } from './scratch.js';

/** A built program. */
export interface Oracle<Question, Answer> {
  ask(questions: readonly Question[]): Answer[];
  /** Removes it. */
  close(): void;
}

/** What a program is made of, and how one talks to it. */
export interface OracleProgram<Question, Answer> {
  /** The main.go, or a folder with it, below src/core. */
  readonly source: string;
  /** What it imports of golang.org/x/mod: it gets a copy of the one that the Go release is made with. */
  readonly xmod?: readonly string[];
  /** Adds to the folder that is built. `goroot` is the folder src of Go. */
  readonly prepare?: (folder: string, goroot: string) => void;
  /** What is asked as a line. */
  readonly encode: (question: Question) => string;
  readonly decode: (line: string) => Answer;
}

const CORE = join(import.meta.dirname, '../../src/core');

/** The environment in which Go answers for itself alone: nothing that `go env -w` wrote counts. */
export function goAlone(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GOENV: 'off',
    GOFLAGS: '',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    GO111MODULE: 'on',
    ...extra,
  };
}

function copyXmod(goroot: string, folder: string, packages: readonly string[]): string {
  for (const name of packages) {
    const source = join(goroot, 'cmd/vendor/golang.org/x/mod', name);
    cpSync(source, join(folder, 'xmod', name), { recursive: true });
  }
  writeFileSync(join(folder, 'xmod/go.mod'), 'module golang.org/x/mod\n\ngo 1.24\n');
  return 'require golang.org/x/mod v0.0.0\nreplace golang.org/x/mod => ./xmod\n';
}

/** Builds a program: some seconds, ten with a cold build cache. */
export function buildOracle<Question, Answer>(
  program: OracleProgram<Question, Answer>,
): Oracle<Question, Answer> {
  const go = goBinary() ?? 'go';
  const folder = mkdtempSync(join(tmpdir(), 'gomod-oracle-'));
  const env = goAlone();
  if (!(env.HOME || env.GOCACHE || env.XDG_CACHE_HOME)) env.GOCACHE = join(folder, 'cache');
  const goroot = join(execFileSync(go, ['env', 'GOROOT'], { env, encoding: 'utf8' }).trim(), 'src');
  const source = join(CORE, program.source);
  cpSync(source, statSync(source).isFile() ? join(folder, 'main.go') : folder, { recursive: true });
  const requirement = program.xmod === undefined ? '' : copyXmod(goroot, folder, program.xmod);
  program.prepare?.(folder, goroot);
  writeFileSync(join(folder, 'go.mod'), `module oracle\ngo 1.24\n${requirement}`);
  const binary = join(folder, 'oracle-program');
  execFileSync(go, ['build', '-o', binary, '.'], { cwd: folder, env });
  return {
    ask(questions) {
      const input = questions.map(program.encode).join('\n');
      const utc = { ...process.env, TZ: 'UTC' };
      const output = execFileSync(binary, { input, env: utc, maxBuffer: 2 ** 30, encoding: 'utf8' });
      return output.trimEnd().split('\n').map(program.decode);
    },
    close: () => removeScratch(folder),
  };
}
