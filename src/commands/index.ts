// Every command and group, in the order in which help lists them.
//
// Declarations are data: what a command does is loaded when it runs.

import { clean } from './clean.js';
import type { Command, CommandGroup } from './command.js';
import { env } from './env.js';
import { explain } from './explain.js';
import { get } from './get.js';
import { handedOverCommands } from './handed-over.js';
import { list } from './list.js';
import { download } from './mod/download.js';
import { edit } from './mod/edit.js';
import { graph } from './mod/graph.js';
import { modGroup } from './mod/group.js';
import { init } from './mod/init.js';
import { tidy } from './mod/tidy.js';
import { vendor } from './mod/vendor.js';
import { verify } from './mod/verify.js';
import { why } from './mod/why.js';
import { need } from './need.js';
import { version } from './version.js';

/** All commands, by their names. */
export const commands: readonly Command[] = [
  clean,
  env,
  explain,
  get,
  list,
  download,
  edit,
  graph,
  init,
  tidy,
  vendor,
  verify,
  why,
  need,
  version,
  ...handedOverCommands,
].toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The commands that only have subcommands. */
export const groups: readonly CommandGroup[] = [modGroup];
