// Packages of real projects: each state of go.mod and go.sum, each command.
//
// What go asks for in each state is brought into the mirror first (Case.fills). The commands find modules in a module cache
// that the cases share, but for one that starts without: unpacking hundreds of modules each time would take days.

import type { Case, Edit } from '../case.js';
import { packageCases, packageStates, type Questions } from './package-commands.js';

interface PackageProject {
  /** `M@V`. */
  readonly module: string;
  /** Why it is among them. */
  readonly kind: string;
  /** States that it cannot be brought into: it has no line to change, or is in that state. */
  readonly without?: readonly string[];
  /** Its cases take long. */
  readonly large?: true;
}

const projects: readonly PackageProject[] = [
  {
    module: 'github.com/spf13/cobra@v1.8.1',
    kind: 'go 1.15, an import for one platform',
    without: ['no-indirect'],
  },
  {
    module: 'go.uber.org/zap@v1.13.0',
    kind: 'go 1.13, a file of tools',
    without: ['no-indirect', 'go-1.13'],
  },
  {
    module: 'github.com/spf13/viper@v1.7.0',
    kind: 'go 1.12, +incompatible, a graph without pruning',
    large: true,
  },
  { module: 'github.com/google/gopacket@v1.1.19', kind: 'cgo', without: ['three-removed'], large: true },
  { module: 'github.com/gofiber/fiber/v2@v2.52.6', kind: 'cgo and imports for other platforms', large: true },
  { module: 'github.com/gin-gonic/gin@v1.10.0', kind: 'imports of tests alone, build tags', large: true },
  {
    module: 'github.com/cilium/ebpf@v0.20.0',
    kind: 'a block of tool lines, embedded files, platforms',
    large: true,
  },
  { module: 'github.com/quic-go/quic-go@v0.55.0', kind: 'a tool line', large: true },
  { module: 'github.com/caddyserver/caddy/v2@v2.8.4', kind: 'embedded files, a toolchain line', large: true },
  { module: 'github.com/cli/cli/v2@v2.60.0', kind: '414 modules, a remote replacement', large: true },
];

const unused: Edit = {
  append: 'project/go.mod',
  text: '\nrequire rsc.io/quote v1.5.2\n\nrequire rsc.io/sampler v1.99.99 // indirect\n',
};

const states = { ...packageStates, unused: [unused] };

/** Twenty each: most are needed by most of the projects. */
const questions: Questions = {
  packages: [
    'fmt',
    'golang.org/x/sys/unix',
    'golang.org/x/sys/windows',
    'golang.org/x/net/html',
    'golang.org/x/net/bpf',
    'golang.org/x/net/http2',
    'golang.org/x/text/unicode/norm',
    'golang.org/x/tools/go/packages',
    'golang.org/x/crypto/ssh',
    'golang.org/x/mod/semver',
    'golang.org/x/sync/errgroup',
    'github.com/stretchr/testify/assert',
    'github.com/davecgh/go-spew/spew',
    'github.com/pmezard/go-difflib/difflib',
    'github.com/kr/text',
    'github.com/google/uuid',
    'gopkg.in/yaml.v2',
    'gopkg.in/yaml.v3',
    'gopkg.in/check.v1',
    'example.com/nosuch',
  ],
  modules: [
    'golang.org/x/sys',
    'golang.org/x/net',
    'golang.org/x/text',
    'golang.org/x/tools',
    'golang.org/x/crypto',
    'golang.org/x/mod',
    'golang.org/x/sync',
    'golang.org/x/xerrors',
    'github.com/stretchr/testify',
    'github.com/stretchr/objx',
    'github.com/davecgh/go-spew',
    'github.com/pmezard/go-difflib',
    'github.com/kr/pretty',
    'github.com/kr/text',
    'github.com/google/uuid',
    'github.com/google/go-cmp',
    'gopkg.in/yaml.v2',
    'gopkg.in/yaml.v3',
    'gopkg.in/check.v1',
    'example.com/nosuch',
  ],
};

const fills: NonNullable<Case['fills']> = [
  ['mod', 'tidy', '-e'],
  ['mod', 'tidy', '-e', '-go=1.17'],
  ['list', '-e', '-deps', '-test', 'all'],
  ['mod', 'why', '-m', ...questions.modules],
];

/** Starts without modules, so that the lines about downloads are compared too. */
const COLD = /\/tidy$/;

/** The cases. */
export function packageProjectCases(): Case[] {
  return projects.flatMap(({ module, without = [], large }) => {
    const about = module.replace(/^github\.com\//, '').replaceAll('/', '_');
    return Object.entries(states)
      .filter(([state]) => !without.includes(state))
      .flatMap(([state, start]) =>
        packageCases(`${about}/${state}`, questions, {
          project: { module },
          source: 'mirror',
          transport: 'http',
          start,
          fills,
          ...(large && { large }),
        }),
      )
      .map((one) => (COLD.test(one.name) ? one : { ...one, warm: true as const }));
  });
}
