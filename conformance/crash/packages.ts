// Worlds in which what is killed works on a project: `mod tidy`, which changes go.mod and takes sums out of go.sum as well as
// adding some, and `mod vendor`, which replaces a folder that has files of its owner's in it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FixtureModule } from '../fixtures/module.js';
import { sumOf } from './check-cache.js';
import { makeWorld, type World } from './world.js';

/** What is killed. */
export type PackageCommand = 'tidy' | 'vendor';

/** How to make such a world. */
export interface PackageWorldOptions {
  /** The stock go. */
  readonly go: string;
  readonly command: PackageCommand;
  /** A folder for this run alone. */
  readonly folder: string;
  /** Packages of each of the sixteen modules. */
  readonly packages: number;
  /** Whether everything is in the module cache. */
  readonly warm: boolean;
}

const MODULES = 16;

function moduleAt(index: number, packages: number): FixtureModule {
  const path = `example.com/Module${index}`;
  const files: Record<string, string> = { 'go.mod': `module ${path}\n\ngo 1.21\n`, LICENSE: `of ${index}\n` };
  for (let i = 0; i < packages; i++) {
    files[`p${i}/f.go`] = `package p${i}\n// ${'z'.repeat(500 * i)}\n`;
    for (const name of ['a.c', 'b.h', 'notes.txt']) files[`p${i}/${name}`] = `${name} of ${index}\n`;
  }
  return { path, version: `v1.${index}.0`, files };
}

/** The lines of go.sum for a module. */
function sumLines({ path, version, files = {} }: FixtureModule): string {
  const all = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  const zip = new Map(all.map(([name, data]) => [`${path}@${version}/${name}`, data]));
  const goMod = new Map(all.filter(([name]) => name === 'go.mod'));
  return `${path} ${version} ${sumOf(zip)}\n${path} ${version}/go.mod ${sumOf(goMod)}\n`;
}

function goModOf(modules: readonly FixtureModule[]): string {
  const lines = modules.map(({ path, version }) => `\t${path} ${version}\n`).join('');
  return `module example.test/crash\n\ngo 1.21\n\nrequire (\n${lines})\n`;
}

function importing(modules: readonly FixtureModule[], packages: number): string {
  const imports = modules.flatMap(({ path }) =>
    Array.from({ length: packages }, (_, i) => `\t_ "${path}/p${i}"\n`),
  );
  return `package crash\n\nimport (\n${imports.join('')})\n`;
}

/** The project before tidying: requirements that nobody needs, imports that nobody provides, sums accordingly. */
function untidyProject(modules: readonly FixtureModule[], packages: number): Record<string, string> {
  const [needed, required] = [modules.slice(0, 10), modules.slice(5)];
  return {
    'go.mod': goModOf(required),
    'go.sum': required.map(sumLines).sort().join(''),
    'crash.go': importing(needed, packages),
  };
}

/** The project before vendoring: a folder of an earlier time, with files that nobody vendors. */
function vendoringProject(modules: readonly FixtureModule[], packages: number): Record<string, string> {
  const files: Record<string, string> = {
    'go.mod': goModOf(modules),
    'go.sum': modules.map(sumLines).sort().join(''),
    'crash.go': importing(modules, packages),
    'vendor/modules.txt': '# example.com/old v1.0.0\n',
    'vendor/mine/notes.txt': 'mine\n',
  };
  for (let i = 0; i < packages * 4; i++) files[`vendor/example.com/old/p${i}/f.go`] = `package p${i}\n`;
  return files;
}

/** Prepares everything and runs `go` once. */
export async function makePackageWorld(options: PackageWorldOptions): Promise<World> {
  const { go, command, folder, packages, warm } = options;
  const modules = Array.from({ length: MODULES }, (_, index) => moduleAt(index, packages));
  const files = (command === 'tidy' ? untidyProject : vendoringProject)(modules, packages);
  const start = (project: string) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, name)), { recursive: true });
      writeFileSync(join(project, name), text);
    }
  };
  return await makeWorld({ go, project: modules, folder, delay: 2, words: ['mod', command], start, warm });
}
