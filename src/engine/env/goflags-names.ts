// The flags that some command of Go 1.26 has, whether we have the command or not: a name in GOFLAGS that is
// not among them is refused by every command. Our own flags are not among them either.

const NAMES = `C a asan asmflags buildmode buildvcs c cache changed compat compiled compiler cover covermode coverpkg d
  debug-actiongraph debug-runtime-trace debug-trace deps diff dropexclude dropgodebug dropignore dropreplace
  droprequire dropretract droptool dropuse e exclude exec export f find fix fixtool fmt fuzzcache gccgoflags gcflags go
  godebug i ignore insecure installsuffix json ldflags linkshared m mod modcache modcacherw modfile module msan n o
  overlay p pgo pkgdir print r race replace require retract retracted reuse t tags test testcache tool toolchain
  toolexec trimpath u use v vendor versions vet vettool w work x`;

/** Flags of `go test`, which are known with the prefix `test.` too. */
const TEST_NAMES = `artifacts bench benchmem benchtime blockprofile blockprofilerate count coverprofile cpu cpuprofile
  failfast fullpath fuzz fuzzminimizetime fuzztime list memprofile memprofilerate mutexprofile mutexprofilefraction
  outputdir parallel run short shuffle skip timeout trace v`;

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

/** Every such name. */
export function goFlagNames(): readonly string[] {
  const test = words(TEST_NAMES);
  return [...words(NAMES), ...test, ...test.map((name) => `test.${name}`)];
}

/** Whether any go command has the flag. */
export function isGoFlag(name: string): boolean {
  return goFlagNames().includes(name);
}
