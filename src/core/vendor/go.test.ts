// modules.txt, copied files, consistency and defaults compared with a real go command, on projects made by chance.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type GoRun, GoWorld } from '../../../tools/testing/go-world.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { realTree } from '../../../tools/testing/real-tree.js';
import { needs } from '../../../tools/testing/requirements.js';
import { type Chance, seeded } from '../../../tools/testing/seeded.js';
import { type VendorProject, vendorProject, vendorUniverse } from '../../../tools/testing/vendor-project.js';
import { resolveEmbeds } from '../embed/index.js';
import { compare } from '../gover/index.js';
import { parse, parseWork } from '../modfile/index.js';
import { formatModule, type ModuleVersion } from '../module/index.js';
import { decodeText, encodeText } from '../text.js';
import {
  checkPathCollisions,
  embedsToCopy,
  filesToCopy,
  formatModulesTxt,
  isMetadataFile,
  isPackageFile,
  MetadataFolders,
  modulesTxtOf,
  parseModulesTxt,
  replacementsOf,
  unlistedPackageNotice,
  VendorError,
  VendorList,
  type VendorMain,
  vendorByDefault,
  vendoredGoLines,
  vendorGoVersion,
  vendorInconsistency,
} from './index.js';

const FULL = process.env.GOMOD_ACCEPTANCE !== undefined;

