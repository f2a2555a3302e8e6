// Operating systems and architectures that Go knows, once knew, or has reserved.
//
// A file name that ends in one of them is a build constraint, so no name ever leaves these lists. Which GOOS goes
// with which GOARCH is another question. Defined by internal/syslist of Go 1.26.

const KNOWN_SYSTEMS: ReadonlySet<string> = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 ' +
    'windows zos'
  ).split(' '),
);

const KNOWN_ARCHITECTURES: ReadonlySet<string> = new Set(
  (
    '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ' +
    'ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'
  ).split(' '),
);

const UNIX_SYSTEMS: ReadonlySet<string> = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios linux netbsd openbsd solaris'.split(' '),
);

/** The system whose files and tags a GOOS takes beside its own. */
const PARENTS: Readonly<Record<string, string>> = { android: 'linux', illumos: 'solaris', ios: 'darwin' };

/** Whether `name` is a GOOS, present, past or to come. */
export function isKnownSystem(name: string): boolean {
  return KNOWN_SYSTEMS.has(name);
}

/** Whether `name` is a GOARCH, present, past or to come. */
export function isKnownArchitecture(name: string): boolean {
  return KNOWN_ARCHITECTURES.has(name);
}

/** Whether the build tag `unix` holds for the GOOS. It is no suffix of file names. */
export function isUnixSystem(goos: string): boolean {
  return UNIX_SYSTEMS.has(goos);
}

/** The GOOS whose tag holds for `goos` too: `linux` for `android`; undefined for most. */
export function parentSystem(goos: string): string | undefined {
  return Object.hasOwn(PARENTS, goos) ? PARENTS[goos] : undefined;
}
