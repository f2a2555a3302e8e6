// The standard library's data against the installed Go: what `go list -json std cmd` says on several ports, with cgo and
// without, and what the generator would write now.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { BuildContext } from '../../src/core/imports/index.js';
import { facts, release } from '../../src/engine/data/go1.26-std.js';
import { standardPackages } from '../../src/engine/data/index.js';
import { quietHome } from '../testing/quiet-home.js';
import { goBinary, needs } from '../testing/requirements.js';
import { removeScratch } from '../testing/scratch.js';
import { LISTED_FIELDS, type Listed, listStandard } from '../testing/standard-build.js';
import { readTree } from './read-tree.js';
import { standardSource } from './standard-source.js';

const home = mkdtempSync(join(tmpdir(), 'gomod-go-data-'));
afterAll(() => removeScratch(home));

const settings = { HOME: quietHome(home), GOENV: 'off', GOFLAGS: '', GOTOOLCHAIN: 'local', GOWORK: 'off' };

function go(words: readonly string[], port: Record<string, string> = {}): string {
  const env = { PATH: process.env.PATH, ...settings, GOCACHE: join(home, 'cache'), ...port };
  return execFileSync(goBinary() ?? 'go', words, {
    cwd: home,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trimEnd();
}

/** A build for the port, with the tags that `go` has there, and whether it has cgo. */
function contextOf(goos: string, goarch: string, variables: Record<string, string>): BuildContext {
  const lists = ['BuildTags', 'ToolTags', 'ReleaseTags'].map((list) => `{{join context.${list} " "}}`);
  const format = ['{{context.CgoEnabled}}', ...lists].join();
  const [cgo, ...tags] = go(['list', '-f', format, 'unsafe'], variables).split(',');
  const [buildTags = [], toolTags = [], releaseTags = []] = tags.map((list) => list.split(' '));
  return { goos, goarch, compiler: 'gc', cgoEnabled: cgo === 'true', buildTags, toolTags, releaseTags };
}

function listed(words: readonly string[], variables: Record<string, string>): Listed[] {
  const output = go(['list', '-e', '-pgo=off', ...words], variables).replaceAll(
    `${goroot()}/src/cmd/cgo/internal/test/`,
    '',
  );
  return JSON.parse(`[${output.replace(/^\}\n\{/gm, '},{')}]`) as Listed[];
}

/** A list of what is there. */
const one = (found: Listed | undefined): Listed[] => (found === undefined ? [] : [found]);

const goroot = (): string => go(['env', 'GOROOT']);

const need = needs('go');
/** Undefined when it is another release: then there is nothing to compare with. */
const sameRelease = need.skip || go(['env', 'GOVERSION']) === `go${release}`;

describe.skipIf(need.skip || !sameRelease)(
  need.title(`the data of Go ${release}${sameRelease ? '' : ' (skipped: another release is here)'}`),
  () => {
    it.each([
      ['linux', 'amd64', '1'],
      ['linux', 'amd64', '1', 'purego,netgo,osusergo,race,faketime'],
      ['linux', 'amd64', '0'],
      ['linux', '386', '0'],
      ['linux', 'mips64le', '1'],
      ['windows', 'amd64', '1'],
      ['windows', 'arm64', '0'],
      ['darwin', 'arm64', '1'],
      ['darwin', 'arm64', '0'],
      ['freebsd', 'riscv64', '1'],
      ['solaris', 'amd64', '1'],
      ['aix', 'ppc64', '0'],
      ['plan9', '386', '0'],
      ['js', 'wasm', '0'],
      ['wasip1', 'wasm', '0'],
    ])('give what go list says on %s/%s with CGO_ENABLED=%s', async (goos, goarch, cgo, tags = '') => {
      const variables = { GOOS: goos, GOARCH: goarch, CGO_ENABLED: cgo, GOFLAGS: `-tags=${tags}` };
      const port = contextOf(goos, goarch, variables);
      expect(port.cgoEnabled).toBe(cgo === '1');
      const { library } = await standardPackages(release);
      const found = library.paths.filter((path) => {
        // What the patterns std and cmd leave out.
        if (path === 'builtin' || (path === 'runtime/cgo' && !port.cgoEnabled)) return false;
        const commands = library.package(path)?.files.some((file) => file.package === 'main');
        return !(path.startsWith('cmd/vendor/') && path.includes('/cmd/') && commands);
      });
      const ours = found.flatMap((path) => one(listStandard(library, path, port)));
      const fields = LISTED_FIELDS.filter((field) => !/^X?TestEmbedFiles$/.test(field));
      const theirs = listed([`-json=${fields.join()}`, 'std', 'cmd'], variables);
      const byPath = (list: readonly Listed[]) => new Map(list.map((each) => [each.ImportPath, each]));
      const bare = ours.map(({ TestEmbedFiles: _, XTestEmbedFiles: __, ...each }) => each);
      expect(theirs.length).toBeGreaterThan(600);
      expect(byPath(bare)).toEqual(byPath(theirs));
    });

    it('give what go list says of the files that tests embed', async () => {
      const { library } = await standardPackages(release);
      const variables = { GOOS: 'linux', GOARCH: 'amd64', CGO_ENABLED: '1' };
      const port = contextOf('linux', 'amd64', variables);
      const ours = library.paths.flatMap((path) => one(listStandard(library, path, port)));
      const embedding = ours.filter((each) => each.TestEmbedFiles ?? each.XTestEmbedFiles);
      expect(embedding.length).toBeGreaterThan(2);
      const paths = embedding.map((each) => String(each.ImportPath));
      const theirs = listed(['-test', `-json=${LISTED_FIELDS.join()}`, ...paths], variables);
      expect(embedding).toEqual(theirs.filter((each) => paths.includes(String(each.ImportPath))));
    });

    it('are what the generator makes of the installed tree', () => {
      const path = fileURLToPath(new URL('../../src/engine/data/go1.26-std.ts', import.meta.url));
      expect(readFileSync(path, 'utf8') === standardSource(release, readTree(goroot()))).toBe(true);
    });
  },
);

describe('the size of the data', () => {
  it('stays small, and one byte a character', () => {
    expect(facts.length).toBeLessThan(170_000);
    expect(gzipSync(facts).length).toBeLessThan(70_000);
    expect(/^[\n\t -~]*$/.test(facts)).toBe(true);
  });
});
