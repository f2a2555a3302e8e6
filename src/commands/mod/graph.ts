// `go mod graph`: prints the module graph.

import { defineCommand } from '../command.js';
import { chdirFlag, goVersion, modCommonFlags } from '../common-flags.js';
import { bool } from '../flags.js';

export const flags = {
  ...chdirFlag,
  ...modCommonFlags,
  go: goVersion('show the graph as this Go release reads it'),
  x: bool('print the requests as they are made'),
};

export const graph = defineCommand({
  name: 'mod graph',
  usage: 'go mod graph [-go=version] [-x]',
  short: 'print module requirement graph',
  long: `
Graph prints the requirements between modules, one a line: a module and one that
it requires, both as path@version; the main module has no version. Replacements
are applied: the requirements are those of the go.mod that is really used. All
versions that somebody requires are there, not only those that are selected, and
from go 1.21 on the go lines too, as requirements of the modules go and
toolchain.

With -go the graph is the one that this Go release sees. What changes is whether
requirements of dependencies that are themselves at go 1.17 or higher are left
out (from 1.17 on) or not. The go.mod file stays as it is.
`,
  flags,
  remembered: () => true,
  run: async (invocation) => (await import('./graph-run.js')).run(invocation),
});
