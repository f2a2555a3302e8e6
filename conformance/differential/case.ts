// What a case of the differential runs is: data, from which the runner makes two equal worlds.
//
// A world is a folder with `project/`, `gopath/` (GOPATH; the module cache is `gopath/pkg/mod`), `home/` and `tmp/`. Both
// commands work at the very same path, one after the other, so that no path has to be made equal afterwards.
// In arguments and in values of the environment these names stand for what the runner knows: $PROXY (URL of the case's
// http proxy), $FILEPROXY (the same modules as file://), $SUMDB (GOSUMDB for the case's checksum database), $PROJECT, $GOPATH,
// $MODCACHE, $HOME.

import type { Fault } from '../fixtures/fault.js';
import type { FixtureModule } from '../fixtures/module.js';
import type { DatabaseFaults } from '../fixtures/sumdb.js';

/** A change to a world, by path below it (`project/go.mod`); `*` in a name as in edits.ts. */
export type Edit =
  | { readonly write: string; readonly text: string; readonly mode?: number }
  | { readonly append: string; readonly text: string }
  | { readonly remove: string }
  /** Replaces the first match; it is an error when there is none. */
  | { readonly replace: string; readonly pattern: RegExp; readonly by: string }
  /** Turns one bit at an offset; negative: from the end. */
  | { readonly flip: string; readonly at: number }
  | { readonly chmod: string; readonly mode: number }
  | { readonly folder: string }
  /** Copies a file or a folder. */
  | { readonly copy: string; readonly to: string }
  | { readonly link: string; readonly to: string };

/** One command line. */
export interface Step {
  /** Arguments after `go`. */
  readonly run: readonly string[];
  /** Folder below the world; `project` when not given. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What go must make of it for the case to count: success when not given; `any` where both are of interest. */
  readonly expect?: 'ok' | 'fail' | 'any';
  /** The stock go runs this step in both worlds: to see whether it can work with what was left there. */
  readonly by?: 'go';
  /** The step must not ask the proxy anything. */
  readonly offline?: true;
  /** Changes made before the command starts. */
  readonly before?: readonly Edit[];
  /** A line for sh that comes before the command, in the process that becomes it: `umask 077`, `exec >&-`. */
  readonly shell?: string;
}

/** The project a case starts from. */
export type Project =
  /** A real module, `M@V`: its zip unpacked and made writable. */
  { readonly module: string } | { readonly files: Readonly<Record<string, string>> };

/** What stands in for the network. */
export type Source =
  /** Made-up modules. */
  | { readonly modules: readonly FixtureModule[] }
  /** The real modules that `prepareProject` brought. */
  | 'mirror'
  /** The module proxy that the environment names. */
  | 'real';

/** One case. */
export interface Case {
  /** Unique, path-like: `download/json/cobra`. */
  readonly name: string;
  readonly project: Project;
  readonly source: Source;
  /** How GOPROXY names the source. */
  readonly transport: 'http' | 'file';
  /** With a checksum database for the source's modules; without, GOSUMDB=off. */
  readonly sumdb?: true | DatabaseFaults;
  readonly faults?: readonly Fault[];
  /** The proxy answers only requests with this `user:password`. */
  readonly credentials?: string;
  /** Changes to the starting state. */
  readonly start?: readonly Edit[];
  /** For all steps. */
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Steps that each command runs in the world that the other one made. */
  readonly swapped?: readonly Step[];
  /**
   * The module cache is not compared: go ends in the middle of its parallel work, and leaves another state each
   * time.
   */
  readonly cacheDiffers?: true;
  /** Paths of the world that must not be there after our run. */
  readonly absent?: readonly string[];
  /** By a user for whom modes of files count: another one than root, who owns the world. */
  readonly unprivileged?: true;
  /** Command lines by which go fills the mirror, in the starting state, with what they ask for. */
  readonly fills?: readonly (readonly string[])[];
  /**
   * The module cache is one that all such cases share, outside of the worlds: it is not compared, nor are the lines about
   * downloads, which who comes first prints.
   */
  readonly warm?: true;
  /** Why ours differs on purpose: the case has to differ. */
  readonly deliberate?: string;
  /** What go prints comes in another order each time, from parallel work or a map: lines are compared without it. */
  readonly anyOrder?: true;
  /** Takes long or much room; left out of samples. */
  readonly large?: true;
}
