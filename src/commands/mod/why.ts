// `go mod why`: explains why packages or modules are needed.

import { defineCommand } from '../command.js';
import { chdirFlag, modCommonFlags } from '../common-flags.js';
import { bool } from '../flags.js';

export const flags = {
  ...chdirFlag,
  ...modCommonFlags,
  m: bool('the arguments are modules: find a package of each'),
  vendor: bool('leave out what only tests of dependencies need'),
};

export const why = defineCommand({
  name: 'mod why',
  usage: 'go mod why [-m] [-vendor] packages...',
  short: 'explain why packages or modules are needed',
  long: `
Why prints, for each package that is named, a shortest chain of imports that
leads to it from a package or test of the main module. With -m the arguments are
modules, and the chain leads to whichever package of each is nearest.

Imports count whatever the system or the build tags, and those of tests of
dependencies count too, unless -vendor is given. A stanza for each argument
begins with a line '# path'; where nothing leads there, it says so in
parentheses.
`,
  flags,
  remembered: () => true,
  run: async (invocation) => (await import('./why-run.js')).run(invocation),
});
