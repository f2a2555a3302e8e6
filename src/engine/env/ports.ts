// The ports of Go 1.26 (internal/platform): which GOOS goes with which GOARCH, and where cgo is supported.

const PORTS: Readonly<Record<string, string>> = {
  aix: 'ppc64',
  android: '386 amd64 arm arm64',
  darwin: 'amd64 arm64',
  dragonfly: 'amd64',
  freebsd: '386 amd64 arm arm64 riscv64',
  illumos: 'amd64',
  ios: 'amd64 arm64',
  js: 'wasm',
  linux: '386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x sparc64',
  netbsd: '386 amd64 arm arm64',
  openbsd: '386 amd64 arm arm64 mips64 ppc64 riscv64',
  plan9: '386 amd64 arm',
  solaris: 'amd64',
  wasip1: 'wasm',
  windows: '386 amd64 arm64',
};

const WITHOUT_CGO: ReadonlySet<string> = new Set([
  'js/wasm',
  'linux/ppc64',
  'openbsd/ppc64',
  'plan9/386',
  'plan9/amd64',
  'plan9/arm',
  'wasip1/wasm',
]);

/** Whether a table of ports, the GOARCHs of each GOOS, has the pair. */
export function isAmong(ports: Readonly<Record<string, string>>, goos: string, goarch: string): boolean {
  return Object.hasOwn(ports, goos) && (ports[goos] ?? '').split(' ').includes(goarch);
}

/** Whether Go has a port for the pair, broken ones included. */
export function isPort(goos: string, goarch: string): boolean {
  return isAmong(PORTS, goos, goarch);
}

/** Whether the port can use cgo. */
export function cgoSupported(goos: string, goarch: string): boolean {
  return isPort(goos, goarch) && !WITHOUT_CGO.has(`${goos}/${goarch}`);
}
