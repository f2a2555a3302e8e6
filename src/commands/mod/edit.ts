// `go mod edit`: changes go.mod by flags. Without any it refuses; see edit-run.ts for what each does.

import { defineCommand } from '../command.js';
import { chdirFlag, idleTraceFlags, modCommonFlags } from '../common-flags.js';
import { bool, string } from '../flags.js';

export const flags = {
  ...chdirFlag,
  ...idleTraceFlags,
  ...modCommonFlags,
  fmt: bool('reformat the file'),
  print: bool('print the result instead of writing it'),
  json: bool('print the result as JSON instead of writing it'),
  module: string('set the module path', 'path'),
  go: string('set the go line; none removes it', 'version'),
  toolchain: string('set the toolchain line; none removes it', 'name'),
  godebug: string('set a godebug key', 'key=value'),
  dropgodebug: string('drop a godebug key', 'key'),
  require: string('require a version', 'path@version'),
  droprequire: string('drop the requirements on a module', 'path'),
  exclude: string('exclude a version', 'path@version'),
  dropexclude: string('drop the exclusion of a version', 'path@version'),
  replace: string('replace a module by another or by a folder', 'old[@v]=new[@v]'),
  dropreplace: string('drop a replacement', 'old[@v]'),
  retract: string('retract versions of this module: one, or [low,high]', 'version'),
  dropretract: string('drop a retraction', 'version'),
  tool: string('add a tool', 'path'),
  droptool: string('drop a tool', 'path'),
  ignore: string('add a folder that package patterns pass over', 'path'),
  dropignore: string('drop such a folder', 'path'),
};

export const edit = defineCommand({
  name: 'mod edit',
  usage: 'go mod edit [editing flags] [-fmt|-print|-json] [go.mod]',
  short: 'edit go.mod from tools or scripts',
  long: `
Edit changes the go.mod file of the main module, or the file named as argument.
It is made for tools and scripts: it looks at that file alone, not at modules
or the network, and keeps comments and everything it does not change. To
require a version that fits the rest of the graph, use 'go get'.

	-fmt                     only put the file into standard form
	-module=path             set the module path
	-go=version              set the go line
	-toolchain=name          set the toolchain line
	-godebug=key=value       set a GODEBUG key
	-require=path@version    require a version, replacing older lines for the path
	-exclude=path@version    exclude a version
	-replace=old[@v]=new[@v] use another module, or a folder, in place of one
	-retract=version         retract a version, or with [low,high] a range
	-tool=path               add a tool
	-ignore=path             add a folder to pass over

The flags from -godebug on may be repeated and act in the order given; each has
a counterpart that takes its line away again: -dropgodebug=key,
-droprequire=path, -dropexclude=path@version, -dropreplace=old[@v],
-dropretract=version, -droptool=path, -dropignore=path. '-go=none' and
'-toolchain=none' remove their lines.

The result is written back unless -print asks for its text or -json for its
contents:

	type GoMod struct {
		Module    ModPath
		Go        string
		Toolchain string
		GoDebug   []Godebug
		Require   []Require
		Exclude   []Module
		Replace   []Replace
		Retract   []Retract
		Tool      []Tool
		Ignore    []Ignore
	}

	type ModPath struct {
		Path       string
		Deprecated string
	}

	type Module struct {
		Path    string
		Version string
	}

	type Godebug struct {
		Key   string
		Value string
	}

	type Require struct {
		Path     string
		Version  string
		Indirect bool
	}

	type Replace struct {
		Old Module
		New Module
	}

	type Retract struct {
		Low       string
		High      string
		Rationale string
	}

	type Tool struct {
		Path string
	}

	type Ignore struct {
		Path string
	}

A retraction of a single version has it as Low and as High.
`,
  flags,
  quick: true,
  remembered: ({ json, print }) => json || print,
  run: async (invocation) => (await import('./edit-run.js')).run(invocation),
});