/** GOMOD_SEEDS names a range (`100-200`) to look at. */
function seeds(): number[] {
  const [from = 0, to = from] = (process.env.GOMOD_SEEDS ?? '').split('-').map(Number);
  const [first, last] = from > 0 ? [from, to] : [1, FULL ? 300 : 6];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

interface Package {
  readonly ImportPath: string;
  readonly Dir: string;
  readonly Module?: {
    readonly Path: string;
    readonly Version?: string;
    readonly Main?: boolean;
    readonly Replace?: { readonly Path: string; readonly Version?: string };
    readonly GoVersion?: string;
  };
}

function jsonList<T>(text: string): T[] {
  return text
    .split(/^(?=\{)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => JSON.parse(part) as T);
}

const need = needs('go');

describe.skipIf(need.skip)(need.title('vendoring compared with go'), () => {
  let world: GoWorld;
  beforeAll(() => {
    world = new GoWorld(vendorUniverse());
  });
  afterAll(() => world.remove());

  /** The main modules as their files say it now. */
  function mainOf(top: string, { members, workspace }: VendorProject): VendorMain {
    const list = members.map((member) => {
      const name = world.path(top, 'main', member, 'go.mod');
      const file = parse('go.mod', encodeText(world.read(top, 'main', member, 'go.mod')));
      return { path: file.module?.mod.path ?? '', name, file };
    });
    if (!workspace) return { members: list };
    const file = parseWork('go.work', encodeText(world.read(top, 'main', 'go.work')));
    return { members: list, work: { name: world.path(top, 'main', 'go.work'), file } };
  }

  /** Packages that are to be vendored, as go list tells them. */
  function neededPackages(folder: string, flag: readonly string[]): Package[] {
    const words = ['list', ...flag, '-e', '-deps', '-test', '-json=ImportPath,Dir,Module', 'work'];
    const all = jsonList<Package>(world.out(folder, ...words)).filter(
      ({ ImportPath }) => !/[ .]test[\] ]?/.test(ImportPath.replaceAll('.test/', '/')),
    );
    const seen = new Map(all.map((found) => [found.ImportPath.replace(/ .*/, ''), found]));
    return [...seen.values()].filter(({ Module }) => Module !== undefined && Module.Main !== true);
  }

  /** Makes the project fit to be vendored; false where go finds it at fault. */
  function prepare(top: string, project: VendorProject): GoRun {
    world.write(top, project.files);
    const folder = `${top}/main`;
    // In a workspace the sums of everything are wanted; else whatever go.mod lacks is added.
    if (project.workspace) world.go(folder, ['mod', 'download']);
    const flag = project.workspace ? '-mod=readonly' : '-mod=mod';
    const listed = world.go(folder, ['list', flag, '-deps', '-test', 'work']);
    if (!project.workspace) world.go(folder, ['mod', 'download']);
    return listed;
  }

  function compareFiles(top: string, main: VendorMain, needed: readonly Package[]): void {
    const goVersion = vendorGoVersion(main);
    const copied = new Set(['modules.txt']);
    const metadata = new MetadataFolders();
    const sorted = [...needed].sort((a, b) => {
      const [x, y] = [a.Module?.Path ?? '', b.Module?.Path ?? ''];
      return x === y ? (a.ImportPath < b.ImportPath ? -1 : 1) : x < y ? -1 : 1;
    });
    for (const { ImportPath, Dir, Module } of sorted) {
      const module = Module?.Path ?? '';
      const root = Dir.slice(0, Dir.length - (ImportPath.length - module.length));
      const tree = realTree(Dir);
      const rule = { goVersion, ignored: (name: string) => name === 'ignored.go' };
      for (const name of filesToCopy(tree.readdir(''), (file) => isPackageFile(file, rule))) {
        copied.add(`${ImportPath}/${name}`);
      }
      for (const folder of metadata.above(module, ImportPath)) {
        const entries = realTree(root + folder.slice(module.length)).readdir('');
        for (const name of filesToCopy(entries, isMetadataFile)) copied.add(`${folder}/${name}`);
      }
      const embeds = ImportPath.endsWith('/p/q')
        ? { patterns: ['data'], tests: ['test.txt'] }
        : { patterns: [], tests: [] };
      for (const name of resolveEmbeds(tree, embedsToCopy(goVersion, embeds)).files)
        copied.add(`${ImportPath}/${name}`);
    }
    expect([...copied].sort()).toEqual(world.files(top, 'main', 'vendor'));
  }

  /** Whether vendor mode sees the modules of the packages as we do. */
  function compareSelection(top: string, list: VendorList, packages: readonly Package[]): void {
    for (const { ImportPath, Module } of packages) {
      const mod = list.packages.get(ImportPath) ?? { path: '', version: '' };
      const by = list.meta(mod).replacement;
      expect([mod.path, mod.version, by?.path, by?.version, list.meta(mod).goVersion], ImportPath).toEqual([
        Module?.Path,
        Module?.Version ?? '',
        Module?.Replace?.Path,
        Module?.Replace === undefined ? undefined : (Module.Replace.Version ?? ''),
        // Where modules.txt has no go lines, go guesses one.
        list.meta(mod).goVersion === '' ? '' : Module?.GoVersion,
      ]);
    }
    expect(top).not.toBe('');
  }

  /** Go's complaint in vendor mode, '' without one; beside it ours. */
  function complaints(top: string, project: VendorProject, words: readonly string[]): [string, string] {
    const { stderr } = world.go(`${top}/main`, ['list', '-mod=vendor', ...words]);
    const main = mainOf(top, project);
    const folder = world.path(top, 'main');
    const ours = vendorInconsistency({
      main,
      replacement: replacementsOf(main),
      list: new VendorList(parseModulesTxt(world.read(top, 'main', 'vendor', 'modules.txt'))),
      folder,
      shorten: (file) => (file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file),
    });
    const theirs = stderr.includes('inconsistent vendoring') ? stderr : '';
    return [theirs, ours === undefined ? '' : `go: ${ours.message}\n`];
  }

  /** Changes a line of modules.txt or of a main module's file. */
  function damage(
    chance: Chance,
    top: string,
    project: VendorProject,
    kept: Readonly<Record<string, string>>,
  ): void {
    world.write(`${top}/main`, kept);
    for (let i = 1 + chance.below(3); i > 0; i--) {
      const names = Object.keys(kept);
      const name = chance.below(2) === 0 ? 'vendor/modules.txt' : chance.pick(names);
      const lines = world.read(top, 'main', name).split('\n');
      const at = chance.below(lines.length);
      const line = lines[at] ?? '';
      const isText = name === 'vendor/modules.txt';
      const odd = isText
        ? [
            '## explicit',
            '## explicit; go 1.20',
            '# a.test/one v1.0.0 => ./x',
            '# a.test/one => ../y',
            'x y',
            '# a.test/two v1.1.0',
            'a.test/two/zz',
            '# q',
            '# q r',
            '# a.test/two v1.1.0 => b v9',
            '# x.test/y v1.0.0',
          ]
        : line.startsWith('replace') || line.startsWith('require')
          ? ['', `${line} // x`]
          : [];
      const versions = line.replace(/v(\d)\.\d\.\d/, `v$1.${chance.below(3)}.0`);
      const changed = chance.pick([
        versions,
        line,
        ...(isText || /^(?:replace|require)/.test(line) ? [''] : []),
        ...odd,
      ]);
      if (!isText && !/^(?:\t|replace |require )[^(]/.test(line)) continue;
      lines.splice(at, 1, changed);
      world.write(`${top}/main`, { [name]: lines.join('\n') });
    }
    expect(project.members.length).toBeGreaterThan(0);
  }

  const totals = { projects: 0, refused: 0, checks: 0, inconsistent: 0 };

  test.each(seeds().flatMap((seed) => [[seed, 'module'] as const, [seed, 'workspace'] as const]))(
    'project %i: %s',
    (seed, kind) => {
      const chance = seeded(seed * 2 + (kind === 'module' ? 0 : 1));
      const project = vendorProject(chance, kind);
      const top = `s${seed}${kind}`;
      const prepared = prepare(top, project);
      const vendored = world.go(`${top}/main`, [project.workspace ? 'work' : 'mod', 'vendor']);
      if (prepared.status !== 0 || vendored.status !== 0) {
        totals.refused++;
        expect(vendored.stderr + prepared.stderr).not.toBe('');
        return;
      }
      totals.projects++;
      const folder = `${top}/main`;
      const main = mainOf(top, project);
      const needed = neededPackages(folder, ['-mod=readonly']);
      const modules = jsonList<NonNullable<Package['Module']>>(
        world.out(folder, 'list', '-mod=readonly', '-m', '-e', '-json', 'all'),
      );
      const goVersions = new Map(modules.map((m) => [m.Path, m.GoVersion ?? '']));
      const byModule = new Map<string, { mod: ModuleVersion; packages: string[] }>();
      for (const { ImportPath, Module } of needed) {
        const mod = { path: Module?.Path ?? '', version: Module?.Version ?? '' };
        const entry = byModule.get(formatModule(mod)) ?? { mod, packages: [] };
        entry.packages.push(ImportPath);
        byModule.set(formatModule(mod), entry);
      }
      const replacement = replacementsOf(main);
      const goVersionOf = (path: string): string => goVersions.get(path) ?? '';
      const ours = formatModulesTxt(
        modulesTxtOf({ main, replacement, packages: byModule.values(), goVersionOf }),
      );
      if (ours === '') {
        expect(vendored.stderr).toBe('go: no dependencies to vendor\n');
        return;
      }
      const text = world.read(folder, 'vendor', 'modules.txt');
      expect(ours).toBe(text);
      expect(formatModulesTxt(parseModulesTxt(text))).toBe(text);
      compareFiles(top, main, needed);
      compareSelection(top, new VendorList(parseModulesTxt(text)), neededPackages(folder, ['-mod=vendor']));
      const [theirs, none] = complaints(top, project, ['./...']);
      expect([theirs, none]).toEqual(['', '']);
      const kept = Object.fromEntries(
        [
          'vendor/modules.txt',
          ...project.members.map((m) => (m === '' ? 'go.mod' : `${m}/go.mod`)),
          ...(project.workspace ? ['go.work'] : []),
        ].map((name) => [name, world.read(folder, name)]),
      );
      for (let i = 0; i < (FULL ? 12 : 5); i++) {
        damage(chance, top, project, kept);
        const [want, got] = complaints(top, project, ['-f', '{{.Dir}}', project.workspace ? './x' : '.']);
        expect(got, JSON.stringify(kept)).toBe(want);
        totals.checks++;
        if (want !== '') totals.inconsistent++;
      }
    },
  );

  it('has seen enough', () => {
    if (process.env.GOMOD_TELL) console.log(JSON.stringify(totals));
    expect(totals.projects).toBeGreaterThan(totals.refused);
    expect(totals.inconsistent * 4).toBeGreaterThan(totals.checks);
  });

  test.each(['src', 'src/cmd'])('modules.txt of Go itself, in %s', (folder) => {
    const file = join(world.out('.', 'env', 'GOROOT').trim(), folder, 'vendor/modules.txt');
    const text = readFileSync(file, 'utf8');
    expect(parseModulesTxt(text).modules.length).toBeGreaterThan(2);
    expect(formatModulesTxt(parseModulesTxt(text))).toBe(text);
  });

  it('damaged files are read as go reads them', () => {
    const text =
      '# a.test/one v1.0.0\n## explicit; go 1.20\na.test/one\na.test/one/p\n# a.test/two v1.1.0 => ../two\n## go 1.16\n' +
      'a.test/two\n# b.test/b v0.1.0\n## explicit\n## go 1.18\nb.test/b\n# c.test/c => c.test/d v1.2.3\n# e.test/e v1.0.0\n' +
      'e.test/e\n# a.test/one v1.2.0\na.test/one/q\n## go 1.27\n# f.test/f v1.0.0\n## go 1.21; x\nf.test/f\n';
    const packages = [
      'a.test/one',
      'a.test/one/p',
      'a.test/one/q',
      'a.test/two',
      'b.test/b',
      'e.test/e',
      'f.test/f',
    ];
    const folders = Object.fromEntries(packages.map((path) => [`main/vendor/${path}/x.go`, 'package x\n']));
    // With such a go line only what modules.txt marks can be wrong; with all lines here, everything is.
    world.write('damaged', {
      ...folders,
      'main/go.mod': 'module m\n\ngo 1.13\n',
      'main/m.go': 'package m\n',
    });
    const project: VendorProject = { files: {}, workspace: false, members: [''] };
    const format =
      '{{.ImportPath}}{{with .Module}} {{.Path}}@{{.Version}} {{.GoVersion}}{{with .Replace}} {{.Path}} {{.Version}}{{end}}{{end}}';
    const local = world.out('damaged/main', 'env', 'GOVERSION').trim().slice('go'.length);
    const chance = seeded(20261121);
    const seen = { newer: 0, inconsistent: 0, mapped: 0 };
    const lines = text.trimEnd().split('\n');
    for (let i = 0; i < (FULL ? 1000 : 50); i++) {
      // Of some files all that would be told first is taken away.
      const kept = lines.filter(
        (line) => (i % 3 === 0 || line !== '## go 1.27') && (i % 3 !== 2 || !/=>|explicit/.test(line)),
      );
      const damaged = mutate(chance, encodeText(`${kept.join('\n')}\n`));
      writeFileSync(world.path('damaged/main/vendor/modules.txt'), damaged);
      const file = parseModulesTxt(damaged);
      const { stdout, stderr } = world.go('damaged/main', [
        'list',
        '-mod=vendor',
        '-e',
        '-f',
        format,
        ...packages,
      ]);
      const newer = vendoredGoLines(file).find(({ goVersion }) => compare(goVersion, local) > 0);
      if (newer !== undefined) {
        const { mod, goVersion } = newer;
        expect(stderr).toBe(
          `go: ${mod.path} in vendor/modules.txt requires go >= ${goVersion} (running go ${local}; GOTOOLCHAIN=local)\n`,
        );
        seen.newer++;
        continue;
      }
      const [want, got] = complaints('damaged', project, packages);
      expect(got).toBe(want);
      if (want !== '') {
        seen.inconsistent++;
        continue;
      }
      const list = new VendorList(file);
      const ours = packages.map((path) => {
        const mod = list.packages.get(path);
        if (mod === undefined) return path;
        return `${path} ${formatModule(mod)} ${list.meta(mod).goVersion}`;
      });
      // Go guesses a go version where modules.txt has none, and has no module for what is not listed.
      const theirs = stdout
        .split('\n')
        .slice(0, -1)
        .map((line, at) => {
          const mod = list.packages.get(packages[at] ?? '');
          return mod !== undefined && list.meta(mod).goVersion === '' ? line.replace(/ \S*$/, ' ') : line;
        });
      expect(theirs, JSON.stringify(decodeText(damaged))).toEqual(ours);
      seen.mapped++;
    }
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(3);
  }, 600_000);

  describe('by hand', () => {
    const MODULES_TXT = '# a.test/one v1.0.0\n## explicit\na.test/one\n';
    const VENDORED = 'package one\n\nconst Vendored = true\n';

    /** Whether go uses the vendor folder without being told, and whether we think so. */
    function modes(name: string, files: Readonly<Record<string, string>>): [boolean, boolean] {
      const top = `mode-${name}`;
      world.write(`${top}/vendor/a.test/one`, { 'one.go': VENDORED });
      world.write(top, files);
      const inWorkspace = files['go.work'] !== undefined;
      const { stdout } = world.go(top, ['list', '-e', '-f', '{{.Dir}}', 'a.test/one']);
      const main = parse('go.mod', encodeText(files[inWorkspace ? 'x/go.mod' : 'go.mod'] ?? ''));
      const work = inWorkspace ? parseWork('go.work', encodeText(files['go.work'] ?? '')) : undefined;
      const ours = vendorByDefault({
        workspace: inWorkspace,
        goVersion: (work ?? main).go?.version ?? '',
        hasFolder: true,
        modulesTxt: () => files['vendor/modules.txt'],
      });
      return [stdout.includes('/vendor/'), ours.vendor];
    }

    const goMod = (go: string): string => `module m\n\n${go}\n\nrequire a.test/one v1.0.0\n`;
    const work = { 'go.work': 'go 1.22\n\nuse ./x\n', 'x/go.mod': goMod('go 1.22'), 'x/x.go': 'package x\n' };

    test.each([
      ['none', { 'go.mod': goMod(''), 'vendor/modules.txt': MODULES_TXT }, false],
      ['old', { 'go.mod': goMod('go 1.13'), 'vendor/modules.txt': MODULES_TXT }, false],
      ['first', { 'go.mod': goMod('go 1.14'), 'vendor/modules.txt': MODULES_TXT }, true],
      ['new', { 'go.mod': goMod('go 1.22'), 'vendor/modules.txt': MODULES_TXT }, true],
      [
        'foreign',
        { 'go.mod': goMod('go 1.22'), 'vendor/modules.txt': `## workspace\n${MODULES_TXT}` },
        false,
      ],
      ['work', { ...work, 'vendor/modules.txt': `## workspace\n${MODULES_TXT}` }, true],
      ['module', { ...work, 'vendor/modules.txt': MODULES_TXT }, false],
    ])('vendor mode: %s', (name, files, want) => {
      expect(modes(name, files)).toEqual([want, want]);
    });

    it('a main module that its own go.mod replaces', () => {
      world.write('self/main', {
        'go.mod': 'module m\n\ngo 1.20\n\nreplace m => ./x\n',
        'm.go': 'package m\n',
        'vendor/modules.txt': '# m => ./x\n',
      });
      const project: VendorProject = { files: {}, workspace: false, members: [''] };
      const [want, got] = complaints('self', project, ['.']);
      expect(got).toBe(want);
      expect(world.go('self/main', ['build', '-mod=vendor', './...']).stderr).toBe(got);
      expect(want).toContain('is replaced by  in ');
    });

    it('workspaces whose members and go.work replace main modules and each other', () => {
      const files = {
        'main/go.work':
          'go 1.22\n\nuse ./x\n\nuse ./y\n\nreplace a.test/one v1.0.0 => ../local\n\nreplace u.test/u => ../u\n',
        'main/x/go.mod':
          'module main.test/x\n\ngo 1.21\n\nrequire (\n\ta.test/one v1.0.0\n\tmain.test/y v1.3.0\n)\n\n' +
          'replace main.test/y => ../y\n\nreplace a.test/one => ./none\n\nreplace w.test/w v1.0.0 => ../../w\n',
        'main/x/x.go': 'package x\n\nimport (\n\t_ "a.test/one"\n\t_ "main.test/y"\n)\n',
        'main/y/go.mod':
          'module main.test/y\n\ngo 1.22\n\nrequire a.test/one v1.0.0\n\nreplace z.test/z => ./z\n',
        'main/y/y.go': 'package y\n',
        'local/go.mod': 'module a.test/one\n\ngo 1.19\n',
        'local/one.go': 'package one\n',
      };
      world.write('both', files);
      const { status, stderr } = world.go('both/main', ['work', 'vendor']);
      expect([status, stderr]).toEqual([0, '']);
      const text = world.read('both/main/vendor/modules.txt');
      const project: VendorProject = { files, workspace: true, members: ['x', 'y'] };
      const main = mainOf('both', project);
      const one = { mod: { path: 'a.test/one', version: 'v1.0.0' }, packages: ['a.test/one'] };
      const goVersions: Readonly<Record<string, string>> = { 'a.test/one': '1.19', 'main.test/y': '1.22' };
      const goVersionOf = (path: string): string => goVersions[path] ?? '';
      const ours = modulesTxtOf({ main, replacement: replacementsOf(main), packages: [one], goVersionOf });
      expect(formatModulesTxt(ours)).toBe(text);
      expect(complaints('both', project, ['./x'])).toEqual(['', '']);
      for (const change of ['main.test/y', 'u.test/u', 'w.test/w', '../local', '## explicit']) {
        world.write('both/main/vendor', { 'modules.txt': text.replace(change, `${change}x`) });
        const [want, got] = complaints('both', project, ['./x']);
        expect(got).toBe(want);
        expect(want).not.toBe('');
      }
    });

    it('a replacement inside of the vendor folder', () => {
      const files = {
        'go.mod': 'module m\n\ngo 1.20\n\nreplace a.test/one => ./vendor/one\n',
        'm.go': 'package m\n',
      };
      world.write('inside/main', files);
      const main = mainOf('inside', { files: {}, workspace: false, members: [''] });
      const contents = { main, replacement: replacementsOf(main), packages: [], goVersionOf: () => '' };
      const { stderr } = world.go('inside/main', ['mod', 'vendor']);
      expect(() => modulesTxtOf(contents)).toThrow(stderr.slice('go: '.length).trimEnd());
    });

    it('modules that differ by case', () => {
      const module = (path: string, name: string) => ({
        'go.mod': `module ${path}\n`,
        'x.go': `package ${name}\n`,
      });
      world.write('fold/low', module('example.com/foo', 'foo'));
      world.write('fold/up', module('example.com/Foo', 'Foo'));
      world.write('fold/main', {
        'go.mod':
          'module m\n\ngo 1.20\n\nrequire (\n\texample.com/foo v0.1.0\n\texample.com/Foo v0.1.0\n)\n\n' +
          'replace (\n\texample.com/foo => ../low\n\texample.com/Foo => ../up\n)\n',
        'm.go': 'package m\n\nimport (\n\t_ "example.com/Foo"\n\t_ "example.com/foo"\n)\n',
      });
      const { stderr } = world.go('fold/main', ['mod', 'vendor']);
      const sorted = (text: string): string[] => text.trim().split(' ').sort();
      const check = (): void => checkPathCollisions(['example.com/foo', 'example.com/Foo']);
      expect(check).toThrow(VendorError);
      try {
        check();
      } catch (error) {
        // Go names them in an order of its own.
        expect(sorted((error as VendorError).message)).toEqual(sorted(stderr));
      }
    });

    it('a package that modules.txt does not list', () => {
      world.write('unlisted', {
        'go.mod': 'module m\n\ngo 1.23\n',
        'm.go': 'package m\n\nimport _ "a.test/one"\n',
        'vendor/a.test/one/one.go': VENDORED,
        'vendor/modules.txt': '',
      });
      const { stderr } = world.go('unlisted', ['list', '-mod=vendor', '-deps', '.']);
      expect(stderr).toContain(`go: ${unlistedPackageNotice('a.test/one', false)}\n`);
    });
  });
});
