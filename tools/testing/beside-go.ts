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

/** When the files of projects were written. Of a folder in which none was written just now go makes an index. */
const TIMES = { 'long ago': Date.UTC(2020), 'just now': Date.UTC(2100) };

const LINK = '-> ';

/** Contents by names with slashes. */
export type ProjectFiles = Readonly<Record<string, string | Uint8Array>>;

/** See the head of this file. */
export class BesideGo {
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-beside-')));

  /** So that each project is another to go's index, which knows files by their size and time. */
  #projects = 0;

  /** `written`: when the files of projects were. */
  constructor(
    modules: readonly FixtureModule[],
    private readonly written: keyof typeof TIMES = 'long ago',
  ) {
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
    files: ProjectFiles,
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
  #project(files: ProjectFiles): string {
    const { root } = this;
    removeTree(root);
    const time = TIMES[this.written] / 1000 + ++this.#projects;
    for (const [name, text] of Object.entries(files)) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      if (typeof text === 'string' && text.startsWith(LINK)) symlinkSync(text.slice(LINK.length), path);
      else writeFileSync(path, text);
      lutimesSync(path, time, time);
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
