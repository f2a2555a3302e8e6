// The help page about variables: those that change what this project does, and how settings are found.

import type { Topic } from '../command.js';

/** Name and meaning, in the order in which the page lists them. */
export const variables: readonly (readonly [name: string, meaning: string])[] = [
  ['GO111MODULE', 'off: do without modules; auto: use them where there is a go.mod.\nOn when empty.'],
  ['GOAUTH', 'how requests to proxies and servers authenticate; netrc when empty.'],
  ['GOENV', "the user's env file, which 'go env -w' writes; off for none."],
  [
    'GOFLAGS',
    'flags for every command that knows them, in the form -name=value,\nseparated by blanks; quotes may stand around one.',
  ],
  ['GOINSECURE', 'patterns of modules that may be fetched without checking certificates.'],
  ['GOMODCACHE', 'the module cache; pkg/mod in the first folder of GOPATH when empty.'],
  ['GONOPROXY', "modules not to ask proxies for; GOPRIVATE when empty. See 'go help private'."],
  [
    'GONOSUMDB',
    "modules not to look up in the checksum database; GOPRIVATE when empty.\nSee 'go help private'.",
  ],
  ['GOOS, GOARCH', "the port that files are chosen for; the machine's own when empty."],
  ['GOPATH', 'where the module cache is, unless GOMODCACHE says so; go in the home folder\nwhen empty.'],
  ['GOPRIVATE', "modules to keep from proxies and database. See 'go help private'."],
  ['GOPROXY', "the proxies to ask. See 'go help goproxy'."],
  ['GOROOT', 'the Go installation; the one that the first go on PATH belongs to when empty.'],
  [
    'GOSUMDB',
    "the checksum database: its name, and if need be its key and URL; off for none.\nSee 'go help module-auth'.",
  ],
  ['GOTMPDIR', 'where temporary files go.'],
  ['GOTOOLCHAIN', 'which Go toolchain to use; local for none but the one at hand.'],
  ['GOVCS', 'which version control commands may be run for which modules.'],
  [
    'GOWORK',
    'the go.work file to use; off for none; the nearest one at or above the current\nfolder when empty or auto.',
  ],
  ['HTTP_PROXY, HTTPS_PROXY, NO_PROXY', 'web proxies to go through.'],
  ['NETRC', 'the file with user names and passwords; .netrc in the home folder when empty.'],
  ['SSL_CERT_FILE, SSL_CERT_DIR', "certificates to trust instead of the system's."],
  [
    'GOMOD_RECALL',
    'off: do the work again even if nothing has changed since the same run\nsaid what there is to say, and inflate zips that are known by their bytes.\nOurs, not of Go.',
  ],
  ['GOMOD_GOVERSION', 'the Go release whose rules to follow, if not the installed one. Ours, not\nof Go.'],
  ['CI, NO_COLOR', 'no live progress line; no dimming of it.'],
];

function indented(text: string): string {
  return text.replace(/^/gm, '\t\t');
}

const list = variables.map(([name, meaning]) => `\t${name}\n${indented(meaning)}\n`).join('');

export const environment: Topic = {
  name: 'environment',
  short: 'environment variables',
  long: `
Settings are taken from the environment. What is unset or empty there is
looked up in the user's env file, then in the file go.env of the Go
installation, and has a default otherwise. 'go env NAME' prints the value in
effect, 'go env -w NAME=VALUE' writes it to the user's env file, and
'go env -u NAME' takes it out again.

${list}
'go env' shows more variables, which only steer compilers; they are read and
kept, and change nothing here.
`,
};
