// Help pages about modules, proxies and trust.

import type { Topic } from '../command.js';

export const modules: Topic = {
  name: 'modules',
  short: 'modules, module versions, and more',
  long: `
A module is a set of packages that is released and versioned as one. Its root
folder holds a go.mod file, which gives the module its path and says which
versions of other modules it needs at least. The version used of each module
is the highest one that anything in the graph of requirements asks for.

Modules come from module proxies (see 'go help goproxy') or from their own
repositories, are checked against go.sum and the checksum database (see
'go help module-auth'), and are kept, unpacked, in the module cache
(GOMODCACHE). What is asked of whom can be set: see 'go help private' and
'go help environment'.

The reference is https://go.dev/ref/mod.
`,
};

export const goMod: Topic = {
  name: 'go.mod',
  short: 'the go.mod file',
  long: `
The go.mod file in the root folder of a module holds the module's path, the Go
release it is written for, and its requirements. Commands look for it in the
current folder and then upwards; the module it belongs to is the main module.

A line is a directive and its arguments; lines of one directive may be put in
a block:

	module example.com/hello

	go 1.24

	require (
		example.com/a v1.2.3
		example.com/b v0.4.0 // indirect
	)

Directives are module, go, toolchain, godebug, require, exclude, replace,
retract, tool and ignore. exclude, replace and ignore only count in the main
module. 'go mod edit' changes the file from scripts, and 'go mod edit -json'
prints it for programs.

The format is defined at https://go.dev/ref/mod#go-mod-file.
`,
};

export const goproxy: Topic = {
  name: 'goproxy',
  short: 'module proxy protocol',
  long: `
A module proxy is a web server, or a folder behind a file:// URL, that answers
GET requests of these forms, where upper case letters in MODULE and VERSION
are written as an exclamation mark and the lower case letter:

	MODULE/@v/list          the versions it knows, one a line
	MODULE/@v/VERSION.info  a version and its time, as JSON
	MODULE/@v/VERSION.mod   its go.mod file
	MODULE/@v/VERSION.zip   its files
	MODULE/@latest          the latest version, for modules without tags

GOPROXY is a list of proxies. After a comma the next one is asked when the one
before says 404 or 410, after a vertical bar when it fails in any way. The
word direct stands for the module's own repository, off for asking nobody.
The folder cache/download of a module cache can serve as a proxy.

The protocol is defined at https://go.dev/ref/mod#goproxy-protocol.
`,
};

export const moduleAuth: Topic = {
  name: 'module-auth',
  short: 'module authentication using go.sum',
  long: `
Every go.mod file and every module zip that is downloaded is hashed, and the
hash is compared with the one in go.sum. A file that go.sum does not know is
looked up in the checksum database (GOSUMDB), whose answers are signed and
proven to be part of one log that everybody sees, and is then added to go.sum.
A hash that differs ends the run, and nothing of that module is kept.

GOPRIVATE and GONOSUMDB name modules that the database is not asked about;
GOSUMDB=off turns it off for all. See https://go.dev/ref/mod#authenticating.
`,
};

export const privateModules: Topic = {
  name: 'private',
  short: 'configuration for downloading non-public code',
  long: `
By default modules come from a public proxy and are checked against a public
database; both learn the paths that are asked for. GOPRIVATE is a list of
patterns, separated by commas, of module paths to keep from both:

	GOPRIVATE=*.corp.example.com,example.org/private

A pattern has the syntax of Go's path.Match and is matched against as many
leading elements of the path as it has itself. GONOPROXY and GONOSUMDB are
lists of the same kind that each replace GOPRIVATE for one of the two: for
what is not asked of proxies, and for what is not looked up in the database.

A company with a proxy of its own that serves private modules would set

	GOPRIVATE=*.corp.example.com
	GOPROXY=https://proxy.corp.example.com
	GONOPROXY=none

'go env -w' keeps such settings for later commands.
`,
};
