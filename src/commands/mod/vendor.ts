// `go mod vendor`: copies dependencies into a folder of the main module.

import { defineCommand } from '../command.js';
import { chdirFlag, modCommonFlags, vendorFlags } from '../common-flags.js';
import { bool, string } from '../flags.js';

export const flags = {
  ...chdirFlag,
  ...modCommonFlags,
  ...vendorFlags,
  v: bool('tell which modules and packages are vendored'),
  e: bool('go on although packages cannot be loaded'),
  o: string('write this folder instead of vendor', 'outdir'),
};

export const vendor = defineCommand({
  name: 'mod vendor',
  usage: 'go mod vendor [-e] [-v] [-o outdir]',
  ownUsage: 'go mod vendor [-e] [-v] [-o outdir] [-with=globs] [-check]',
  short: 'make vendored copy of dependencies',
  long: `
Vendor makes the folder vendor of the main module anew: it holds all packages
that are needed to build and test the packages of the main module, for every
system, but no tests of dependencies. modules.txt in it says which modules they
came from. The folder takes the place of the old one when it is whole; a folder
that is the same already is left alone.

With -o the folder is written elsewhere; the go command looks for it beside
go.mod only, so that this is for other tools. A folder that the main module is
in is refused.

-with also copies what the globs match anywhere in the modules that have
vendored packages: headers and sources that cgo includes from other folders, or
files that generators read, as in

	gomod vendor -with='**/*.c,**/*.h,**/*.proto'

A glob is matched with the paths of files relative to the top of their module.
** between slashes stands for any number of folders, none included, * for any
run of characters but slash, ? for one of them, [a-z] for one in that range and
[^a-z] for one that is not; a backslash takes the meaning of the next character.
Never copied are go.mod, go.sum, links, and what is in folders of version
control, in folders named vendor and in folders with a go.mod of their own.
modules.txt is the same with these files and without.

-check writes nothing. It compares the folder with what vendoring, with the same
flags, would make of it, prints a line for each file that differs, sorted by
path, and exits with 1 if there is any:

	missing PATH      the file would be written
	superfluous PATH  the file would not be there
	changed PATH      its content, or what it is, would be different
	executable PATH   it can be executed, which no vendored file can

Of modes nothing else is looked at, and of folders only what is in them, since
version control keeps no more. The modules have to be in the module cache, or
are fetched.
`,
  flags,
  // -check is there to look again.
  remembered: ({ check }) => !check,
  run: async (invocation) => (await import('./vendor-run.js')).run(invocation),
});
