import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { parseGitConfig } from './git-config.js';

/** `section.subsection.name=value` lines, as `git config --list` prints them. */
function lines(text: string): string[] {
  return parseGitConfig(text).map(({ section, subsection, name, value }) => {
    return `${[section, ...(subsection === '' ? [] : [subsection]), name].join('.')}=${value}`;
  });
}

const files: Record<string, string> = {
  plain: '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:user/repo.git\n\tfetch = +a:b\n',
  'two remotes': '[remote "origin"]\nurl=one\n[remote "Origin"]\nurl=two\n[remote "origin"]\nurl = three\n',
  'upper case': '[REMOTE "origin"]\n\tURL = x\n',
  'comments and blanks': '# first\n[a] # one\n  x = y z  ; behind\n; last\n\n[b] y = 1 # two\n',
  quotes: '[a]\n x = "b # c" # d\n y = e"  f  "g  \n z = ""\n',
  escapes: '[a "b\\"c\\\\d"]\n x = a\\tb\\\\c\\"d\n',
  continued: '[a]\n x = one \\\n  two\n y = three\n',
  'no value': '[a]\n x\n y =\n',
  'carriage returns': '[remote "origin"]\r\n\turl = x\r\n',
  'same line': '[remote "origin"] url = x\n',
};

const need = needs('git');
describe.skipIf(need.skip)(need.title('parseGitConfig reads as git does'), () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gomod-git-'));
  });
  afterAll(() => removeScratch(folder));

  it.each(Object.entries(files))('%s', (_, text) => {
    const file = join(folder, 'config');
    writeFileSync(file, text);
    const { stdout, stderr } = spawnSync('git', ['config', '--file', file, '--list', '-z'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const theirs = stdout.split('\0').slice(0, -1);
    // A variable without `=` has no value there.
    const shown = theirs.map((line) => (line.includes('\n') ? line.replace('\n', '=') : `${line}=true`));
    expect(lines(text)).toEqual(shown);
  });
});

describe('parseGitConfig', () => {
  it('skips what is no configuration', () => {
    expect(lines('\0\xff[\n[a\n]\n=\n[x]y\nz=\\')).toEqual(['x.y=true', 'x.z=']);
    expect(lines('')).toEqual([]);
  });
});
