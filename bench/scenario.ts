// What is measured: scenarios as data, each with the limit it is held to.

import type { Edit } from '../conformance/differential/case.js';

/** Where the modules come from: a proxy with so many milliseconds a request, or a folder. */
export type ModuleSource = { readonly delay: number } | 'file';

/** What a measurement must not exceed. */
export type Limit =
  /** Our wall time against go's; `wished` is the aim beyond. Where go needs less than 60 ms, `moreThanGo` milliseconds more will do. */
  | { readonly ratio: number; readonly wished?: number; readonly moreThanGo?: number }
  /** So many milliseconds more than go, where go needs less than 60 ms. */
  | { readonly moreThanGo: number }
  /** So many milliseconds more than `node -e 0`. */
  | { readonly moreThanNode: number }
  /** Reported, and held to nothing. */
  | 'none';

/** One scenario. */
export interface Scenario {
  readonly name: string;
  /** Which project: see `projects`. */
  readonly project: 'large' | 'small' | 'unpruned' | 'kops' | 'none';
  readonly proxy: ModuleSource;
  /** Changes of the project before anything runs in it. */
  readonly start?: readonly Edit[];
  /** Command lines run before the measurement, each command in its own world; not measured. */
  readonly setup?: readonly (readonly string[])[];
  /** Changes before every measured run, in each command's own world. */
  readonly each?: readonly Edit[];
  /** The measured command line. */
  readonly run: readonly string[];
  /** Variables beside those of every run. */
  readonly env?: Readonly<Record<string, string>>;
  readonly limit: Limit;
  /** Most megabytes that our process may have had in memory at once (VmHWM). */
  readonly memory?: number;
  /** A fresh world for each run; else one world for each command. */
  readonly cold?: true;
  /**
   * On the disk (the folder for temporary files) instead of memory. What the runs before wrote is on it before each run: it
   * would be written while this one is measured.
   */
  readonly disk?: true;
  /** Pairs of runs; the option --rounds overrides it. */
  readonly rounds: number;
}

/** The projects by name, `M@V`. */
export const projects = {
  large: 'github.com/goreleaser/goreleaser/v2@v2.8.0',
  small: 'github.com/quic-go/quic-go@v0.55.0',
  /** From before graphs were pruned: 2,667 go.mod files. */
  unpruned: 'github.com/grafana/agent@v0.20.0',
  /** As well: 1,618 go.mod files. */
  kops: 'k8s.io/kops@v1.21.0',
} as const;

const download = ['mod', 'download'];
const COLD = { cold: true, run: download } as const;
const quick = { limit: { moreThanGo: 25 }, rounds: 41, proxy: 'file' } as const;

/** The small project with its modules in the cache. */
const filled = { project: 'small', setup: [download] } as const;

const list = ['list', '-m', 'all'];
/** What anybody's edit does to what is remembered of runs: go.mod is another file. */
const edited = [{ append: 'project/go.mod', text: '// edited\n' }];

/** The module graph of a project from before graphs were pruned, warm: all of it is read. */
function aboutGraph(
  project: 'unpruned' | 'kops',
  limits: { list: Limit; graph: Limit },
): readonly Scenario[] {
  const graph = ['mod', 'graph'];
  const one = { project, proxy: 'file', rounds: 21 } as const;
  const name = project === 'unpruned' ? project : `unpruned, ${project}`;
  return [
    { ...one, name: `${name}: list -m all, warm`, setup: [list], run: list, limit: limits.list },
    { ...one, name: `${name}: graph, warm`, setup: [graph], run: graph, limit: limits.graph },
  ];
}

