// A temporary folder with projects in it, and a real go command that sees nothing but them and a made-up proxy.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { decodeText, encodeText } from '../../src/core/text.js';
import { writeFile } from '../write-files.js';
import { makeMemoryFolder } from './memory-folder.js';
import { quietHome } from './quiet-home.js';
import { goBinary } from './requirements.js';
import { removeScratch } from './scratch.js';

/** What a run of go left behind; bytes that are no UTF-8 as core's texts have them. */
export interface GoRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** See the head of this file. */
export class GoWorld {
  /** Its folder, links resolved. */
  readonly root = realpathSync(makeMemoryFolder('gomod-world-'));
  readonly environment: Readonly<Record<string, string>>;

  /** `modules` are what the proxy serves. */
  constructor(modules: readonly FixtureModule[] = []) {
    const proxy = join(this.root, 'proxy');
    mkdirSync(proxy);
    writeFolder(proxyFiles(modules), proxy);
    this.environment = {
      PATH: process.env.PATH ?? '',
      HOME: quietHome(join(this.root, 'home')),
      GOCACHE: process.env.GOCACHE ?? join(process.env.HOME ?? this.root, '.cache/go-build'),
      GOENV: 'off',
      GOFLAGS: '-modcacherw',
      GOMODCACHE: join(this.root, 'cache'),
      GONOSUMDB: '*',
      GOPROXY: pathToFileURL(proxy).href,
      GOSUMDB: 'off',
      GOTOOLCHAIN: 'local',
      CGO_ENABLED: '0',
    };
  }

  /** The path of a file in the folder. */
  path(...names: readonly string[]): string {
    return join(this.root, ...names);
  }

  /** Writes files below `folder`, by slash-separated names. */
  write(folder: string, files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) writeFile(this.path(folder, name), encodeText(text));
  }

  /** The text of a file. */
  read(...names: readonly string[]): string {
    return decodeText(readFileSync(this.path(...names)));
  }

  /** Names of the files below a folder, sorted; none where there is no folder. */
  files(...names: readonly string[]): string[] {
    try {
      const entries = readdirSync(this.path(...names), { recursive: true, withFileTypes: true });
      const top = this.path(...names).length + 1;
      const files = entries.filter((entry) => !entry.isDirectory());
      return files.map((entry) => join(entry.parentPath, entry.name).slice(top)).sort();
    } catch {
      return [];
    }
  }

  /** Runs go in a folder. */
  go(folder: string, words: readonly string[], environment: Readonly<Record<string, string>> = {}): GoRun {
    const env = { ...this.environment, ...environment };
    const cwd = this.path(folder);
    const { error, status, stdout, stderr } = spawnSync(goBinary() ?? 'go', words, {
      cwd,
      env,
      maxBuffer: 2 ** 28,
    });
    if (error) throw error;
    return { status: status ?? -1, stdout: decodeText(stdout), stderr: decodeText(stderr) };
  }

  /** What a run of go prints, which has to succeed. */
  out(folder: string, ...words: readonly string[]): string {
    const { status, stdout, stderr } = this.go(folder, words);
    if (status !== 0) throw new Error(`go ${words.join(' ')}: ${stderr}`);
    return stdout;
  }

  /** Removes everything. */
  remove(): void {
    removeScratch(this.root);
  }
}
