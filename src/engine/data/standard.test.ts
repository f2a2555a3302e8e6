// The standard library that is known without a Go installation: questions with answers checked by eye. All of it is
// compared with `go list` in tools/stdlib/go.test.ts.

import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { standardPackages } from './index.js';

const { library } = await standardPackages('1.26');

describe('the release', () => {
  it.each(['1.26', '1.26.0', '1.26.8', '1.26.99', '1.26rc1'])('%s is known', async (release) => {
    expect((await standardPackages(release)).exact).toBe(true);
  });

  it.each(['1.27', '1.27rc1', '1.30.2', '2.0.0', '1.25.3', '1.4'])('%s is stood in for', async (release) => {
    const found = await standardPackages(release);
    expect(found.exact).toBe(false);
    expect(found.library.release).toMatch(/^1\.26\.\d+$/);
  });
});

describe('the packages', () => {
  it.each(['fmt', 'net/http', 'unsafe', 'builtin', 'C/..', 'cmd', 'cmd/go', 'internal', 'net/http/', ''])(
    'has %j as a folder with Go files',
    (path) => {
      const without = ['C/..', 'cmd', 'internal', 'net/http/', ''];
      expect(library.has(path)).toBe(!without.includes(path));
      expect(library.package(path)?.path).toBe(without.includes(path) ? undefined : path);
    },
  );

  it('are sorted by bytes', () => {
    expect(library.paths).toEqual([...library.paths].sort());
  });

  it('are made once', () => {
    expect(library.package('net')).toBe(library.package('net'));
  });

  it('have files for every port', () => {
    const files = new Map(library.package('os/user')?.files.map((file) => [file.name, file]));
    expect(files.get('lookup_plan9.go')).toEqual({
      name: 'lookup_plan9.go',
      constraint: '',
      package: 'user',
      imports: ['fmt', 'os', 'syscall'],
      embeds: [],
      cgo: [],
    });
    expect(files.get('getgrouplist_unix.go')).toMatchObject({
      constraint: 'cgo && !osusergo && unix && !android && !aix && !darwin',
      imports: ['C'],
    });
    expect(library.package('os')?.files.find((file) => file.name === 'os_test.go')?.package).toBe('os_test');
  });

  it('know what their embed patterns stand for', () => {
    const found = library.package('internal/trace/traceviewer')?.embedded;
    expect(found?.get('static/webcomponents.min.js')).toEqual(['static/webcomponents.min.js']);
  });
});

describe('an import', () => {
  it.each([
    ['net/http', 'golang.org/x/net/idna', 'vendor/golang.org/x/net/idna'],
    ['vendor/golang.org/x/net/idna', 'golang.org/x/text/transform', 'vendor/golang.org/x/text/transform'],
    ['cmd/go', 'golang.org/x/mod/semver', 'cmd/vendor/golang.org/x/mod/semver'],
    ['cmd/vendor/golang.org/x/mod/zip', 'golang.org/x/mod/module', 'cmd/vendor/golang.org/x/mod/module'],
    ['net/http', 'golang.org/x/mod/semver', 'golang.org/x/mod/semver'],
    ['net/http', 'net', 'net'],
    ['cmd/go', 'cmd/internal/par', 'cmd/internal/par'],
    ['cmd', 'golang.org/x/mod/semver', 'cmd/vendor/golang.org/x/mod/semver'],
  ])('in %s of %s means %s', (importer, path, meant) => {
    expect(library.resolve(importer, path)).toBe(meant);
  });
});

describe('the data', () => {
  it('are apart from what asks for them', async () => {
    const { metafile } = await build({
      entryPoints: [join(import.meta.dirname, 'index.ts')],
      bundle: true,
      format: 'esm',
      splitting: true,
      outdir: 'out',
      write: false,
      metafile: true,
    });
    const [entry] = Object.values(metafile.outputs).filter((each) =>
      each.entryPoint?.endsWith('data/index.ts'),
    );
    expect(entry?.bytes).toBeLessThan(20_000);
    const dynamic = entry?.imports.filter((each) => each.kind === 'dynamic-import');
    expect(dynamic?.length).toBe(1);
  });
});
