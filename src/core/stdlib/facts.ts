// What is known of a package of the standard library: facts of each of its files, for no port in particular.
//
// Which files belong to a build follows from name and constraint, as for any folder on disk; so these facts answer for
// every port, with cgo and without, and for any tags. Files are those that Go's go/build looks at, by the ends of their
// names (.go, .s, .c and so on), and `default.pgo`, which the go command looks for; without names that begin with `_` or `.`.

/** A file of a package. */
export interface StandardFile {
  /** Its name in the folder: `file_unix.go`. */
  readonly name: string;
  /** The expression of its `//go:build` line as it stands there, `unix && !js`; empty where there is none. */
  readonly constraint: string;
  /** The name behind `package`: `os`, `os_test`; empty where this is no Go file. */
  readonly package: string;
  /** The paths it imports as they are written, sorted, each once; `C` is among them where it uses cgo. */
  readonly imports: readonly string[];
  /** Patterns of its `//go:embed` lines, unquoted, in order. */
  readonly embeds: readonly string[];
  /** What follows `#cgo` in the comment above `import "C"`, a line each: `linux LDFLAGS: -ldl`. */
  readonly cgo: readonly string[];
}

/** A folder of the standard library that holds Go files. */
export interface StandardPackage {
  /** The import path: `net/http`, `cmd/go`, `vendor/golang.org/x/net/idna`. */
  readonly path: string;
  /** Sorted by name, by bytes. */
  readonly files: readonly StandardFile[];
  /** The files that each pattern of an `//go:embed` line stands for, slashes in their paths, sorted. */
  readonly embedded: ReadonlyMap<string, readonly string[]>;
}
