// `go list`: lists packages or modules.

import { defineCommand } from './command.js';
import { buildFlags, coverFlags, offlineFlag } from './common-flags.js';
import { bool, jsonFields, string } from './flags.js';

export const flags = {
  ...buildFlags,
  ...coverFlags,
  ...offlineFlag,
  json: jsonFields('print JSON objects; -json=Name,Name only these fields'),
  e: bool('print modules with errors too'),
  f: string('print each through this template', 'format'),
  m: bool('list modules instead of packages'),
  retracted: bool('say why versions were retracted, and list retracted ones'),
  reuse: string('take over what has not changed since this earlier -json output', 'old.json'),
  u: bool('add available upgrades, retractions and deprecations'),
  versions: bool('list the known versions of each module'),
  compiled: bool('list the files that are compiled; needs a Go toolchain'),
  deps: bool('list dependencies too, each before what imports it'),
  export: bool('build, and name the files with export data; needs a Go toolchain'),
  find: bool('do not look at what packages import'),
  test: bool('list test programs too, and packages as they are compiled for these'),
};

export const list = defineCommand({
  name: 'list',
  usage: 'go list [-f format] [-json] [-m] [list flags] [build flags] [packages]',
  short: 'list packages or modules',
  long: `
List prints the import paths of the packages that are named, one a line: by
paths, by folders, by patterns with '...', by the words all, std, cmd, tool and
work, or as Go files; without arguments of the package in this folder.

	-f          print each through a template of Go's text/template
	-json       print a JSON object for each; -json=ImportPath,Dir only these fields
	-deps       list what they import too, each package before those that import it
	-test       list their test programs too, and what is compiled anew for these
	-find       do not look at what they import
	-e          list packages with errors too; the errors are in the field Error
	-export, -compiled
	            and the fields Stale, StaleReason, Export and BuildID
	            need a build: the Go toolchain is called, and has to be installed

The fields are those of Go's struct Package. Without a Go installation the
packages of the standard library have no Dir, Root and Doc.

With GO111MODULE=off packages are those of GOROOT and of the folders of GOPATH:
import paths name folders below src there, and vendor folders around a package
come first. 'All' means all of them.

List -m prints modules, one a line: the main module without arguments, 'all'
for the build list, a path, a pattern with '...', or a query path@version.

	-u          add newer versions in brackets, and what is retracted or deprecated
	-versions   print the known versions of each, retracted ones left out
	-retracted  say why versions were retracted, and list retracted ones
	-reuse      take over what has not changed since this earlier output
	-e          go on where a module cannot be loaded, and print what is known

A line shows path and version, and behind '=>' the replacement. The fields of
the JSON object, and of the value in templates, are those of Go's struct
Module. Templates also know the functions join (a list, a separator), context
(how packages would be built) and module (a path, or path@version).
`,
  flags,
  remembered: () => true,
  run: async (invocation) => {
    if (invocation.flags.m) return (await import('./list-modules-run.js')).run(invocation);
    return (await import('./list-packages-run.js')).run(invocation);
  },
});
