// `mod init` in six kinds of folder, with and without a path, and what comes after it.

import type { Case, Edit, Project, Step } from '../case.js';
import { nothing, onMade, project } from './common.js';

const any = (...run: string[]): Step => ({ run, expect: 'any' });
const init = (...args: string[]): Step => any('mod', 'init', ...args);

interface Folder {
  readonly project?: Project;
  readonly start?: readonly Edit[];
  readonly cwd?: string;
}

const CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://git.test/user/repo.git\n';

const folders: Readonly<Record<string, Folder>> = {
  empty: { start: [{ remove: 'project/readme.txt' }] },
  sources: { start: [{ write: 'project/main.go', text: 'package main\n\nfunc main() {}\n' }] },
  comments: {
    start: [
      { write: 'project/a.go', text: 'package a\n' },
      { write: 'project/b/b.go', text: 'package b // import "example.test/m/b"\n' },
    ],
  },
  gopath: { start: [{ folder: 'gopath/src/example.test/m' }], cwd: 'gopath/src/example.test/m' },
  repository: { start: [{ write: 'project/.git/config', text: CONFIG }] },
  'below-a-module': { project, start: [{ folder: 'project/sub' }], cwd: 'project/sub' },
  'of-a-module': { project },
  workspace: { start: [{ write: 'project/go.work', text: 'go 1.21\n' }] },
};

const paths: readonly (readonly string[])[] = [
  [],
  ['example.test/new'],
  ['new'],
  ['example.test/new/v2'],
  ['example.test/new/v1'],
  ['gopkg.in/new'],
  ['.'],
  ['toolchain'],
  ['a', 'b'],
];

function folderCases(): Case[] {
  return Object.entries(folders).flatMap(([name, folder]) =>
    paths.map((args) => {
      const at = folder.cwd === undefined ? {} : { cwd: folder.cwd };
      const steps = [
        init(...args),
        any('list', '-m'),
        any('mod', 'graph'),
        any('mod', 'edit', '-json'),
        init('again'),
      ];
      return onMade(`init/${name}/${args.join('_').replaceAll('/', '.') || 'none'}`, {
        project: folder.project ?? nothing,
        start: folder.start ?? [],
        steps: steps.map((step) => ({ ...step, ...at })),
      });
    }),
  );
}

/** The cases. */
export function initCases(): Case[] {
  return [
    ...folderCases(),
    onMade('init/modfile', {
      project: nothing,
      steps: [
        init('-modfile=x.mod', 'm'),
        init('-modfile=x.mod', 'm'),
        init('-modfile=x.txt', 'm'),
        init('m'),
      ],
    }),
    onMade('init/then-require', {
      project: { files: { 'main.go': 'package main\n\nfunc main() {}\n' } },
      steps: [
        init('example.test/m'),
        any('mod', 'edit', '-require=fixture.test/web@v1.1.0'),
        any('mod', 'download', 'all'),
        any('list', '-m', 'all'),
        any('mod', 'graph'),
      ],
    }),
  ];
}
