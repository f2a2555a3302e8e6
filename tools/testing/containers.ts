// What stands for the containers of a Dockerfile or a workflow that is carried out without them: an environment for each, with
// Node or Go in it, a home of its own, and made-up modules in a folder for a proxy. What stands for our package is packed
// from this tree, as `npm run build` left it, and installed offline.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { quietHome } from './quiet-home.js';
import { goBinary } from './requirements.js';
import { removeScratch } from './scratch.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** See the head of this file. */
export class Containers {
  /** A folder of these containers alone. */
  readonly scratch = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-containers-')));
  /** The package, a file that npm installs. */
  readonly packed: string;

  constructor(modules: readonly FixtureModule[]) {
    if (!existsSync(join(root, 'dist', 'cli', 'main.cjs'))) throw new Error('run `npm run build` first');
    writeFolder(proxyFiles(modules), join(this.scratch, 'proxy'));
    this.packed = this.#pack();
  }

  /** Removes everything. */
  close(): void {
    removeScratch(this.scratch);
  }

  #pack(): string {
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', this.scratch],
      { cwd: root, env: this.node(join(this.scratch, 'packing')), encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`npm pack: ${stderr}`);
    return join(this.scratch, stdout.trim().split('\n').at(-1) ?? '');
  }

  /** What every container has: the shell's commands and these folders' beside them, a home, a way to the modules. */
  #container(home: string, ...commands: string[]): Record<string, string> {
    mkdirSync(join(home, 'tmp'), { recursive: true });
    return {
      PATH: [...commands, '/usr/bin', '/bin'].join(delimiter),
      HOME: quietHome(join(home, 'root')),
      TMPDIR: join(home, 'tmp'),
      GOPROXY: pathToFileURL(join(this.scratch, 'proxy')).href,
      GOSUMDB: 'off',
      GOTOOLCHAIN: 'local',
    };
  }

  /** One with Node, in which npm asks no registry and `--global` means a folder of the container. */
  node(home: string): Record<string, string> {
    const prefix = join(home, 'usr', 'local');
    return {
      ...this.#container(home, join(prefix, 'bin'), dirname(process.execPath)),
      npm_config_prefix: prefix,
      npm_config_offline: 'true',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
    };
  }

  /** One with Go, and the machine's build cache, so that the standard library is not compiled for each run. */
  go(home: string): Record<string, string> {
    const go = goBinary() ?? '';
    return { ...this.#container(home, dirname(go)), GOCACHE: this.#buildCache(go) };
  }

  #buildCache(go: string): string {
    const { stdout } = spawnSync(go, ['env', 'GOCACHE'], { encoding: 'utf8' });
    const folder = stdout.trim();
    return folder === '' || folder === 'off' ? join(this.scratch, 'gocache') : folder;
  }

  /** What stands for an image by its name; undefined for others than those of Node and Go. */
  image(name: string, home: string): Record<string, string> | undefined {
    if (/^node:/.test(name)) return this.node(home);
    return /^golang:/.test(name) ? this.go(home) : undefined;
  }
}
