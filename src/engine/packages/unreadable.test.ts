// Folders that may not be read: what go said of such a project, as another user than root.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runOurs } from '../../../tools/testing/command.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { type FileSystem, realFileSystem } from '../io/index.js';

const files = {
  'go.mod': 'module main.test/m\n\ngo 1.21\n',
  'm.go': 'package m\n',
  'y/y.go': 'package y\n',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-unreadable-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => removeScratch(folder));

/** The machine's files, but that the folder y cannot be listed. */
function withoutY(): FileSystem {
  const readdirSync = ((path: string, ...rest: []) => {
    if (path !== join(folder, 'y')) return realFileSystem.readdirSync(path, ...rest);
    const failure = new Error(`EACCES: permission denied, scandir '${path}'`);
    throw Object.assign(failure, { code: 'EACCES', syscall: 'scandir', path });
  }) as FileSystem['readdirSync'];
  return { ...realFileSystem, readdirSync };
}

const all = [
  'go: main.test/m/y: open $/y: permission denied',
  'go: pattern all: open $/y: permission denied',
  '',
];

it.each([
  ['mod tidy', all],
  ['mod tidy -e', all],
  ['mod vendor', all],
  ['list ./...', ['pattern ./...: open y: permission denied', '']],
])('%s', async (words, lines) => {
  const { stderr } = await runOurs(words.split(' '), { cwd: folder }, 'go', { session: { fs: withoutY() } });
  expect(stderr.replaceAll(folder, '$').split('\n')).toEqual(lines);
});
