// `go list -m`: lists modules.

import { FatalError } from '../engine/error.js';
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
  // Go's other flags of this command, refused by name until a later release carries them out.
  compiled: bool('CompiledGoFiles', { hidden: true }),
  deps: bool('dependencies', { hidden: true }),
  export: bool('export data', { hidden: true }),
  find: bool('do not resolve imports', { hidden: true }),
  test: bool('test binaries', { hidden: true }),
};

export const list = defineCommand({
  name: 'list',
  usage: 'go list [-f format] [-json] [-m] [list flags] [build flags] [packages]',
  short: 'list packages or modules',
  long: `
List -m prints modules, one a line: the main module without arguments, 'all'
for the build list, a path, a pattern with '...', or a query path@version.

	-f          print each through a template of Go's text/template
	-json       print a JSON object for each; -json=Path,Dir only these fields
	-u          add newer versions in brackets, and what is retracted or deprecated
	-versions   print the known versions of each, retracted ones left out
	-retracted  say why versions were retracted, and list retracted ones
	-reuse      take over what has not changed since this earlier output
	-e          go on where a module cannot be loaded, and print what is known

A line shows path and version, and behind '=>' the replacement. The fields of
the JSON object, and of the value in templates, are those of Go's struct
Module. Templates also know the functions join (a list, a separator), context
(how packages would be built) and module (a path, or path@version).

Listing packages is not part of this release of gomod.
`,
  flags,
  remembered: ({ m }) => m,
  run: async (invocation) => {
    if (invocation.flags.m) return (await import('./list-modules-run.js')).run(invocation);
    throw new FatalError('unsupported', 'listing packages is not supported by this release of gomod; use -m');
  },
});
