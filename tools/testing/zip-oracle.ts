// Go's own code for archives and module zips as an oracle: a small Go program (core/zip/testdata/oracle), built
// beside a copy of the golang.org/x/mod that the Go release is made with. No module is downloaded for it.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goBinary } from './requirements.js';

/** What is asked; the program's source says more. */
export interface ZipQuestion {
  readonly Kind: 'archive' | 'files' | 'folder' | 'fold';
  readonly Path?: string;
  readonly Version?: string;
  readonly File?: string;
  readonly Dir?: string;
  /** `Data` in base64. */
  readonly Files?: readonly {
    readonly Path: string;
    readonly Kind: string;
    readonly Size: number;
    readonly Data: string;
  }[];
}

/** What Go says. Errors are '' where there was none. */
export interface ZipAnswer {
  readonly Open: string;
  /** `Name` in base64. */
  readonly Entries:
    | readonly {
        readonly Name: string;
        readonly Size: number;
        readonly Sha256: string;
        readonly Error: string;
        /** Type bits as Go prints them. */
        readonly Mode: string;
      }[]
    | null;
  readonly Sum: string;
  readonly SumErr: string;
  readonly Unzip: string;
  readonly Valid: readonly string[] | null;
  readonly Omitted: readonly { readonly Path: string; readonly Reason: string }[] | null;
  readonly Invalid: readonly { readonly Path: string; readonly Reason: string }[] | null;
  readonly Check: string;
  readonly Create: string;
  readonly Folds: readonly (readonly [number, number])[] | null;
  readonly Letters: readonly number[] | null;
}

/** The built program. */
export interface ZipOracle {
  ask(questions: readonly ZipQuestion[]): ZipAnswer[];
  close(): void;
}

const SOURCE = join(import.meta.dirname, '../../src/core/zip/testdata/oracle/main.go');

/** Builds the program: about six seconds with a cold build cache. */
export function buildZipOracle(): ZipOracle {
  const go = goBinary() ?? 'go';
  const folder = mkdtempSync(join(tmpdir(), 'zip-oracle-'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GOFLAGS: '-mod=mod',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    GO111MODULE: 'on',
  };
  if (!(env.HOME || env.GOCACHE || env.XDG_CACHE_HOME)) env.GOCACHE = join(folder, 'cache');
  const goroot = execFileSync(go, ['env', 'GOROOT'], { env, encoding: 'utf8' }).trim();
  const xmod = join(folder, 'xmod');
  mkdirSync(xmod);
  for (const name of ['modfile', 'module', 'semver', 'sumdb', 'zip', 'internal']) {
    cpSync(join(goroot, 'src/cmd/vendor/golang.org/x/mod', name), join(xmod, name), { recursive: true });
  }
  writeFileSync(join(xmod, 'go.mod'), 'module golang.org/x/mod\n\ngo 1.24\n');
  cpSync(SOURCE, join(folder, 'main.go'));
  const requirement = 'require golang.org/x/mod v0.0.0\nreplace golang.org/x/mod => ./xmod\n';
  writeFileSync(join(folder, 'go.mod'), `module oracle\ngo 1.24\n${requirement}`);
  execFileSync(go, ['build', '-o', 'oracle', '.'], { cwd: folder, env });
  return {
    ask(questions) {
      const input = questions.map((question) => JSON.stringify(question)).join('\n');
      const output = execFileSync(join(folder, 'oracle'), { input, maxBuffer: 2 ** 30, encoding: 'utf8' });
      return output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as ZipAnswer);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
