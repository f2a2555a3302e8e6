// `gomod explain`: why a module is at its version, and what another would take. Go has no such command.

import { defineCommand } from './command.js';
import { chdirFlag, modCommonFlags, offlineFlag } from './common-flags.js';
import { bool } from './flags.js';

export const flags = {
  ...chdirFlag,
  ...modCommonFlags,
  ...offlineFlag,
  json: bool('print a JSON object'),
  x: bool('print the requests as they are made'),
};

export const explain = defineCommand({
  name: 'explain',
  usage: 'go explain [-json] [-x] module[@version]',
  short: 'explain what forces the version of a module',
  long: `
Explain names the requirements that force the selected version of a module: of
all versions that are required anywhere in the module graph the highest is
selected. For each module that requires it there is a line, the nearest first: a
shortest chain of requirements from the main module to the one that requires it.
A module on the way may be at a version that is not itself selected; what it
requires counts all the same. What the main module requires is told as its
go.mod has it, even where that is less than is selected. How many require lower versions is said after
that.

With a version, or a query such as latest or v1.2, it also tells what would have
to change for that version. For a higher one: what would change along with it.
For a lower one: which modules require more; if a way can be found, to which
versions the requirements of go.mod would have to go; and which lines of go.mod
would exclude the versions that are too high, or replace the selected one.
Nothing is changed.

The modules go and toolchain can be asked for, too: what forces the go version.

Explain reads go.mod files only: those of the module graph, and for a version
those of other releases. It never fetches a module's sources. With -json it
prints an object of this type:

	type Explanation struct {
		Path       string      // module path
		Version    string      // selected version
		Main       bool        // is this a main module?
		Replace    *Module     // what is used instead
		RequiredBy []Requirer  // who requires the selected version
		Lower      []Version   // lower versions that are required
		Change     *Change     // what another version takes
	}

	type Module struct {
		Path    string
		Version string
	}

	type Requirer struct {
		Path     string
		Version  string
		Selected string    // its selected version, if that is another
		Requires string    // the version that it requires
		Indirect bool      // is its line marked // indirect? (main modules)
		Chain    []Module  // from a main module to this one
	}

	type Version struct {
		Version   string
		Requirers int  // how many require it
	}

	type Change struct {
		Version  string
		Kind     string      // none, higher or lower
		Blockers []Requirer  // who requires more
		Moves    []Move      // what would change (higher), or could (lower)
		Exclude  []string    // lines for go.mod, by exclusion
		Replace  string      // a line for go.mod, by replacement
	}

	type Move struct {
		Path string
		From string  // or none
		To   string  // or none
	}
`,
  flags,
  faces: ['gomod'],
  remembered: () => true,
  run: async (invocation) => (await import('./explain-run.js')).run(invocation),
});
