// Random projects tidied, listed and vendored beside the real go; what was tidied and vendored stays as it is.

import { describe, expect, test } from 'vitest';
import { BesideGo, type Outcome } from '../../../tools/testing/beside-go.js';
import { randomPackages } from '../../../tools/testing/random-packages.js';
import { needs } from '../../../tools/testing/requirements.js';

type Files = Readonly<Record<string, string>>;

/** In CI a sample; the whole for acceptance. GOMOD_SEEDS names a range (`100-200`) to look at. */
function seeds(): number[] {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const [from = 0, to = from] = (process.env.GOMOD_SEEDS ?? '').split('-').map(Number);
  if (from > 0) return range(from, to);
  return process.env.GOMOD_ACCEPTANCE === undefined ? range(1, 6) : range(1, 1000);
}

/** The files that a run left, with which another may begin. */
function filesOf({ tree }: Outcome): Files {
  const files = Object.entries(tree).filter(([, entry]) => entry.startsWith('100'));
  return Object.fromEntries(files.map(([name, entry]) => [name, entry.slice(entry.indexOf(' ') + 1)]));
}

/** Whether vendoring ended in the middle. That leaves no folder of ours, and a part of one of go's. */
function endedEarly({ stderr }: Outcome): boolean {
  return stderr.some((line) => line.startsWith('internal error: failed to find embedded files of '));
}

function withoutVendor(tree: Files): Files {
  return Object.fromEntries(Object.entries(tree).filter(([name]) => !/^vendor(\/|$)/.test(name)));
}

const TIDIED = [
  'list -deps -test all',
  'list -json=ImportPath,Name,GoFiles,TestGoFiles,XTestGoFiles,IgnoredGoFiles,Imports,TestImports,Module,Match -deps -test ./...',
  'list -e -f {{.ImportPath}}:{{.Error}} ./... mod.test/...',
  'mod why -m all',
  'mod why -vendor all',
];
/** DepsErrors is left out: where one package has several errors, go prints them in the order of a map. */
const BROKEN = [
  'mod tidy -e',
  'list ./...',
  'list -e -json=ImportPath,Error,Incomplete,Imports -deps -test ./...',
  'list -e all',
  'mod vendor -e',
  'mod why all',
];

const need = needs('go');
describe.skipIf(need.skip)(need.title('random projects as go tidies them'), () => {
  test.each(seeds())('seed %d', async (seed) => {
    const { modules, project } = randomPackages(seed);
    const beside = new BesideGo(modules);
    try {
      const both = async (line: string, files: Files): Promise<Outcome> => {
        const words = line.split(' ');
        const theirs = await beside.run('go', words, files);
        const ours = await beside.run('ours', words, files);
        const tree = endedEarly(theirs) ? withoutVendor(theirs.tree) : theirs.tree;
        expect({ line, ...ours }).toEqual({ line, ...theirs, tree });
        return ours;
      };
      const tidied = await both('mod tidy -v', project);
      if (tidied.status !== 0) {
        for (const line of BROKEN) await both(line, project);
        return;
      }
      const files = filesOf(tidied);
      expect((await beside.run('ours', ['mod', 'tidy'], files)).tree).toEqual(tidied.tree);
      for (const line of TIDIED) await both(line, files);
      const vendored = await both('mod vendor -v', files);
      if (endedEarly(vendored)) return;
      expect((await beside.run('ours', ['mod', 'vendor'], filesOf(vendored))).tree).toEqual(vendored.tree);
      await both('list -mod=vendor -deps ./...', filesOf(vendored));
    } finally {
      beside.close();
    }
  });
});
