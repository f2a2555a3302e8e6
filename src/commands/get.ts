// `go get`: declared so that its help is there; the work comes with a later release.

import { GomodError } from '../core/error.js';
import { defineCommand } from './command.js';
import { buildFlags } from './common-flags.js';
import { bool, type Flag } from './flags.js';

/** `-u`, `-u=patch`. */
const upgrade: Flag<string> = {
  help: 'upgrade dependencies too: to the latest versions, or with -u=patch to the latest patch releases',
  argument: 'patch',
  boolean: true,
  initial: '',
  set: (text) => (text === 'false' ? '' : text === 'true' ? 'upgrade' : text),
};

const { mod: _mod, ...flags } = buildFlags;

export const get = defineCommand({
  name: 'get',
  usage: 'go get [-t] [-u] [-tool] [build flags] [packages]',
  short: 'add dependencies to current module and install them',
  long: `
Get resolves its arguments to packages at specific module versions,
updates go.mod to require those versions, and downloads source code into the
module cache. An argument is a package, a module or a pattern, and may end in
@version: @latest, @v1.2.3, @branch, @none.

This release of gomod does not carry the command out. To require a version,
use 'go mod edit -require=path@version'; to fetch it, 'go mod download'.
`,
  flags: {
    ...flags,
    d: bool('do not install; the only behaviour that is left'),
    f: bool('no longer supported in Go', { hidden: true }),
    fix: bool('no longer supported in Go', { hidden: true }),
    m: bool('no longer supported in Go', { hidden: true }),
    insecure: bool('no longer supported in Go', { hidden: true }),
    json: bool('print build output as JSON'),
    t: bool('consider the tests of the named packages too'),
    tool: bool('add a tool line for each package'),
    u: upgrade,
  },
  run: () => {
    throw new GomodError('unsupported', "'go get' is not supported by this release of gomod");
  },
});
