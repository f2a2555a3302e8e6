// `go mod vendor`: copies dependencies into a folder of the main module.

import { defineCommand } from '../command.js';
import { chdirFlag, modCommonFlags } from '../common-flags.js';
import { bool, string } from '../flags.js';

export const flags = {
  ...chdirFlag,
  ...modCommonFlags,
  v: bool('tell which modules and packages are vendored'),
  e: bool('go on although packages cannot be loaded'),
  o: string('write this folder instead of vendor', 'outdir'),
};

export const vendor = defineCommand({
  name: 'mod vendor',
  usage: 'go mod vendor [-e] [-v] [-o outdir]',
  short: 'make vendored copy of dependencies',
  long: `
Vendor makes the folder vendor of the main module anew: it holds all packages
that are needed to build and test the packages of the main module, for every
system, but no tests of dependencies. modules.txt in it says which modules they
came from. The folder takes the place of the old one when it is whole.

With -o the folder is written elsewhere; the go command looks for it beside
go.mod only, so that this is for other tools.
`,
  flags,
  run: async (invocation) => (await import('./vendor-run.js')).run(invocation),
});
