// A case run from end to end: the stock go against itself is the same, against a command that strays it is not.

import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goBinary, needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import type { Case } from './case.js';
import { made, project } from './cases/common.js';
import { runCase, SourceStore } from './execute.js';

const need = needs('go');

describe.skipIf(need.skip)(need.title('one case by two commands'), () => {
  const go = goBinary() ?? '';
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'execute-'));
  });
  afterAll(() => removeScratch(folder));

  const download: Case = {
    name: 'download',
    project,
    source: made,
    transport: 'http',
    steps: [{ run: ['mod', 'download', '-json'] }],
    swapped: [{ run: ['mod', 'download', '-json'], offline: true }],
  };

  /** A stand-in for our command: a shell script that calls go and then does one thing wrong. */
  async function against(strays: string, one: Case = download) {
    const ours = join(folder, 'ours');
    writeFileSync(ours, `#!/bin/sh\n"${go}" "$@"; code=$?\n${strays}\nexit $code\n`);
    chmodSync(ours, 0o755);
    const setting = {
      commands: { go, ours },
      folder: join(folder, 'case'),
      gocache: join(folder, 'gocache'),
      modcache: join(folder, 'modcache'),
      sources: new SourceStore(folder),
    };
    return await runCase(one, setting);
  }

  test('the same when nothing strays', async () => {
    expect(await against(':')).toEqual({ name: 'download', verdict: 'same', reasons: [] });
  });
  test.each([
    ['stdout', 'echo', 'stdout'],
    ['stderr', 'echo x >&2', 'stderr'],
    ['the exit code', 'code=3', 'exit code'],
    ['go.mod', 'echo >> go.mod', 'project/go.mod'],
    ['the cache', 'echo > $GOPATH/pkg/mod/x', 'gopath/pkg/mod/x'],
    [
      'a mode in the cache',
      'chmod 755 $GOPATH/pkg/mod/fixture.test/web@v1.1.0',
      'fixture.test/web@v1.1.0: mode',
    ],
    ['HOME', 'echo > $HOME/x', 'home/x'],
    ['temporary files', 'echo > $TMPDIR/x', 'tmp/x'],
    [
      'what go finds in our world',
      'rm -r $GOPATH/pkg/mod/cache/download/fixture.test/log',
      'worlds exchanged',
    ],
  ])('different when it strays in %s', async (_, strays, report) => {
    const result = await against(strays);
    expect(result.verdict).toBe('different');
    expect(result.reasons.join('\n')).toContain(report);
  });
  test('unfit when go does not do what the case is about', async () => {
    const wrong: Case = { ...download, steps: [{ run: ['mod', 'download'], expect: 'fail' }] };
    expect((await against(':', wrong)).verdict).toBe('unfit');
  });
  test('a request in an offline step is reported', async () => {
    const one: Case = {
      ...download,
      steps: [...download.steps, { run: ['version'], offline: true }],
      swapped: [],
    };
    const result = await against(
      `test "$1" = version && "${go}" mod download fixture.test/early@latest`,
      one,
    );
    expect(result.reasons.join('\n')).toContain('asked the proxy');
  });
});
