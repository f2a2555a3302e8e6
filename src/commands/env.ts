// `go env`: shows and changes settings.

import { defineCommand } from './command.js';
import { chdirFlag, idleTraceFlags } from './common-flags.js';
import { bool } from './flags.js';

export const flags = {
  ...chdirFlag,
  ...idleTraceFlags,
  json: bool('print a JSON object'),
  changed: bool('print only what differs from its default'),
  u: bool('forget the named settings that -w kept'),
  w: bool('keep settings: arguments are NAME=VALUE'),
};

export const env = defineCommand({
  name: 'env',
  usage: 'go env [-json] [-changed] [-u] [-w] [var ...]',
  short: 'print Go environment information',
  long: `
Env prints the settings in effect, as lines that a shell can read (on Windows
a batch file). With names as arguments it prints the value of each on a line
of its own.

	-json     print a JSON object instead
	-changed  print only what differs from its default
	-w        keep settings: each argument is NAME=VALUE
	-u        forget settings that -w kept: each argument is a name

Kept settings are in the file that 'go env GOENV' names. The environment
overrides them. See 'go help environment' for what the variables mean.
`,
  flags,
  remembered: ({ w, u }) => !w && !u,
  run: async (invocation) => (await import('./env-run.js')).run(invocation),
});
