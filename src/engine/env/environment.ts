// The settings of the go command, resolved.
//
// A variable's value is, in this order: the process environment if it is set there to something non-empty,
// the user's env file (GOENV), $GOROOT/go.env, the built-in default. Derived values (GOMODCACHE from GOPATH,
// GONOPROXY from GOPRIVATE) follow cmd/go/internal/cfg and envcmd.

/** Where a value came from. */
export type SettingSource = 'process' | 'user-file' | 'goroot-file' | 'default';

/** Resolved settings. Immutable. */
export interface Environment {
  /** Effective value of a Go variable; '' when unset and without default. Unknown names read the process. */
  get(name: string): string;
  /** Where `get(name)` came from. */
  source(name: string): SettingSource;
  /** The raw process environment. */
  readonly process: Readonly<Record<string, string | undefined>>;
}
