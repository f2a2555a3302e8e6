import { join } from 'node:path';
import { escapePath, escapeVersion, isPseudoVersion } from '../../src/core/module/index.js';
import { writeFile, writeFiles } from '../write-files.js';
import { type Chance, seeded } from './seeded.js';

/** One version of a module: its go.mod, and whether the proxy lists it. */
export interface RandomModule {
  readonly path: string;
  readonly version: string;
  readonly goMod: string;
}

/** See the head of this file. */
export interface RandomUniverse {
  readonly modules: readonly RandomModule[];
  /** Files of the project by name; commands run in its root. */
  readonly project: Readonly<Record<string, string>>;
  readonly workspace: boolean;
  /** Paths that the project may know, for arguments. */
  readonly paths: readonly string[];
}

const GO_LINES = [
  '',
  '1.12',
  '1.15',
  '1.16',
  '1.17',
  '1.17',
  '1.18',
  '1.20',
  '1.21',
  '1.21.3',
  '1.22.0',
  '1.23rc1',
  '1.24',
];
const MAIN_GO_LINES = ['', '1.15', '1.16', '1.17', '1.18', '1.20', '1.21', '1.22.2', '1.24', '1.26'];
const PLAIN = ['v0.1.0', 'v0.2.0', 'v1.0.0', 'v1.1.0-rc.1', 'v1.1.0', 'v1.1.1', 'v1.2.0', 'v1.3.0-beta'];

/** How likely each oddity is. */
const ODDS = { retract: 0.15, deprecate: 0.08, missing: 0.01, otherName: 0.005, tooNew: 0.005 };

interface Draft {
  readonly path: string;
  readonly versions: readonly string[];
}

class Maker {
  readonly #chance: Chance;
  readonly #drafts: readonly Draft[];
  /** Seeds in which nothing is broken, so that most graphs can be read. */
  readonly #sound: boolean;

  constructor(seed: number) {
    this.#chance = seeded(seed);
    this.#sound = seed % 4 !== 0;
    const count = 5 + this.#chance.below(56);
    this.#drafts = Array.from({ length: count }, (_, index) => this.#draft(index));
  }

