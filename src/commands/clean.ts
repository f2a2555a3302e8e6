// `go clean`: removes the module cache. What else Go's command removes belongs to builds: the toolchain does it.

import { defineCommand } from './command.js';
import { buildFlags } from './common-flags.js';
import { bool } from './flags.js';

export const flags = {
  ...buildFlags,
  i: bool('remove what go install installed'),
  r: bool('clean the dependencies of the named packages too'),
  cache: bool('remove the build cache'),
  testcache: bool('expire all test results of the build cache'),
  modcache: bool('remove the module cache, with all unpacked modules'),
  fuzzcache: bool('remove the values that fuzzing has kept'),
};

export const clean = defineCommand({
  name: 'clean',
  usage: 'go clean [-i] [-r] [-cache] [-testcache] [-modcache] [-fuzzcache] [build flags] [packages]',
  short: 'remove object files and cached files',
  long: `
Clean -modcache removes the whole module cache: the downloaded files and the
unpacked source code of all versioned dependencies. There is no undo, and what
is needed again is downloaded again.

	-n  print what would be removed, and remove nothing
	-x  print what is removed

Removing object files and build caches (packages as arguments, -i, -r, -cache,
-testcache, -fuzzcache) is left to the Go toolchain, which has to be installed
for it.
`,
  flags,
  quick: true,
  run: async (invocation) => (await import('./clean-run.js')).run(invocation),
});
