// Go's own parser of go.mod files as an oracle: a small Go program (core/modfile/testdata/oracle), built beside a
// copy of the golang.org/x/mod that the Go release is made with. No module is downloaded for it.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goBinary } from './requirements.js';

/** What is asked: read `data`, then edit it. Edits are named in the program's source. */
export interface Question {
  readonly mode: 'strict' | 'lax' | 'work';
  readonly file: string;
  readonly data: Uint8Array;
  readonly fix?: boolean;
  readonly edits?: readonly (readonly string[])[];
}

/** What Go's parser makes of it. */
export interface Answer {
  readonly Error: string;
  readonly Tree: string;
  readonly Values: string;
  /** Values once the edits were made, sorted: Go adds requirements in an order of chance. */
  readonly After: string;
  readonly Output: Buffer;
  readonly Path: string;
}

/** The built program. */
export interface Oracle {
  ask(questions: readonly Question[]): Answer[];
  close(): void;
}

const SOURCE = join(import.meta.dirname, '../../src/core/modfile/testdata/oracle/main.go');

/** Builds the program: about six seconds with a cold build cache. */
export function buildOracle(): Oracle {
  const go = goBinary() ?? 'go';
  const folder = mkdtempSync(join(tmpdir(), 'modfile-oracle-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GOFLAGS: '',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    GO111MODULE: 'on',
  };
  if (!(env.HOME || env.GOCACHE || env.XDG_CACHE_HOME)) env.GOCACHE = join(folder, 'cache');
  const goroot = execFileSync(go, ['env', 'GOROOT'], { env, encoding: 'utf8' }).trim();
  const xmod = join(folder, 'xmod');
  mkdirSync(xmod);
  for (const name of ['modfile', 'module', 'semver', 'internal']) {
    cpSync(join(goroot, 'src/cmd/vendor/golang.org/x/mod', name), join(xmod, name), { recursive: true });
  }
  writeFileSync(join(xmod, 'go.mod'), 'module golang.org/x/mod\n\ngo 1.24\n');
  cpSync(SOURCE, join(folder, 'main.go'));
  const requirement = 'require golang.org/x/mod v0.0.0\nreplace golang.org/x/mod => ./xmod\n';
  writeFileSync(join(folder, 'go.mod'), `module oracle\ngo 1.24\n${requirement}`);
  execFileSync(go, ['build', '-o', 'oracle', '.'], { cwd: folder, env });
  return {
    ask: (questions) => ask(join(folder, 'oracle'), questions),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ask(program: string, questions: readonly Question[]): Answer[] {
  const lines = questions.map(({ mode, file, data, fix = false, edits = [] }) =>
    JSON.stringify({
      Mode: mode,
      File: file,
      Data: Buffer.from(data).toString('base64'),
      Fix: fix,
      Edits: edits,
    }),
  );
  const output = execFileSync(program, { input: lines.join('\n'), maxBuffer: 2 ** 30, encoding: 'utf8' });
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { Output, ...rest } = JSON.parse(line) as Omit<Answer, 'Output'> & { Output: string | null };
      const After = rest.After.split('\n').sort().join('\n');
      return { ...rest, After, Output: Buffer.from(Output ?? '', 'base64') };
    });
}
