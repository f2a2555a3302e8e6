// `go mod tidy`: adds missing and removes unused modules.

import { defineCommand } from '../command.js';
import { chdirFlag, goVersion, modCommonFlags } from '../common-flags.js';
import { bool } from '../flags.js';

export const flags = {
  ...chdirFlag,
  ...modCommonFlags,
  v: bool('tell which requirements were removed'),
  e: bool('go on although packages cannot be loaded'),
  diff: bool('write nothing, but print what would change; exit with 1 if anything would'),
  go: goVersion('make this the go line, and tidy by its rules'),
  compat: goVersion('keep the checksums that this Go release needs'),
  x: bool('print the requests as they are made'),
};

export const tidy = defineCommand({
  name: 'mod tidy',
  usage: 'go mod tidy [-e] [-v] [-x] [-diff] [-go=version] [-compat=version]',
  short: 'add missing and remove unused modules',
  long: `
Tidy makes go.mod and go.sum say what the sources of the main module need, for
every system and with all tests: modules that have missing packages are found
and required, requirements that bring nothing are removed, and so are sums that
nobody needs.

-compat tells from which Go release on the module graph has to be loadable with
the sums in go.sum; for go lines below 1.21 that is the release before, unless
stated otherwise. A package that this release would take from elsewhere is an
error.
`,
  flags,
  remembered: () => true,
  run: async (invocation) => (await import('./tidy-run.js')).run(invocation),
});
