// `go mod download`: fetches modules into the module cache.

import { defineCommand } from '../command.js';
import { chdirFlag, modCommonFlags, offlineFlag } from '../common-flags.js';
import { bool, string } from '../flags.js';

export const flags = {
  ...chdirFlag,
  ...modCommonFlags,
  ...offlineFlag,
  json: bool('print a JSON object for each module'),
  need: string("fetch what this file of 'gomod need' lists, and nothing else", 'go.need', { own: true }),
  reuse: string('take over what has not changed since this earlier -json output', 'old.json'),
  x: bool('print the requests as they are made'),
};

export const download = defineCommand({
  name: 'mod download',
  usage: 'go mod download [-x] [-json] [-reuse=old.json] [modules]',
  ownUsage: 'go mod download [-x] [-json] [-reuse=old.json] [-need=file] [modules]',
  short: 'download modules to local cache',
  long: `
Download fetches modules, verifies them against go.sum and the checksum
database, and unpacks them in the module cache. Arguments are module paths,
patterns over the dependencies of the main module, or queries of the form
path@version. Without arguments it fetches every module that the main module
requires; in a module at go 1.16 or lower, and in a workspace, every module of
the build list.

Nothing is printed on the standard output, unless -json asks for a JSON object
for each module, in the order of the list, once all are done:

	type Module struct {
		Path     string // module path
		Query    string // version query corresponding to this version
		Version  string // module version
		Error    string // error loading module
		Info     string // absolute path to cached .info file
		GoMod    string // absolute path to cached .mod file
		Zip      string // absolute path to cached .zip file
		Dir      string // absolute path to cached source root directory
		Sum      string // checksum for path, version (as in go.sum)
		GoModSum string // checksum for go.mod (as in go.sum)
		Origin   any    // provenance of module
		Reuse    bool   // reuse of old module info is safe
	}

-reuse names such output of an earlier run: what it says is taken over where
the origin says that it still holds. It cannot be used inside a module.

The sums of what was fetched are added to go.sum, but for a run without
arguments, which adds only those of the go.mod files it had to read. When a
module fails nothing is saved; with -json the sums of the others are.
`,
  flags,
  remembered: () => true,
  run: async (invocation) => (await import('./download-run.js')).run(invocation),
});
