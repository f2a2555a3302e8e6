// Real projects of different kinds through the main job and what lies around it.
//
// They are served by the mirror, over http and file://, so that the runs neither need the network nor depend on its day.

import type { Case, Edit, Step } from '../case.js';
import { flagSets } from './edit.js';
import { type RealProject, realProjects } from './real-projects.js';

/** Makes a case of a project. */
type Make = (name: string, transport: 'http' | 'file', steps: readonly Step[], more?: Partial<Case>) => Case;

const json: Step = { run: ['mod', 'download', '-json'] };
const download: Step = { run: ['mod', 'download'] };
const verify: Step = { run: ['mod', 'verify'], expect: 'any' };

/** Whatever go makes of it. */
const any = (...run: string[]): Step => ({ run, expect: 'any' });

const offlineBuild: Step = {
  // Without the folders' names in them, what was compiled for one case serves the next.
  run: ['build', '-trimpath', './...'],
  by: 'go',
  env: { GOPROXY: 'off', CGO_ENABLED: '0' },
};

/** A module of the build list, and where the cache keeps it. */
const knownOf = (project: RealProject) => project.known ?? 'golang.org/x/sys';

function maker(project: RealProject): Make {
  const short = project.module.replace(/^github\.com\//, '').replaceAll('/', '_');
  const expect = project.expect ?? 'ok';
  return (name, transport, steps, more = {}) => ({
    name: `project/${short}/${name}/${transport}`,
    project: { module: project.module },
    source: 'mirror',
    start: project.start ?? [],
    ...(project.large ? { large: true as const } : {}),
    transport,
    steps: steps.map((step) => (step.expect || step.by ? step : { ...step, expect })),
    ...more,
  });
}

const both = (one: Make, ...[name, steps, more]: [string, readonly Step[], Partial<Case>?]): Case[] =>
  (['http', 'file'] as const).map((transport) => one(name, transport, steps, more));

/** Cold and warm, each command on the cache of the other, and what `go build` makes of the cache. */
function downloads(project: RealProject, one: Make): Case[] {
  const expect = project.expect ?? 'ok';
  const offline = (...run: string[]): Step => ({ run, offline: true, expect });
  const noSums: Edit[] = [...(project.start ?? []), { write: 'project/go.sum', text: '' }];
  return [
    ...both(one, 'json', [json, download, verify], {
      swapped: [offline('mod', 'download', '-json'), offline('mod', 'download'), verify],
    }),
    ...both(one, 'plain', [download, download, ...(project.noBuild ? [] : [offlineBuild])]),
    ...both(one, 'all', [{ run: ['mod', 'download', 'all'] }, verify], {
      swapped: [offline('mod', 'download', '-json', 'all')],
    }),
    one('no-sums', 'http', [json], { start: noSums, sumdb: true }),
    one('no-sums-all', 'http', [{ run: ['mod', 'download', 'all'] }], { start: noSums, sumdb: true }),
    ...(project.noBuild || project.noSums || project.start ? [] : [layer(project, one)]),
  ];
}

/** What a Dockerfile does: a layer from go.mod and go.sum alone, the sources later. */
function layer(project: RealProject, one: Make): Case {
  const later: Step = {
    ...offlineBuild,
    cwd: 'layer',
    env: { ...offlineBuild.env, GOFLAGS: '-mod=readonly' },
    before: [{ copy: 'project', to: 'layer' }],
  };
  const start: Edit[] = [
    ...(project.start ?? []),
    { copy: 'project/go.mod', to: 'layer/go.mod' },
    { copy: 'project/go.sum', to: 'layer/go.sum' },
  ];
  return one('layer', 'http', [{ ...download, cwd: 'layer' }, later], { start });
}

/** Which modules and versions are meant. */
function queries(project: RealProject, one: Make): Case[] {
  const known = knownOf(project);
  const of = (...versions: string[]) => versions.map((version) => `${known}@${version}`);
  const lines: readonly (readonly string[])[] = [
    ['golang.org/x/...'],
    ['golang.org/x/s...', 'github.com/.../go-...', known],
    ['example.com/...'],
    of('latest', 'upgrade', 'patch'),
    of('v0', 'v1', 'v0.1', '<v99', '<=v99', '>=v0.0.1', '>v0.0.1', '>v99'),
    of('none'),
    of('master', '0123456789ab', 'v0.0.0-20200101000000-0123456789ab', 'v0.0.999'),
    [known, known],
    [known, 'example.com/nosuch@v1.0.0'],
    ['example.com/nosuch', known],
  ];
  return [
    ...both(one, 'queries', [
      ...lines.map((args) => any('mod', 'download', '-json', ...args)),
      any('mod', 'download', known, 'example.com/nosuch@v1.0.0'),
      any('mod', 'download', 'golang.org/x/...'),
    ]),
    ...both(one, 'list', [
      any('list', '-m', 'all'),
      any('list', '-m', '-json', 'all'),
      any('list', '-m', '-mod=mod', 'all'),
      any('list', '-m', 'golang.org/x/...', known),
      any('list', '-m', '-versions', known),
    ]),
  ];
}

/** One module fails at the proxy, the others do not: cold, once for each file of it. */
function failing(project: RealProject, one: Make): Case[] {
  return (project.large ? ['zip'] : ['zip', 'mod', 'info']).map((file) =>
    one(`failing-${file}`, 'http', [any('mod', 'download', '-json'), any('mod', 'download')], {
      faults: [{ path: `${knownOf(project)}/@v/*.${file}`, action: { status: 404, text: 'not here\n' } }],
    }),
  );
}

const WRONG = `h1:${'A'.repeat(43)}=`;

/** Wrong lines in go.sum. One line each, the last of a module: which of several go reports is left to chance. */
function wrongSums(project: RealProject, one: Make): Case[] {
  const known = knownOf(project).replaceAll('.', '\\.');
  const wrong = (version: string): Edit => ({
    replace: 'project/go.sum',
    pattern: new RegExp(`^(${known} ${version}) h1:.{44}$(?![^]*^${known} ${version} )`, 'm'),
    by: `$1 ${WRONG}`,
  });
  const cold = (edit: Edit) => ({ start: [...(project.start ?? []), edit], cacheDiffers: true as const });
  const steps = [any('mod', 'download', '-json'), any('mod', 'download'), any('list', '-m', 'all')];
  return [
    ...both(one, 'wrong-sum', steps, cold(wrong('v[^/ ]+'))),
    one('wrong-mod-sum', 'http', steps, cold(wrong('v[^/ ]+/go\\.mod'))),
    one('wrong-sum-warm', 'http', [
      any('mod', 'download'),
      { ...any('mod', 'download', '-json'), before: [wrong('v[^/ ]+')] },
      any('mod', 'download'),
      verify,
    ]),
  ];
}

/** Damage to one module of a full cache, each time to a whole one, seen by `verify` and then by `download`. */
function damages(project: RealProject, one: Make): Case {
  const known = knownOf(project);
  const files = `gopath/pkg/mod/cache/download/${known}/@v`;
  const folder = `gopath/pkg/mod/${known}@*`;
  const zip = `${files}/*.zip`;
  const edits: readonly (readonly Edit[])[] = [
    [],
    [{ append: `${folder}/LICENSE`, text: 'changed\n' }],
    [{ flip: zip, at: 60 }],
    [{ remove: `${files}/*.ziphash` }],
    [{ append: `${files}/*.mod`, text: '\n// changed\n' }],
    [
      { chmod: folder, mode: 0o755 },
      { write: `${folder}/added.txt`, text: 'new\n' },
    ],
    [{ remove: folder }],
    [{ remove: zip }],
    [{ write: zip, text: 'PK' }],
    [{ write: `${files}/*.ziphash`, text: WRONG }],
    [{ remove: `${files}/*.info` }],
    [{ remove: files }],
  ];
  const restored: readonly Edit[] = [{ remove: files }, { copy: 'whole', to: files }];
  const seen = edits
    .slice(0, project.large ? 5 : undefined)
    .flatMap((damage, index): Step[] => [
      { ...verify, before: index === 0 ? [{ copy: files, to: 'whole' }] : [...restored, ...damage] },
      any('mod', 'download', '-json'),
    ]);
  // What download mended, and what it left alone.
  return one('damaged', 'http', [any('mod', 'download'), ...seen, verify]);
}

/** Flag sets of `mod edit`, each on a copy of go.mod of its own. */
function edits(project: RealProject, one: Make): Case {
  const sets = flagSets(knownOf(project)).map((flags, index): Step => {
    const file = `copies/${String(index).padStart(2, '0')}.mod`;
    return {
      ...any('mod', 'edit', ...flags, file),
      before: [{ copy: 'project/go.mod', to: `project/${file}` }],
    };
  });
  const known = knownOf(project);
  return one('edit', 'http', [
    any('mod', 'edit', '-json'),
    any('mod', 'edit', '-fmt', '-print'),
    ...(project.noGoMod ? [] : sets),
    any('mod', 'edit', `-droprequire=${known}`, '-require=example.com/new@v1.0.0', '-go=1.25'),
    any('mod', 'edit', `-replace=${known}=./local`, '-exclude=example.com/new@v1.1.0', '-toolchain=none'),
  ]);
}

/** The whole round on one project. */
function round(project: RealProject): Case[] {
  const one = maker(project);
  const checked = !project.noSums && !project.expect;
  return [
    ...downloads(project, one),
    ...queries(project, one),
    ...(checked ? failing(project, one) : []),
    ...(project.noSums ? [] : wrongSums(project, one)),
    ...(checked ? [damages(project, one)] : []),
    edits(project, one),
    one('clean', 'http', [json, { run: ['clean', '-modcache'], expect: 'ok' }]),
  ];
}

/** The cases. */
export function projectCases(): Case[] {
  return realProjects.flatMap(round);
}