  #odds(share: number): boolean {
    return this.#chance.next() < share;
  }

  #draft(index: number): Draft {
    const kind = this.#chance.next();
    const name = `mod.test/${index % 7 === 3 ? `Up${index}` : `m${index}`}`;
    const some = (list: readonly string[]): string[] => {
      const chosen = list.filter(() => this.#odds(0.5));
      return chosen.length > 0 ? chosen : [this.#chance.pick(list)];
    };
    if (kind < 0.08) return { path: `${name}/v2`, versions: some(['v2.0.0', 'v2.1.0', 'v2.2.0-pre']) };
    if (kind < 0.16) {
      return {
        path: name,
        versions: [...some(PLAIN), ...some(['v2.0.0', 'v3.1.0']).map((v) => `${v}+incompatible`)],
      };
    }
    if (kind < 0.24) {
      const pseudo = ['v0.0.0-20230101000000-111111111111', 'v0.0.0-20240101000000-222222222222'];
      return {
        path: name,
        versions: this.#odds(0.5) ? some(pseudo) : [...some(PLAIN), 'v1.1.2-0.20240301000000-333333333333'],
      };
    }
    return { path: name, versions: some(PLAIN) };
  }

  /** Up to `most` requirements, each path once, never on `but`. */
  #requirements(most: number, but: string): { path: string; version: string }[] {
    const found = new Map<string, string>();
    const count = this.#chance.below(most + 1);
    for (let i = 0; i < count; i++) {
      const { path, versions } = this.#chance.pick(this.#drafts);
      if (path !== but) found.set(path, this.#chance.pick(versions));
    }
    return [...found].map(([path, version]) => ({ path, version }));
  }

  #goMod(path: string, version: string, versions: readonly string[]): string {
    // What has no go.mod gets one of a line.
    if (version.endsWith('+incompatible')) return `module ${path}\n`;
    const odd = (share: number) => !this.#sound && this.#odds(share);
    const lines = [
      `module ${odd(ODDS.otherName) ? `${path}.other` : path}${this.#odds(ODDS.deprecate) ? ' // Deprecated: use another.' : ''}`,
    ];
    const goVersion = odd(ODDS.tooNew) ? '1.99' : this.#chance.pick(GO_LINES);
    if (goVersion !== '') lines.push(`go ${goVersion}`);
    if (this.#odds(0.05) && goVersion !== '') lines.push('toolchain go1.24.1');
    for (const m of this.#requirements(5, path)) {
      lines.push(`require ${m.path} ${m.version}${this.#odds(0.2) ? ' // indirect' : ''}`);
    }
    if (this.#odds(ODDS.retract)) lines.push(`retract ${this.#chance.pick(versions)} // bad`);
    // Of a dependency neither counts.
    if (this.#odds(0.1)) lines.push(...this.#exclusions(1), ...this.#replacements(1).lines);
    return `${lines.join('\n\n')}\n`;
  }

  #exclusions(most: number): string[] {
    return this.#requirements(most, '').map(({ path, version }) => `exclude ${path} ${version}`);
  }

  /** Replace lines, and the folders that they name. */
  #replacements(most: number): { lines: string[]; files: Record<string, string> } {
    const lines: string[] = [];
    const files: Record<string, string> = {};
    for (const { path, version } of this.#requirements(most, '')) {
      const kind = this.#chance.next();
      const left = this.#odds(0.5) ? path : `${path} ${version}`;
      const own = this.#drafts.find((draft) => draft.path === path) as Draft;
      if (kind < 0.4) {
        lines.push(`replace ${left} => ${path} ${this.#chance.pick(own.versions)}`);
      } else if (kind < 0.7) {
        const other = this.#chance.pick(this.#drafts);
        lines.push(`replace ${left} => ${other.path} ${this.#chance.pick(other.versions)}`);
      } else {
        const folder = `local/${lines.length}`;
        lines.push(`replace ${left} => ./${folder}`);
        if (this.#sound || this.#odds(0.9))
          files[`${folder}/go.mod`] = this.#goMod(path, 'v1.0.0', own.versions);
      }
    }
    return { lines, files };
  }

  modules(): RandomModule[] {
    return this.#drafts.flatMap(({ path, versions }) =>
      versions
        .filter(() => this.#sound || !this.#odds(ODDS.missing))
        .map((version) => ({ path, version, goMod: this.#goMod(path, version, versions) })),
    );
  }

  get paths(): string[] {
    return this.#drafts.map(({ path }) => path);
  }

  /** The go.mod of a main module, and what lies beside it. */
  main(path: string, most: number): { goMod: string; files: Record<string, string>; goVersion: string } {
    const goVersion = this.#chance.pick(MAIN_GO_LINES);
    const lines = [`module ${path}`];
    if (goVersion !== '') lines.push(`go ${goVersion}`);
    if (goVersion !== '' && this.#odds(0.1))
      lines.push(`toolchain go1.${this.#chance.pick(['21.0', '24.0', '25.1'])}`);
    const required = [...this.#requirements(1, path), ...this.#requirements(most, path)];
    // The same path twice, now and then.
    if (this.#odds(0.1)) required.push(...this.#requirements(2, path));
    for (const m of required)
      lines.push(`require ${m.path} ${m.version}${this.#odds(0.3) ? ' // indirect' : ''}`);
    if (this.#odds(0.4)) lines.push(...this.#exclusions(3));
    const replaced = this.#odds(0.4) ? this.#replacements(3) : { lines: [], files: {} };
    // Contradicting lines are somebody else's test.
    lines.push(...replaced.lines);
    if (this.#odds(0.1))
      lines.push(
        'retract v1.0.0 // never made',
        'tool mod.test/m0/cmd',
        'godebug default=go1.21',
        'ignore ./x',
      );
    return { goMod: `${lines.join('\n\n')}\n`, files: replaced.files, goVersion };
  }

  workspace(): Record<string, string> {
    const files: Record<string, string> = {};
    const names = ['x', 'y', 'z'].slice(0, 1 + this.#chance.below(3));
    for (const name of names) {
      const { goMod, files: more } = this.main(`main.test/${name}`, 6);
      files[`${name}/go.mod`] = goMod;
      for (const [file, text] of Object.entries(more)) files[`${name}/${file}`] = text;
    }
    files['go.work'] = `go 1.26\n\n${names.map((name) => `use ./${name}\n`).join('')}`;
    return files;
  }
}

/** The universe of a seed. */
export function randomUniverse(seed: number): RandomUniverse {
  const maker = new Maker(seed);
  const modules = maker.modules();
  const workspace = seed % 6 === 5;
  if (workspace) return { modules, project: maker.workspace(), workspace, paths: maker.paths };
  const { goMod, files } = maker.main('main.test/m', 10);
  return { modules, project: { ...files, 'go.mod': goMod }, workspace, paths: maker.paths };
}

/** Writes `proxy` and `project` below the folder. */
export function writeUniverse(folder: string, universe: RandomUniverse): void {
  const lists = new Map<string, string[]>();
  for (const { path, version, goMod } of universe.modules) {
    const at = join(folder, 'proxy', escapePath(path), '@v');
    const file = join(at, escapeVersion(version));
    const time = isPseudoVersion(version) ? undefined : `20${10 + version.length}-01-01T00:00:00Z`;
    writeFile(`${file}.mod`, goMod);
    writeFile(`${file}.info`, JSON.stringify({ Version: version, Time: time ?? '2024-01-01T00:00:00Z' }));
    const list = lists.get(at) ?? [];
    if (!isPseudoVersion(version)) list.push(version);
    lists.set(at, list);
  }
  for (const [at, list] of lists) writeFile(join(at, 'list'), list.map((version) => `${version}\n`).join(''));
  writeProject(folder, universe);
}

/** Writes the project as it was in the beginning. */
export function writeProject(folder: string, universe: RandomUniverse): void {
  writeFiles(join(folder, 'project'), Object.entries(universe.project));
}
