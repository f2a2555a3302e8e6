// Go's own text/template as an oracle: a small Go program (core/template/testdata/oracle), built for the run.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeText, encodeText } from '../../src/core/text.js';
import { goBinary } from './requirements.js';

/** A template, and the name of the data that it is carried out on. */
export interface Question {
  readonly text: string;
  readonly data: string;
}

/** What was printed, and the error or ''. */
export interface Answer {
  readonly out: string;
  readonly error: string;
}

/** The built program. */
export interface Oracle {
  ask(questions: readonly Question[]): Answer[];
  close(): void;
}

const SOURCE = join(import.meta.dirname, '../../src/core/template/testdata/oracle/main.go');

/** Builds the program: a few seconds with a cold build cache. */
export function buildOracle(): Oracle {
  const go = goBinary() ?? 'go';
  const folder = mkdtempSync(join(tmpdir(), 'template-oracle-'));
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
  execFileSync(go, ['build', '-o', 'oracle', '.'], { cwd: folder, env });
  return {
    ask: (questions) => ask(join(folder, 'oracle'), questions),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ask(program: string, questions: readonly Question[]): Answer[] {
  const lines = questions.map(({ text, data }) =>
    JSON.stringify({ Text: Buffer.from(encodeText(text)).toString('base64'), Data: data }),
  );
  const env = { ...process.env, TZ: 'UTC' };
  const output = execFileSync(program, {
    input: lines.join('\n'),
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
    env,
  });
  const plain = (text: string | null) => decodeText(Buffer.from(text ?? '', 'base64'));
  return output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { Out, Err } = JSON.parse(line) as { Out: string | null; Err: string | null };
      return { out: plain(Out), error: plain(Err) };
    });
}
