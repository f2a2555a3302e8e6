// Against `go list` on the standard library and the go command, for five ports, with cgo and without.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goAlone } from '../../../tools/testing/go-oracle.js';
import { type GoFields, listFields, readFolder } from '../../../tools/testing/imports-package.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { assemblePackage, type BuildContext, listedFiles, type SourceFile } from './index.js';

const PORTS = ['linux/amd64', 'windows/amd64', 'darwin/arm64', 'js/wasm', 'linux/386'];
/** Packages with something of everything: cgo, assembly, embedded files, tests beside, names of systems. */
const SAMPLE = [
  ...[
    'os/...',
    'runtime/...',
    'net',
    'net/http/...',
    'plugin',
    'crypto/...',
    'time/...',
    'embed/...',
    'go/build/...',
  ],
  ...[
    'internal/syscall/...',
    'syscall/...',
    'math/...',
    'cmd/cgo/...',
    'cmd/go/internal/...',
    'cmd/link/...',
  ],
];
const PACKAGES = process.env.GOMOD_ACCEPTANCE === undefined ? SAMPLE : ['std', 'cmd'];

const FIELDS = [
  ...['Dir', 'ImportPath', 'Name', 'Doc', 'Error'],
  ...[
    'GoFiles',
    'CgoFiles',
    'IgnoredGoFiles',
    'InvalidGoFiles',
    'IgnoredOtherFiles',
    'CFiles',
    'CXXFiles',
    'MFiles',
  ],
  ...['HFiles', 'FFiles', 'SFiles', 'SwigFiles', 'SwigCXXFiles', 'SysoFiles', 'TestGoFiles', 'XTestGoFiles'],
  ...['CgoCFLAGS', 'CgoCPPFLAGS', 'CgoCXXFLAGS', 'CgoFFLAGS', 'CgoLDFLAGS', 'CgoPkgConfig'],
  ...['Imports', 'TestImports', 'XTestImports', 'EmbedPatterns', 'TestEmbedPatterns', 'XTestEmbedPatterns'],
];

interface Listed extends GoFields {
  readonly Dir: string;
  readonly ImportPath: string;
}

function go(port: string, cgo: string, ...words: string[]): string {
  const [GOOS = '', GOARCH = ''] = port.split('/');
  const env = goAlone({ GOOS, GOARCH, CGO_ENABLED: cgo });
  const goroot = execFileSync(goBinary() ?? 'go', ['env', 'GOROOT'], { env, encoding: 'utf8' }).trim();
  const cwd = join(goroot, 'src');
  return execFileSync(goBinary() ?? 'go', ['list', ...words], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
}

function contextOf(port: string, cgo: string): BuildContext {
  const [goos = '', goarch = ''] = port.split('/');
  const text = go(
    port,
    cgo,
    '-f',
    '{{join context.ToolTags " "}};{{join context.ReleaseTags " "}};{{context.CgoEnabled}}',
    'unsafe',
  );
  const [tools = '', releases = '', enabled] = text.trim().split(';');
  return {
    goos,
    goarch,
    compiler: 'gc',
    cgoEnabled: enabled === 'true',
    buildTags: [],
    toolTags: tools.split(' '),
    releaseTags: releases.split(' '),
  };
}

/** `go list` shows imports of vendored packages where these are; in the sources they have their own names. */
function unresolved(fields: GoFields): GoFields {
  const lists = ['Imports', 'TestImports', 'XTestImports'].flatMap((name) => {
    const list = fields[name] as readonly string[] | undefined;
    return list === undefined
      ? []
      : [[name, list.map((path) => path.replace(/^(?:cmd\/)?vendor\//, '')).sort()]];
  });
  return { ...fields, ...Object.fromEntries(lists) };
}

const folders = new Map<string, SourceFile[]>();

function sources(folder: string): SourceFile[] {
  const known = folders.get(folder) ?? readFolder(folder);
  folders.set(folder, known);
  return known;
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('packages of Go, as go list has them'), () => {
  const runs = PORTS.flatMap((port) => ['0', '1'].map((cgo): [string, string] => [port, cgo]));
  test.each(runs)(
    'for %s with CGO_ENABLED=%s',
    (port, cgo) => {
      const context = contextOf(port, cgo);
      const output = go(port, cgo, '-e', '-pgo=off', `-json=${FIELDS.join(',')}`, ...PACKAGES);
      const packages = JSON.parse(`[${output.trim().replaceAll('\n}\n{', '\n},\n{')}]`) as Listed[];
      expect(packages.length).toBeGreaterThan(100);
      for (const { Dir, ImportPath, Error: _, ...wanted } of packages) {
        const built = assemblePackage(sources(Dir), { context, folder: Dir, indexed: true });
        const found = listFields({ ...built, files: listedFiles(built.files, context.cgoEnabled) });
        expect(found, `${ImportPath} for ${port}, cgo ${cgo}`).toEqual(unresolved(wanted));
      }
    },
    300_000,
  );
});