const tidy = ['mod', 'tidy'];
const vendor = ['mod', 'vendor'];
/** As above, of a source file of the main module: behind its imports, and among them. */
const bodyEdited = [{ append: 'project/cmd/root.go', text: '// edited\n' }];
const importAdded = [
  { replace: 'project/cmd/root.go', pattern: /^import \(\n/m, by: 'import (\n\t_ "fmt"\n' },
];
/** As if only others had ever worked with this cache. */
const foreign = [{ remove: 'gopath/pkg/mod/cache/gomod' }];

/** A command about packages of the large project, warm: the same run again and again, after edits, and for the first time. */
function aboutPackages(run: readonly string[], limit: Limit, rounds = 9): readonly Scenario[] {
  const name = run.filter((word) => word !== 'mod').join(' ');
  const one = { project: 'large', proxy: 'file', setup: [tidy, run, run], run, memory: 300, rounds } as const;
  return [
    { ...one, name: `${name}, warm`, limit },
    { ...one, name: `${name}, warm, a function edited`, each: bodyEdited, limit: 'none' },
    { ...one, name: `${name}, warm, an import added`, each: importAdded, limit: 'none' },
    { ...one, name: `${name}, warm, for the first time`, each: foreign, limit: 'none' },
  ];
}

/** All scenarios; the limits are those that the main job is held to. */
export const scenarios: readonly Scenario[] = [
  {
    ...COLD,
    name: 'download, cold, 10 ms a request',
    project: 'large',
    proxy: { delay: 10 },
    limit: { ratio: 0.28, wished: 0.2 },
    memory: 300,
    rounds: 3,
  },
  {
    ...COLD,
    name: 'download, cold, 30 ms a request',
    project: 'large',
    proxy: { delay: 30 },
    limit: { ratio: 0.15, wished: 0.1 },
    memory: 300,
    rounds: 3,
  },
  {
    ...COLD,
    name: 'download, cold, file://',
    project: 'large',
    proxy: 'file',
    limit: { ratio: 0.45, wished: 0.35 },
    memory: 300,
    rounds: 5,
  },
  {
    ...COLD,
    name: 'download, cold, file://, on disk',
    project: 'large',
    proxy: 'file',
    limit: { ratio: 0.65 },
    disk: true,
    // Both sides vary by half: writeback comes when it likes, and ext4 looks at each inode that was freed in the last minutes.
    rounds: 5,
  },
  {
    name: 'verify',
    project: 'large',
    proxy: 'file',
    setup: [download],
    run: ['mod', 'verify'],
    limit: { ratio: 0.4, wished: 0.3 },
    rounds: 3,
  },
  {
    name: 'verify, nothing known of the zips',
    project: 'large',
    proxy: 'file',
    setup: [download],
    run: ['mod', 'verify'],
    env: { GOMOD_RECALL: 'off' },
    limit: 'none',
    rounds: 3,
  },
  {
    name: 'list -m all, cold, 10 ms a request',
    project: 'large',
    proxy: { delay: 10 },
    run: list,
    cold: true,
    limit: { ratio: 0.08, wished: 0.05 },
    rounds: 5,
  },
  {
    name: 'list -m all, cold, 30 ms a request',
    project: 'large',
    proxy: { delay: 30 },
    run: list,
    cold: true,
    limit: { ratio: 0.04, wished: 0.03 },
    rounds: 3,
  },
  {
    name: 'list -m -u all, cold, 10 ms a request',
    project: 'large',
    proxy: { delay: 10 },
    run: ['list', '-m', '-u', 'all'],
    cold: true,
    limit: { ratio: 0.08, wished: 0.05 },
    rounds: 3,
  },
  ...aboutGraph('unpruned', {
    list: { ratio: 0.65, moreThanGo: 25 },
    graph: { ratio: 0.85, moreThanGo: 25 },
  }),
  ...aboutGraph('kops', { list: 'none', graph: 'none' }),
  {
    name: 'list -m all, warm',
    project: 'large',
    proxy: 'file',
    setup: [list],
    run: list,
    limit: { moreThanGo: 25 },
    rounds: 15,
  },
  {
    name: 'download, warm',
    project: 'large',
    proxy: 'file',
    setup: [download],
    run: download,
    limit: { moreThanGo: 25 },
    rounds: 15,
  },
  {
    name: 'list -m all, warm, go.mod edited',
    project: 'large',
    proxy: 'file',
    setup: [list, list],
    each: edited,
    run: list,
    limit: 'none',
    rounds: 15,
  },
  {
    name: 'list -m all, warm, for the first time',
    project: 'large',
    proxy: 'file',
    setup: [list],
    run: list,
    env: { GOMOD_RECALL: 'off' },
    limit: 'none',
    rounds: 9,
  },
  {
    name: 'download, warm, for the first time',
    project: 'large',
    proxy: 'file',
    setup: [download],
    run: download,
    env: { GOMOD_RECALL: 'off' },
    limit: 'none',
    rounds: 9,
  },
  ...[
    { delay: 0, limit: { ratio: 0.4 } },
    { delay: 10, limit: { ratio: 0.3, wished: 0.25 } },
  ].map(
    ({ delay, limit }): Scenario => ({
      name: `tidy, cold, ${delay} ms a request`,
      project: 'large',
      proxy: { delay },
      run: tidy,
      cold: true,
      limit,
      memory: 300,
      rounds: 3,
    }),
  ),
  ...aboutPackages(tidy, { ratio: 1, wished: 0.7 }),
  ...aboutPackages(['list', '-deps', '-test', './...'], { ratio: 0.5 }),
  ...aboutPackages(['list', '-deps', './...'], { ratio: 0.6 }),
  ...aboutPackages(vendor, { ratio: 0.45 }, 5),
  {
    name: 'vendor, warm, with no folder there',
    project: 'large',
    proxy: 'file',
    setup: [tidy, vendor],
    each: [{ remove: 'project/vendor' }],
    run: vendor,
    memory: 300,
    limit: 'none',
    rounds: 5,
  },
  ...aboutPackages(['mod', 'why', '-m', 'github.com/spf13/cobra'], { ratio: 1, wished: 0.75 }),
  {
    ...COLD,
    name: 'small: download, cold, 10 ms a request',
    project: 'small',
    proxy: { delay: 10 },
    limit: { ratio: 0.3 },
    rounds: 9,
  },
  {
    ...COLD,
    name: 'small: download, cold, file://',
    project: 'small',
    proxy: 'file',
    limit: { ratio: 0.8 },
    rounds: 9,
  },
  {
    name: 'small: verify',
    project: 'small',
    proxy: 'file',
    setup: [download],
    run: ['mod', 'verify'],
    limit: { ratio: 0.8 },
    rounds: 9,
  },
  { ...quick, name: 'small: download, warm', project: 'small', setup: [download], run: download },
  {
    ...quick,
    name: 'small: list -m all, warm',
    project: 'small',
    setup: [list],
    run: list,
  },
  {
    ...quick,
    ...filled,
    name: 'small: list -m all, warm, go.mod edited',
    setup: [download, list],
    each: edited,
    run: list,
    limit: 'none',
  },
  { ...quick, ...filled, name: 'list -m', run: ['list', '-m'] },
  { ...quick, ...filled, name: 'mod edit -json', run: ['mod', 'edit', '-json'] },
  { ...quick, name: 'env', project: 'small', run: ['env', 'GOMODCACHE', 'GOPROXY'] },
  { ...quick, name: 'version', project: 'none', run: ['version'] },
  {
    name: 'version, against node -e 0',
    project: 'none',
    proxy: 'file',
    run: ['version'],
    limit: { moreThanNode: 10 },
    rounds: 15,
  },
];
