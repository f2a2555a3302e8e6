// Random universes of packages: modules of several versions with packages that import each other, nested modules that take
// packages over from the one around them, and a project that needs some of them.
//
// Packages have an order, and import later ones only, so that nothing goes round in circles; test files import anything. In
// every fourth universe some things are broken.

import type { FixtureModule } from '../../conformance/fixtures/module.js';
import { type Chance, seeded } from './seeded.js';

/** See the head of this file. */
export interface RandomPackages {
  readonly modules: readonly FixtureModule[];
  /** Files of the project by name; its go.mod and what it needs, but no go.sum. */
  readonly project: Readonly<Record<string, string>>;
}

const GO_LINES = ['', '1.15', '1.16', '1.17', '1.18', '1.20', '1.21', '1.22.0', '1.24'];
const MAIN_GO_LINES = ['', '1.13', '1.16', '1.16', '1.17', '1.18', '1.21', '1.22.2', '1.26'];
const VERSIONS = ['v0.1.0', 'v1.0.0', 'v1.1.0-rc.1', 'v1.1.0', 'v1.2.0', 'v1.3.0-beta'];
const MAJOR_VERSIONS = ['v2.0.0', 'v2.1.0'];
const FOLDERS = ['', 'a', 'b', 'a/deep', 'c', 'internal/own', 'cmd/tool'];
const STANDARD = ['fmt', 'os', 'net/http', 'unicode/utf8', 'testing/fstest', 'crypto/tls'];
const MISSING = ['mod.test/gone', 'mod.test/m0/gone', 'gone.test/x', 'nosuch', 'std/gone'];
/** What a second file of a package may be called, and what it may begin with. */
const CONDITIONS: readonly (readonly [name: string, head: string])[] = [
  ['p_windows.go', ''],
  ['p_linux_arm64.go', ''],
  ['p_tagged.go', '//go:build tagged\n\n'],
  ['p_not.go', '//go:build !linux || (cgo && race)\n\n'],
  ['p_old.go', '// +build darwin,!cgo plan9\n\n'],
  ['p_new.go', '//go:build go1.18\n\n'],
  ['p_future.go', '//go:build go1.99\n\n'],
  ['p_ignored.go', '//go:build ignore\n\n'],
];

/** A module, its versions, and which folders have packages in each. */
interface Draft {
  readonly path: string;
  readonly versions: ReadonlyMap<string, readonly string[]>;
}

/** Imports of a file, as source. */
function importing(paths: readonly string[]): string {
  const lines = [...new Set(paths)].map((path) => `\t_ ${JSON.stringify(path)}\n`);
  return lines.length === 0 ? '' : `\nimport (\n${lines.join('')})\n`;
}

class Maker {
  readonly #chance: Chance;
  readonly #drafts: readonly Draft[] = [];
  /** Paths of all packages, in their order. */
  readonly #packages: readonly string[];
  readonly #sound: boolean;

