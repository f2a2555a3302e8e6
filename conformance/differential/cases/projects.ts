// Real projects of different kinds, each from its own zip, through the main job and what lies around it.
//
// They are served by the mirror, over http and file://, so that the runs neither need the network nor depend on its day; some run
// against the module proxy and checksum database that the environment names.

import type { Case, Edit, Step } from '../case.js';

/** A project and how it is broken on purpose. */
interface RealProject {
  /** `M@V`. */
  readonly module: string;
  /** Why it is among them. */
  readonly kind: string;
  readonly start?: readonly Edit[];
  readonly large?: true;
  /** What `go mod download` makes of it; success when not given. */
  readonly expect?: 'fail';
  /** Its packages cannot all be compiled here (other systems, embedded files that are not in the zip). */
  readonly noBuild?: true;
  /** A module that it requires, golang.org/x/sys when not given. */
  readonly sum?: string;
  /** Has no go.sum. */
  readonly noSums?: true;
}

/** The projects, small ones first. */
export const realProjects: readonly RealProject[] = [
  { module: 'github.com/google/uuid@v1.6.0', kind: 'no requirements', noSums: true },
  {
    module: 'github.com/pkg/errors@v0.9.1',
    kind: 'no go.mod in its zip',
    expect: 'fail',
    noBuild: true,
    noSums: true,
  },
  {
    module: 'github.com/spf13/cobra@v1.8.1',
    kind: 'go 1.15, a few requirements',
    sum: 'github.com/spf13/pflag',
  },
  { module: 'github.com/cilium/ebpf@v0.20.0', kind: 'a block of tool lines' },
  { module: 'github.com/quic-go/quic-go@v0.55.0', kind: 'a tool line' },
  { module: 'github.com/labstack/echo/v4@v4.13.3', kind: 'a dozen requirements' },
  { module: 'github.com/gin-gonic/gin@v1.10.0', kind: 'some thirty requirements' },
  { module: 'sigs.k8s.io/kind@v0.26.0', kind: 'go 1.17' },
  {
    module: 'github.com/spf13/viper@v1.7.0',
    kind: 'go 1.12, +incompatible, a hundred modules in an unpruned graph',
  },
  {
    module: 'github.com/gofiber/fiber/v2@v2.52.6',
    kind: 'left inconsistent: an indirect requirement too low, another missing',
    // Its go.sum lacks what the mended go.mod needs.
    noBuild: true,
    start: [
      { replace: 'project/go.mod', pattern: /(golang\.org\/x\/sys) v\S+/, by: '$1 v0.1.0' },
      { replace: 'project/go.mod', pattern: /\tgithub\.com\/mattn\/go-isatty .*\n/, by: '' },
    ],
  },
  {
    module: 'github.com/hashicorp/terraform@v1.9.8',
    kind: 'folders as replacements that the zip lacks',
    expect: 'fail',
    noBuild: true,
  },
  { module: 'github.com/cli/cli/v2@v2.60.0', kind: 'a remote replacement, 414 modules', large: true },
  { module: 'github.com/prometheus/prometheus@v0.300.0', kind: '322 modules', large: true, noBuild: true },
];

const json: Step = { run: ['mod', 'download', '-json'] };

/** Whatever go makes of it. */
const anyEnd = (step: Step): Step => ({ ...step, expect: 'any' });

