// Vendor mode: vendor/modules.txt stands for the module graph.
//
// Rules and texts: modload.readVendorList, Requirements.initVendor.

import { dirname, join } from 'node:path';
import { type ModuleGraph, vendoredGraph } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import {
  parseModulesTxt,
  VendorList,
  vendoredGoLines,
  vendorInconsistency,
} from '../../core/vendor/index.js';
import { EngineError, FatalError } from '../error.js';
import { errnoCode, fileError, readStep } from '../io/index.js';
import type { Session } from '../session.js';
import type { MainModules } from './main-modules.js';
import type { NewerGo } from './newer-go.js';
import { shortPath } from './read-modfile.js';
import { requirementsOf } from './roots.js';
import type { Summaries } from './summary.js';
import type { Roots } from './update-roots.js';

/** What reading the vendor folder takes. */
export interface VendorHost {
  readonly session: Session;
  readonly main: MainModules;
  readonly summaries: Summaries;
  readonly newer: NewerGo;
}

/**
 * Reads modules.txt of the vendor folder, an empty list where it is missing, and compares it with the main modules.
 * Throws a FatalError where they contradict each other, or the refusal of a go line in it.
 */
export function readVendorFolder(host: VendorHost): VendorList {
  const { session, main } = host;
  const folder = dirname(main.vendorFolder);
  const name = join(main.vendorFolder, 'modules.txt');
  const file = parseModulesTxt(readData(session, name));
  const list = new VendorList(file);
  for (const { mod, goVersion } of vendoredGoLines(file)) {
    host.summaries.noteGoVersion(mod, list.meta(mod).goVersion);
    host.newer.check({ what: `${mod.path} in ${shortPath(session, name)}`, goVersion });
  }
  const problem = vendorInconsistency({
    main: main.asVendored,
    replacement: main.findReplacement,
    list,
    folder,
    shorten: (path) => shortPath(session, path),
  });
  if (problem !== undefined) throw new FatalError('vendor', problem.message, { cause: problem });
  return list;
}

/** -overlay does not count here. */
function readData({ fs }: Session, file: string): Uint8Array {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return new Uint8Array();
    throw fileError(error, { op: readStep(error), name: file });
  }
}

/** What the graph of a vendored build is made from. */
export interface VendoredRun {
  readonly session: Session;
  readonly main: MainModules;
  /** Whether there is a main module at all. */
  readonly hasModule: boolean;
  readonly list: readonly ModuleVersion[];
  /** The error that go.mod would have to change. */
  dirty(): Error;
}

/** The graph for `rs`. Throws where a pruned module does not require all that is vendored. */
export function graphOfVendored(run: VendoredRun, rs: Roots): ModuleGraph {
  const { session, main, list } = run;
  if (main.workspace !== undefined) {
    const require = (m: (typeof main.list)[number]) => requirementsOf(session, m, 'vendor').roots;
    const members = main.list.map((m) => ({ mod: m.mod, require: require(m) }));
    return vendoredGraph({ roots: rs.roots, members, vendored: list });
  }
  const members = [{ mod: main.single.mod, require: rs.roots }];
  if (rs.pruning !== 'pruned') return vendoredGraph({ roots: main.versions, members, vendored: list });
  if (run.hasModule) requireVendored(run, rs);
  // A pruned module lists all that it needs: its requirements are the graph.
  return vendoredGraph({ roots: main.versions, members, vendored: [] });
}

function requireVendored(run: VendoredRun, rs: Roots): void {
  const missing = run.list.filter((m) => rs.selected(m.path) !== m.version);
  for (const m of missing) {
    const text = `vendored module ${formatModule(m)} should be required explicitly in go.mod`;
    run.session.events({ kind: 'error', error: new EngineError('vendor', text) });
  }
  if (missing.length > 0) throw run.dirty();
}
