// `gomod need`: the modules that a build reads, as a file for `gomod download -need`. Go has no such command.

import { defineCommand } from './command.js';
import { chdirFlag, modCommonFlags, offlineFlag, tagsFlag } from './common-flags.js';
import { bool, string } from './flags.js';

export const flags = {
  ...chdirFlag,
  ...modCommonFlags,
  ...offlineFlag,
  ...tagsFlag,
  check: bool('say what the file lists too much and too little, instead of making one', { own: true }),
  platforms: string('what to build for, separated by commas: linux/amd64,linux/arm64', 'list', { own: true }),
  test: bool('count what the tests of the packages import'),
  x: bool('print the requests as they are made'),
};

export const need = defineCommand({
  name: 'need',
  usage: 'go need [-test] [-tags=tags] [-platforms=list] [packages] | -check [file]',
  short: 'list the modules that a build reads',
  long: `
Need prints the modules that a build of the named packages reads, a line each,
as the file go.need:

	gomod need ./... > go.need

With that file 'gomod download -need=go.need' fetches these modules and no
others. It needs go.mod and go.sum, but no sources, and not the folders of
directory replacements: so a layer of a container image may hold just what the
build in the next layer reads. In a workspace it needs go.work, and go.mod and
go.sum of each member.

Packages are named as for 'go list'; without any it is all of this folder and
the folders below it, './...'. A build reads the modules that have the packages
it is made of, and those whose path could have one of them. With -test the tests
of the named packages are built, too, as 'go test' and 'go vet' do.

The packages are those of a build for this machine, GOOS, GOARCH and CGO_ENABLED
being what 'go env' says. With -platforms they are those of builds for each of
these; then each counts with cgo and without, unless CGO_ENABLED is set. A
vendor folder does not count.

The file begins with the command line that makes it again, as it is understood
in the folder of go.mod or go.work, with settings such as GOAMD64 where they are
not the default. What -modfile and -overlay name is not in it: who gives them
gives them again with -check. Each line then has the path and the version of a
module and, behind '=>', what replaces it:

	golang.org/x/text v0.30.0
	example.com/a v1.2.0 => example.com/fork v1.2.1
	example.com/b v0.0.0 => ../b

The lines are sorted, and stay the same as long as the builds read the same
modules. A package that cannot be loaded is an error, and nothing is printed.

With -check the builds that the file names, go.need unless another is given, are
looked at again. Lines that are missing, and lines that are superfluous, are
printed, and the exit status is 1 if there are any. Nothing is changed.
`,
  flags,
  faces: ['gomod'],
  run: async (invocation) => (await import('./need-run.js')).run(invocation),
});
