// The work of `go mod edit`. Order of checks and texts: cmd/go/internal/modcmd/edit.go.

import { isToolchain } from '../../core/gover/index.js';
import { isGoVersion, isToolchainName, type ModFile } from '../../core/modfile/index.js';
import { checkImportPath } from '../../core/module/index.js';
import { mainGoModPath } from '../../engine/load/go-mod-path.js';
import type { Session } from '../../engine/session.js';
import { openGoMod, writeGoMod } from '../../engine/write/index.js';
import type { Invocation } from '../command.js';
import type { flags as editFlags } from './edit.js';
import { type Edit, EditError, editsOf } from './edit-flags.js';
import { goModJson } from './edit-json.js';

type EditInvocation = Invocation<typeof editFlags>;

/** The word that takes a go or toolchain line away. */
const NONE = 'none';

function checkModulePath(path: string): void {
  try {
    checkImportPath(path);
  } catch (error) {
    throw new EditError(`invalid -module: ${(error as Error).message}`);
  }
  if (isToolchain(path)) throw new EditError('invalid -module: module path is reserved');
}

/** What is wrong with -go or -toolchain. Go's text does not begin as others do. */
function badVersion({ flags }: EditInvocation, { release }: Session): string | undefined {
  const { go, toolchain } = flags;
  const expecting = (flag: string, example: string) =>
    `go mod: invalid -${flag} option; expecting something like "-${flag} ${example}"\n`;
  if (go !== '' && go !== NONE && !isGoVersion(go)) return expecting('go', release);
  if (toolchain !== '' && toolchain !== NONE && !isToolchainName(toolchain)) {
    return expecting('toolchain', `go${release}`);
  }
  return undefined;
}

/** Refuses command lines that ask for nothing, or for too much. */
function checkRequest({ flags, args }: EditInvocation, edits: readonly Edit[]): void {
  const { fmt, go, json, module, print, toolchain } = flags;
  const any = fmt || json || print || go !== '' || module !== '' || toolchain !== '' || edits.length > 0;
  if (!any) throw new EditError("no flags specified (see 'go help mod edit').");
  if (json && print) throw new EditError('cannot use both -json and -print');
  if (args.length > 1) throw new EditError('too many arguments');
}

function change(file: ModFile, { flags }: EditInvocation, edits: readonly Edit[]): void {
  const { go, module, toolchain } = flags;
  if (module !== '') file.addModuleStmt(module);
  if (go === NONE) file.dropGoStmt();
  else if (go !== '') file.addGoStmt(go);
  if (toolchain === NONE) file.dropToolchainStmt();
  else if (toolchain !== '') file.addToolchainStmt(toolchain);
  for (const edit of edits) edit(file);
  file.sortBlocks();
  file.cleanup();
}

/** Edits the file and prints or writes it. Answers the exit status; rejects in Go's words. */
export async function run(invocation: EditInvocation): Promise<number> {
  const { args, flags, sequence, stderr, stdout } = invocation;
  const edits = editsOf(sequence);
  checkRequest(invocation, edits);
  const session = await invocation.openSession();
  const path = args[0] ?? mainGoModPath(session);
  if (flags.module !== '') checkModulePath(flags.module);
  const problem = badVersion(invocation, session);
  if (problem !== undefined) {
    stderr(problem);
    return 1;
  }
  const opened = await openGoMod(session, path);
  change(opened.file, invocation, edits);
  if (flags.json) stdout(goModJson(opened.file));
  else if (flags.print) stdout(opened.file.format());
  else await writeGoMod(session, opened, opened.file.format());
  return 0;
}
