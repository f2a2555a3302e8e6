// Small projects with dependencies, made by chance: what `go mod vendor` and `go work vendor` are tried on.
//
// The modules come from a made-up proxy or lie beside the project; they have packages that import each other,
// licences, tests, embedded and ignored files. Replace lines are of every kind: by a folder, by another module, of
// all versions, of a version that nobody uses.

import type { FixtureModule } from '../../conformance/fixtures/module.js';
import type { Chance } from './seeded.js';

/** A project, its folder named `main`; modules beside it are in `local`. */
export interface VendorProject {
  /** By name below the folder of everything. */
  readonly files: Readonly<Record<string, string>>;
  readonly workspace: boolean;
  /** The folders of the main modules below `main`; '' for its top. */
  readonly members: readonly string[];
}

const MODULES = ['a.test/one', 'a.test/two', 'b.test/three/v2', 'c.test/four', 'c.test/four/sub'];
const VERSIONS: readonly string[] = ['v1.0.0', 'v1.1.0'];
const PACKAGES = ['', '/p', '/p/q', '/r'];

function versionOf(path: string, version: string): string {
  return path.endsWith('/v2') ? version.replace(/^v\d/, 'v2') : version;
}

function packageName(path: string): string {
  return `x${path.replace(/[^a-z0-9]/g, '')}`;
}

/** The files of a module. Packages import packages of modules that come later in the list. */
function moduleFiles(path: string, goLine: string, index: number): Record<string, string> {
  const next = MODULES[index + 1];
  const files: Record<string, string> = {
    LICENSE: `licence of ${path}\n`,
    'LICENSE.md': 'x',
    'NOTICE-x': 'n',
    'un-LICENSE': 'not metadata',
    Notice: 'not metadata',
    'r/COPYING': 'c',
    'p/PATENTS': 'p',
    'p/q/data/a.txt': 'embedded',
    'p/q/data/.hidden': 'hidden',
    'p/q/test.txt': 'embedded by a test',
    'p/extra/deep/x.c': 'not of a package',
    'go.sum': '',
    'p/notes.md': 'x',
    'p/_under.go': 'package p\n',
    'p/.dot.go': 'package p\n',
  };
  const require = next === undefined ? '' : `\nrequire ${next} ${versionOf(next, 'v1.0.0')}\n`;
  files['go.mod'] = `module ${path}\n${goLine === '' ? '' : `\ngo ${goLine}\n`}${require}`;
  for (const folder of PACKAGES) {
    const name = packageName(path + folder);
    const imports = next !== undefined && folder === '/p' ? `import _ "${next}/r"\n` : '';
    const own = folder === '/p' ? `import _ "${path}/p/q"\n` : '';
    const embed = folder === '/p/q' ? 'import _ "embed"\n\n//go:embed data\nvar Data string\n' : '';
    const prefix = folder === '' ? '' : `${folder.slice(1)}/`;
    // A folder cannot be embedded in a string, but only the compiler says so.
    files[`${prefix}a.go`] = `package ${name}\n\n${imports}${own}${embed}`;
    files[`${prefix}ignored.go`] = `//go:build ignore\n\npackage main\n`;
    files[`${prefix}windows_only.go`] = `//go:build windows && !linux\n\npackage ${name}\n`;
    const tested = folder === '/p/q' ? '\nimport _ "embed"\n\n//go:embed test.txt\nvar t string\n' : '';
    files[`${prefix}a_test.go`] = `package ${name}\n${tested}`;
  }
  return files;
}

/** All versions of all modules, for the proxy. */
export function vendorUniverse(): FixtureModule[] {
  const goLines = ['1.16', '', '1.20', '1.13', '1.21'];
  return MODULES.flatMap((path, i) =>
    VERSIONS.map((version) => ({
      path,
      version: versionOf(path, version),
      files: moduleFiles(path, goLines[i] ?? '', i),
    })),
  );
}

function prefixed(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

/** The go lines that make a difference. */
export const VENDOR_GO_LINES = ['', '1.13', '1.14', '1.16', '1.17', '1.20', '1.21', '1.22', '1.23', '1.26'];

/** The replace lines of a file in the folder `to` levels below `main`. */
function replaceLines(chance: Chance, up: string, wild: boolean): string[] {
  const lines: string[] = [];
  MODULES.forEach((path, i) => {
    const old = chance.pick(VERSIONS);
    const kinds = [
      '',
      '',
      `replace ${path} ${versionOf(path, old)} => ${up}local/m${i}`,
      `replace ${path} ${versionOf(path, old)} => ${path} ${versionOf(path, 'v1.1.0')}`,
      `replace ${path} ${versionOf(path, 'v1.7.0')} => ${up}local/m${i}`,
      ...(wild ? [`replace ${path} => ${up}local/m${i}`] : []),
    ];
    const line = chance.pick(kinds);
    if (line !== '') lines.push(line);
    if (wild && chance.below(6) === 0)
      lines.push(`replace ${path} ${versionOf(path, 'v0.0.1')} => ${up}local/m${i}`);
  });
  if (wild && chance.below(3) === 0) lines.push('replace unused.test/x => ../nowhere');
  return lines;
}

/** A project by chance. */
export function vendorProject(chance: Chance, kind: 'module' | 'workspace'): VendorProject {
  const workspace = kind === 'workspace';
  const files: Record<string, string> = {};
  MODULES.forEach((path, i) => {
    Object.assign(files, prefixed(`local/m${i}`, moduleFiles(path, chance.pick(['', '1.15', '1.18']), i)));
  });
  const members = workspace ? ['x', 'y'] : [''];
  const goLine = workspace ? chance.pick(['1.18', '1.21', '1.22', '1.26']) : chance.pick(VENDOR_GO_LINES);
  const byWork = workspace && chance.below(2) === 0;
  members.forEach((member, i) => {
    const folder = member === '' ? 'main' : `main/${member}`;
    const used = MODULES.filter(() => chance.below(2) === 0);
    const own =
      workspace && i > 0 && chance.below(2) === 0
        ? []
        : replaceLines(chance, workspace ? '../../' : '../', !workspace);
    // In a workspace only the first member replaces, so that members do not contradict each other.
    const replace = byWork || i > 0 ? [] : own;
    const complete = workspace || chance.below(3) > 0;
    const require = (complete ? MODULES : used).map(
      (path) => `require ${path} ${versionOf(path, chance.pick(VERSIONS))}`,
    );
    const goMod = [
      `module main.test/m${member}`,
      ...(goLine === '' ? [] : [`go ${goLine}`]),
      ...require,
      ...replace,
    ];
    files[`${folder}/go.mod`] = `${goMod.join('\n\n')}\n`;
    const imports = used.map((path) => `import _ "${path}${chance.pick(PACKAGES)}"\n`);
    files[`${folder}/m.go`] = `package m\n\n${imports.join('')}`;
    const tested = used.filter(() => chance.below(3) === 0).map((path) => `import _ "${path}/r"\n`);
    files[`${folder}/m_test.go`] = `package m\n\n${tested.join('')}`;
  });
  if (workspace) {
    const replace = byWork ? replaceLines(chance, '../', true) : [];
    files['main/go.work'] = [`go ${goLine}`, ...members.map((m) => `use ./${m}`), ...replace, ''].join('\n');
  }
  return { files, workspace, members };
}
