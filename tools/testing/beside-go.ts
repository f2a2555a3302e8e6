// The same command line by the real go and by ours: made-up modules, a project made anew for each, all that was said and
// left to compare.

import {
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { runGo, runOurs } from './command.js';
import { quietHome } from './quiet-home.js';
import { removeScratch, removeTree } from './scratch.js';

/** What a command line came to. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  /** Lines, sorted where their order depends on which goroutine was first. */
  readonly stderr: readonly string[];
  /** Every file of the project, its mode and content. */
  readonly tree: Readonly<Record<string, string>>;
}

/** When the files of projects were written: long enough ago that go makes an index of them. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

const LINK = '-> ';

/** See the head of this file. */
export class BesideGo {
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-beside-')));

  constructor(modules: readonly FixtureModule[]) {
    writeFolder(proxyFiles(modules), join(this.#folder, 'proxy'));
  }

  /** The absolute path of the project. */
  get root(): string {
    return join(this.#folder, 'm');
  }

  /** Removes everything. */
  close(): void {
    removeScratch(this.#folder);
  }

  /** Runs the words in a project of these files; a text `-> PATH` is that of a symbolic link. */
  async run(
    side: 'go' | 'ours',
    words: readonly string[],
    files: Readonly<Record<string, string>>,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    const cwd = this.#project(files);
    const env = {
      HOME: quietHome(join(this.#folder, 'home')),
      GOMODCACHE: join(this.#folder, `cache-${side}`),
      GOPROXY: pathToFileURL(join(this.#folder, 'proxy')).href,
      GOFLAGS: '',
      GOMOD_RECALL: 'off',
      ...variables,
    };
    const { status, stdout, stderr } =
      side === 'go' ? runGo(words, { cwd, env }) : await runOurs(words, { cwd, env });
    const alike = (text: string) => text.replaceAll(`cache-${side}`, 'cache');
    const lines = alike(stderr).split('\n');
    return {
      status,
      stdout: alike(stdout),
      stderr: lines.filter((line) => !line.startsWith('go: downloading ')).sort(),
      tree: tree(cwd),
    };
  }

  /** A project; at the same place for each side. */
  #project(files: Readonly<Record<string, string>>): string {
    const { root } = this;
    removeTree(root);
    for (const [name, text] of Object.entries(files)) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      if (text.startsWith(LINK)) symlinkSync(text.slice(LINK.length), path);
      else writeFileSync(path, text);
      lutimesSync(path, LONG_AGO, LONG_AGO);
    }
    return root;
  }
}

function tree(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const stats = lstatSync(join(root, name));
    found[name] = `${stats.mode.toString(8)} ${stats.isFile() ? readFileSync(join(root, name), 'utf8') : ''}`;
  }
  return found;
}
