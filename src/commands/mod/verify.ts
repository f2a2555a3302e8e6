// `go mod verify`: checks the module cache.

import { defineCommand } from '../command.js';
import { chdirFlag, modCommonFlags } from '../common-flags.js';

export const flags = { ...chdirFlag, ...modCommonFlags };

export const verify = defineCommand({
  name: 'mod verify',
  usage: 'go mod verify',
  short: 'verify dependencies have expected content',
  long: `
Verify checks that the dependencies of the main module, as they lie in the
module cache, are still what was downloaded: the zip and the unpacked folder of
each are hashed anew and compared with the hash that was recorded then. If all
agree it prints 'all modules verified'; otherwise it names the modules that were
changed, and fails.
`,
  flags,
  run: async (invocation) => (await import('./verify-run.js')).run(invocation),
});