  constructor(seed: number) {
    this.#chance = seeded(seed);
    this.#sound = seed % 4 !== 0;
    const count = 3 + this.#chance.below(10);
    this.#drafts = Array.from({ length: count }, (_, index) => this.#draft(index));
    const paths = this.#drafts.flatMap(({ path, versions }) =>
      [...new Set([...versions.values()].flat())].map((folder) => joined(path, folder)),
    );
    this.#packages = [...new Set(paths)];
  }

  #odds(share: number): boolean {
    return this.#chance.next() < share;
  }

  #some<T>(list: readonly T[], share: number): T[] {
    const chosen = list.filter(() => this.#odds(share));
    return chosen.length > 0 ? chosen : [this.#chance.pick(list)];
  }

  #draft(index: number): Draft {
    const kind = this.#chance.next();
    const parent = `mod.test/m${index - 1}`;
    const nested = kind < 0.2 && index > 0;
    const path = nested ? joined(parent, this.#chance.pick(['a', 'b', 'c'])) : `mod.test/m${index}`;
    const major = !nested && kind > 0.9;
    const versions = this.#some(major ? MAJOR_VERSIONS : VERSIONS, 0.4);
    // The later a version, the less it has, now and then: a package that moved into a module of its own.
    return {
      path: major ? `${path}/v2` : path,
      versions: new Map(versions.map((version) => [version, this.#some(FOLDERS, 0.5)])),
    };
  }

  /** Packages that the one at `place` may import. */
  #imports(place: number, most: number): string[] {
    const later = this.#packages.slice(place + 1);
    const found: string[] = [];
    for (let i = this.#chance.below(most + 1); i > 0; i--) {
      if (!this.#sound && this.#odds(0.04)) found.push(this.#chance.pick(MISSING));
      else if (later.length === 0 || this.#odds(0.2)) found.push(this.#chance.pick(STANDARD));
      else found.push(this.#chance.pick(later));
    }
    // An internal package is for its own tree only, a command for nobody: in sound universes they are left alone.
    return this.#sound ? found.filter((path) => !/\/(?:internal|cmd)\//.test(path)) : found;
  }

  /** The files of one package. `place`: of it in the order; -1 for what may import all. */
  #package(name: string, place: number, most: number): Record<string, string> {
    const files: Record<string, string> = {};
    const head = `package ${name}\n`;
    files['p.go'] = head + importing(this.#imports(place, most));
    if (this.#odds(0.3)) {
      const [file, condition] = this.#chance.pick(CONDITIONS);
      files[file] = condition + head + importing(this.#imports(place, most));
    }
    if (this.#odds(0.3)) files['p_test.go'] = head + importing(this.#imports(place, most));
    if (this.#odds(0.2)) files['x_test.go'] = `package ${name}_test\n${importing(this.#imports(-1, 2))}`;
    if (this.#odds(0.1)) {
      files['embed.go'] = `${head}\nimport _ "embed"\n\n//go:embed data\nvar data string\n`;
      files.data = 'data\n';
    }
    if (this.#odds(0.05)) files['native.go'] = `${head}\n// int one;\nimport "C"\n`;
    if (this.#odds(0.05)) files['testdata/t.go'] = `package t\n${importing(['gone.test/data'])}`;
    if (!this.#sound && this.#odds(0.02))
      files['broken.go'] = this.#chance.pick(['package', `${head}import`, '']);
    return files;
  }

  /** Requirements for what the files import, and some more. */
  #requirements(files: Readonly<Record<string, string>>, but: string): Map<string, string> {
    const found = new Map<string, string>();
    const text = Object.values(files).join('\n');
    for (const { path, versions } of this.#drafts) {
      const used = text.includes(`"${path}"`) || text.includes(`"${path}/`);
      if (path !== but && this.#odds(used ? 0.85 : 0.04))
        found.set(path, this.#chance.pick([...versions.keys()]));
    }
    return found;
  }

  #goMod(path: string, goVersion: string, requirements: ReadonlyMap<string, string>): string {
    const lines = [`module ${path}`];
    if (goVersion !== '') lines.push(`go ${goVersion}`);
    for (const [needed, version] of requirements)
      lines.push(`require ${needed} ${version}${this.#odds(0.2) ? ' // indirect' : ''}`);
    return `${lines.join('\n\n')}\n`;
  }

  /** The files of a module version, or of what replaces it. */
  #module(path: string, folders: readonly string[]): Record<string, string> {
    const files: Record<string, string> = {};
    for (const folder of folders) {
      const whole = joined(path, folder);
      const name = folder === 'cmd/tool' ? 'main' : 'p';
      for (const [file, text] of Object.entries(this.#package(name, this.#packages.indexOf(whole), 3)))
        files[joined(folder, file)] = text;
    }
    files['go.mod'] = this.#goMod(path, this.#chance.pick(GO_LINES), this.#requirements(files, path));
    if (this.#odds(0.2)) files.LICENSE = 'free\n';
    return files;
  }

  modules(): FixtureModule[] {
    return this.#drafts.flatMap(({ path, versions }) =>
      [...versions].map(([version, folders]) => ({ path, version, files: this.#module(path, folders) })),
    );
  }

  /** Lines of the main go.mod beside its requirements, and the folders that they name. */
  #more(): { lines: string[]; files: Record<string, string> } {
    const lines: string[] = [];
    const files: Record<string, string> = {};
    const { path, versions } = this.#chance.pick(this.#drafts);
    const version = this.#chance.pick([...versions.keys()]);
    if (this.#odds(0.15)) lines.push(`exclude ${path} ${version}`);
    const replaced = this.#chance.next();
    if (replaced < 0.15) {
      lines.push(`replace ${path} => ./local/one`);
      for (const [file, text] of Object.entries(this.#module(path, this.#some(FOLDERS, 0.5))))
        files[`local/one/${file}`] = text;
    } else if (replaced < 0.3) {
      const other = this.#chance.pick(this.#drafts);
      const by = this.#sound ? path : other.path;
      const same = this.#sound ? versions : other.versions;
      lines.push(`replace ${path} => ${by} ${this.#chance.pick([...same.keys()])}`);
    }
    const tools = this.#packages.filter((each) => each.endsWith('/cmd/tool'));
    if (tools.length > 0 && this.#odds(0.2)) lines.push(`tool ${this.#chance.pick(tools)}`);
    if (this.#odds(0.1)) lines.push('ignore ./y');
    return { lines, files };
  }

  project(): Record<string, string> {
    const files: Record<string, string> = {};
    for (const folder of ['', 'x', 'y', 'x/internal/z'].filter((each) => each === '' || this.#odds(0.6)))
      for (const [file, text] of Object.entries(this.#package(folder === '' ? 'main' : 'p', -1, 5)))
        files[joined(folder, file)] = text;
    const goMod = this.#goMod(
      'main.test/m',
      this.#chance.pick(MAIN_GO_LINES),
      this.#odds(0.2) ? new Map() : this.#requirements(files, ''),
    );
    const more = this.#more();
    return {
      ...files,
      ...more.files,
      'go.mod': [goMod, ...more.lines.map((line) => `${line}\n`)].join('\n'),
    };
  }
}

function joined(path: string, rest: string): string {
  return rest === '' || path === '' ? path + rest : `${path}/${rest}`;
}

/** The universe of a seed. */
export function randomPackages(seed: number): RandomPackages {
  const maker = new Maker(seed);
  return { modules: maker.modules(), project: maker.project() };
}
