// The real projects, each from its own zip.

import type { Edit } from '../case.js';

/** A project and how it is broken on purpose. */
export interface RealProject {
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
  readonly known?: string;
  readonly noGoMod?: true;
  /** Has no go.sum. */
  readonly noSums?: true;
}

/** The projects, small ones first. */
export const realProjects: readonly RealProject[] = [
  { module: 'github.com/google/uuid@v1.6.0', kind: 'no requirements', noSums: true },
  {
    module: 'github.com/pkg/errors@v0.9.1',
    kind: 'no go.mod in its zip',
    noGoMod: true,
    expect: 'fail',
    noBuild: true,
    noSums: true,
  },
  {
    module: 'github.com/spf13/cobra@v1.8.1',
    kind: 'go 1.15, a few requirements',
    known: 'github.com/spf13/pflag',
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
