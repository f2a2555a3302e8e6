// `go version`: the Go release we claim to be.

import { defineCommand } from './command.js';
import { chdirFlag } from './common-flags.js';
import { bool } from './flags.js';

export const flags = {
  ...chdirFlag,
  m: bool('print the module information of each file'),
  v: bool('report files that are no Go binaries'),
  json: bool('print build information as JSON; needs -m'),
};

export const version = defineCommand({
  name: 'version',
  usage: 'go version [-m] [-v] [-json] [file ...]',
  short: 'print Go version',
  long: `
Version prints the Go release whose rules this command follows, and the
machine it runs on. That is the release of the Go installation found in
GOROOT or on PATH; without one it is the newest release this command knows.
The environment variable GOMOD_GOVERSION names another.

'gomod --version' prints the version of gomod itself.

The build information of Go binaries ('go version file', and the flags that go
with it) is read by the Go toolchain, which has to be installed for it.
`,
  flags,
  remembered: () => true,
  run: async (invocation) => (await import('./version-run.js')).run(invocation),
});
