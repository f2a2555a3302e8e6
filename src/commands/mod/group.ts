// `go mod`: the group of commands that work on modules.

import type { CommandGroup } from '../command.js';

export const modGroup: CommandGroup = {
  name: 'mod',
  usage: 'go mod',
  short: 'module maintenance',
  long: `
Go mod holds the commands that work on modules: on the go.mod file, on the
module graph, and on the module cache. Other commands read modules too; to
add, upgrade, downgrade or remove a requirement, use 'go get'.
'go help modules' is an overview.
`,
};
