// Go's own JSON decoder, put to `.info` files, as an oracle: a small Go program (core/goproxy/testdata/oracle).

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goBinary } from './requirements.js';

/** What Go makes of one file. */
export interface InfoAnswer {
  /** Why it is refused; '' where it is not. */
  readonly error: string;
  /** The file written again; '' where it is refused, or cannot be written. */
  readonly written: string;
  /** Why it cannot be written. */
  readonly failed: string;
}

/** The built program. */
export interface InfoOracle {
  ask(files: readonly Uint8Array[]): InfoAnswer[];
  close(): void;
}

const SOURCE = join(import.meta.dirname, '../../src/core/goproxy/testdata/oracle/main.go');

/** Builds the program: some seconds with a cold build cache. */
export function buildInfoOracle(): InfoOracle {
  const folder = mkdtempSync(join(tmpdir(), 'info-oracle-'));
  const program = join(folder, 'oracle');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GOFLAGS: '',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    GO111MODULE: 'on',
  };
  if (!(env.HOME || env.GOCACHE || env.XDG_CACHE_HOME)) env.GOCACHE = join(folder, 'cache');
  cpSync(SOURCE, join(folder, 'main.go'));
  writeFileSync(join(folder, 'go.mod'), 'module oracle\ngo 1.24\n');
  execFileSync(goBinary() ?? 'go', ['build', '-o', program, '.'], { cwd: folder, env });
  return {
    ask: (files) => ask(program, files),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ask(program: string, files: readonly Uint8Array[]): InfoAnswer[] {
  const input = files.map((data) => JSON.stringify(Buffer.from(data).toString('base64'))).join('\n');
  const output = execFileSync(program, { input, maxBuffer: 2 ** 30, encoding: 'utf8' });
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { Error: error, Written, Failed } = JSON.parse(line);
      const written = Buffer.from(Written ?? '', 'base64').toString();
      return { error: named(error), written, failed: named(Failed) };
    });
}

/** The types have the names of the go command's. */
function named(message: string): string {
  return message.replace(/\bmain\.(RevInfo|Origin)/g, (_, name) =>
    name === 'Origin' ? 'codehost.Origin' : 'modfetch.RevInfo',
  );
}