/** The whole round on one project. */
function round(project: RealProject): Case[] {
  const short = project.module.replace(/^github\.com\//, '').replaceAll('/', '_');
  const expect = project.expect ?? 'ok';
  const known = project.sum ?? 'golang.org/x/sys';
  const base = {
    project: { module: project.module },
    source: 'mirror',
    start: project.start ?? [],
    ...(project.large ? { large: true as const } : {}),
  } as const;
  const one = (
    name: string,
    transport: 'http' | 'file',
    steps: readonly Step[],
    more: Partial<Case> = {},
  ): Case => ({
    ...base,
    name: `project/${short}/${name}/${transport}`,
    transport,
    steps: steps.map((step) => (step.expect || step.by ? step : { ...step, expect })),
    ...more,
  });
  const offlineBuild: Step = {
    run: ['build', './...'],
    by: 'go',
    env: { GOPROXY: 'off', CGO_ENABLED: '0' },
  };
  // What a Dockerfile does: a layer from go.mod and go.sum alone, the sources later.
  const layer = one(
    'layer',
    'http',
    [
      { run: ['mod', 'download'], cwd: 'layer' },
      {
        ...offlineBuild,
        cwd: 'layer',
        env: { ...offlineBuild.env, GOFLAGS: '-mod=readonly' },
        before: [{ copy: 'project', to: 'layer' }],
      },
    ],
    {
      start: [
        ...(project.start ?? []),
        { copy: 'project/go.mod', to: 'layer/go.mod' },
        { copy: 'project/go.sum', to: 'layer/go.sum' },
      ],
    },
  );
  const wrongSum = one('wrong-sum', 'http', [json, { run: ['mod', 'download'] }].map(anyEnd), {
    start: [
      ...(project.start ?? []),
      // One module, so that it is always the first to be reported.
      {
        replace: 'project/go.sum',
        pattern: new RegExp(`^(${known.replaceAll('.', '\\.')} v[^/ ]+) h1:.{44}$`, 'gm'),
        by: `$1 h1:${'A'.repeat(43)}=`,
      },
    ],
    cacheDiffers: true,
  });
  const fromNothing: Edit[] = [...(project.start ?? []), { write: 'project/go.sum', text: '' }];
  const both = (name: string, steps: readonly Step[], more: Partial<Case> = {}) =>
    (['http', 'file'] as const).map((transport) => one(name, transport, steps, more));
  const offline: Step = { run: ['mod', 'download', '-json'], offline: true, expect };
  return [
    ...both('json', [json, { run: ['mod', 'download'] }, { run: ['mod', 'verify'], expect: 'any' }], {
      swapped: [offline],
    }),
    one('plain', 'http', [
      { run: ['mod', 'download'] },
      { run: ['mod', 'download'] },
      ...(project.noBuild ? [] : [offlineBuild]),
    ]),
    ...both('all', [{ run: ['mod', 'download', 'all'] }, { run: ['mod', 'verify'], expect: 'any' }]),
    one('no-sums', 'http', [json], { start: fromNothing, sumdb: true }),
    one('no-sums-all', 'http', [{ run: ['mod', 'download', 'all'] }], { start: fromNothing, sumdb: true }),
    ...both('list', [
      { run: ['list', '-m', 'all'], expect: 'any' },
      { run: ['list', '-m', '-json', 'all'], expect: 'any' },
      { run: ['list', '-m', '-mod=mod', 'all'], expect: 'any' },
    ]),
    one('damaged', 'http', [
      json,
      {
        run: ['mod', 'verify'],
        expect: 'any',
        before: [{ remove: 'gopath/pkg/mod/cache/download/golang.org/x/sys' }],
      },
      json,
    ]),
    ...(project.noSums ? [] : [wrongSum]),
    ...(project.noBuild || project.noSums || project.start ? [] : [layer]),
    ...both(
      'queries',
      [
        ['golang.org/x/...'],
        [`${known}@latest`, `${known}@upgrade`, `${known}@patch`],
        [`${known}@v0`, `${known}@<v99`, `${known}@>=v0.0.1`],
        [known, 'example.com/nosuch@v1.0.0'],
        ['example.com/...'],
      ].map((args) => anyEnd({ run: ['mod', 'download', '-json', ...args] })),
    ),
    one('edit', 'http', [
      anyEnd({ run: ['mod', 'edit', '-json'] }),
      anyEnd({ run: ['mod', 'edit', '-fmt', '-print'] }),
      anyEnd({
        run: ['mod', 'edit', `-droprequire=${known}`, '-require=example.com/new@v1.0.0', '-go=1.25'],
      }),
      anyEnd({
        run: [
          'mod',
          'edit',
          `-replace=${known}=./local`,
          '-exclude=example.com/new@v1.1.0',
          '-toolchain=none',
        ],
      }),
    ]),
    one('clean', 'http', [json, { run: ['clean', '-modcache'], expect: 'ok' }]),
  ];
}

/** A few lines straight from the public proxy and its database. */
function straight(): Case[] {
  const one = (name: string, module: string, steps: readonly Step[], start: readonly Edit[] = []): Case => ({
    name: `real/${name}`,
    project: { module },
    source: 'real',
    transport: 'http',
    start,
    steps,
  });
  return [
    one('cobra', 'github.com/spf13/cobra@v1.8.1', [json, { run: ['mod', 'verify'] }]),
    one(
      'cobra-no-sums',
      'github.com/spf13/cobra@v1.8.1',
      [json, { run: ['list', '-m', 'all'] }],
      [{ remove: 'project/go.sum' }],
    ),
    one(
      'quic-no-sums',
      'github.com/quic-go/quic-go@v0.55.0',
      [{ run: ['mod', 'download', 'all'] }],
      [{ remove: 'project/go.sum' }],
    ),
    one('uuid-version', 'github.com/google/uuid@v1.6.0', [
      { run: ['mod', 'download', '-json', 'github.com/google/uuid@v1.5.0', 'golang.org/x/text@v0.14.0'] },
    ]),
    one('missing', 'github.com/google/uuid@v1.6.0', [
      { run: ['mod', 'download', '-json', 'github.com/google/uuid@v1.99.0'], expect: 'fail' },
    ]),
  ];
}

/** The cases. */
export function projectCases(): Case[] {
  return [...realProjects.flatMap(round), ...straight()];
}
