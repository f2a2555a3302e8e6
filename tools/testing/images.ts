// What stands for the images that Dockerfiles of examples begin with: Node with npm, and Go, both of this machine.
//
// The package is packed from this tree, as `npm run build` left it. Modules come from one proxy, without a checksum database.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goBinary } from './requirements.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Environment = Record<string, string>;

/** npm's settings: nothing is asked of a registry, and `--global` means `prefix`. */
function npm(prefix: string): Environment {
  return {
    npm_config_prefix: prefix,
    npm_config_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}

/** See the head of this file. */
export class ImageMachine {
  /** The file with the package. */
  readonly packed: string;

  /** Packs. `scratch`: a folder for what is made; `proxy`: the GOPROXY. */
  constructor(
    private readonly scratch: string,
    private readonly proxy: string,
  ) {
    if (!existsSync(join(root, 'dist', 'cli', 'main.cjs'))) throw new Error('run `npm run build` first');
    const home = join(scratch, 'packing');
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', scratch],
      {
        cwd: root,
        env: { ...this.#container(home, dirname(process.execPath)), ...npm(home) },
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`npm pack: ${stderr}`);
    this.packed = join(scratch, stdout.trim().split('\n').at(-1) ?? '');
  }

  /** What every container has: the shell's commands, Node's or Go's beside them, a home, a way to the modules. */
  #container(home: string, ...commands: string[]): Environment {
    mkdirSync(join(home, 'root'), { recursive: true });
    mkdirSync(join(home, 'tmp'), { recursive: true });
    return {
      PATH: [...commands, '/usr/bin', '/bin'].join(delimiter),
      HOME: join(home, 'root'),
      TMPDIR: join(home, 'tmp'),
      GOPROXY: this.proxy,
      GOSUMDB: 'off',
      GOTOOLCHAIN: 'local',
    };
  }

  /** The machine's build cache, so that the standard library is not compiled for each run. */
  #buildCache(go: string): string {
    const { stdout } = spawnSync(go, ['env', 'GOCACHE'], { encoding: 'utf8' });
    const folder = stdout.trim();
    return folder === '' || folder === 'off' ? join(this.scratch, 'gocache') : folder;
  }

  /** The environment of Go's image. */
  go(home: string): Environment {
    const go = goBinary() ?? '';
    return { ...this.#container(home, dirname(go)), GOCACHE: this.#buildCache(go) };
  }

  /** The environment of an image whose folder is `home`; undefined for those that nothing stands for. */
  readonly image = (name: string, home: string): Environment | undefined => {
    const prefix = join(home, 'usr', 'local');
    if (/^node:/.test(name)) {
      return { ...this.#container(home, join(prefix, 'bin'), dirname(process.execPath)), ...npm(prefix) };
    }
    return /^golang:/.test(name) ? this.go(home) : undefined;
  };
}
