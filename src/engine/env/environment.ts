// The settings of the go command, resolved.
//
// A variable's value is, in this order: the process environment if it is set there to something non-empty,
// the user's env file (GOENV), $GOROOT/go.env, the built-in default. Derived values (GOMODCACHE from GOPATH,
// GONOPROXY from GOPRIVATE) follow cmd/go/internal/cfg and envcmd.

import type { Host } from './host.js';

/** Where a value came from. */
export type SettingSource = 'process' | 'user-file' | 'goroot-file' | 'default';

/** Resolved settings. Immutable. */
export interface Environment {
  /**
   * Effective value of a Go variable; '' when unset and without default. Unknown names read the process. GOWORK
   * is the setting (`off`, a path, ''), not the file found; GOMOD is never a setting: see locate.ts.
   */
  get(name: string): string;
  /** Where `get(name)` came from. */
  source(name: string): SettingSource;
  /** Whether the go command reads `name` from its files: known variables, and whatever stands in them. */
  knows(name: string): boolean;
  /** What `get(name)` would be if neither the process nor the user's file set it. */
  unset(name: string): string;
  /** What $GOROOT/go.env says about `name`; undefined when it says nothing. */
  gorootFile(name: string): string | undefined;
  /** The machine we run on, in Go's words: GOHOSTOS, GOHOSTARCH. */
  readonly host: Host;
  /** The Go release we claim to be, without "go" and without what a distributor added: `1.26.8`. */
  readonly release: string;
  /** The raw process environment. */
  readonly process: Readonly<Record<string, string | undefined>>;
}
