// `go mod init`: makes a new module in the working folder.

import { defineCommand } from '../command.js';
import { chdirFlag, modCommonFlags } from '../common-flags.js';

export const flags = { ...chdirFlag, ...modCommonFlags };

export const init = defineCommand({
  name: 'mod init',
  usage: 'go mod init [module-path]',
  short: 'initialize new module in current directory',
  long: `
Init writes a new go.mod file in the working folder, which makes that folder the
root of a module. There must be none yet.

Without an argument the module's path is looked for: in the import comments of
Go files in the folder and one level below, then in the folder's place in
GOPATH. Where neither tells it, gomod takes it from the remote "origin" of the
git repository around the folder, if that is clear, and says so; go gives up.
`,
  flags,
  quick: true,
  run: async (invocation) => (await import('./init-run.js')).run(invocation),
});
