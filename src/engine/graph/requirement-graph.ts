// The module graph as a whole, by the rules of the go line or by those of another release.
//
// The graph of another release is that of the requirements as they stand: making them consistent by its rules would
// show something that nobody has. Only whether transitive requirements are pruned depends on the release. Rules and
// texts: modload.LoadModGraph.

import { compare, goStrictVersion } from '../../core/gover/index.js';
import type { ModuleGraph } from '../../core/graph/index.js';
import { EngineError } from '../error.js';
import { type Loader, pruningFor } from '../load/index.js';

/**
 * The graph of the main modules as the Go release `goVersion` reads it; '' means the one of the go line. Rejects in
 * Go's words when it cannot be had.
 */
export async function requirementGraph(loader: Loader, goVersion = ''): Promise<ModuleGraph> {
  if (goVersion === '') return await loader.moduleGraph();
  let rs = await loader.load();
  const line = rs.goVersion;
  if (compare(line, goStrictVersion) >= 0 && compare(goVersion, line) < 0) {
    const text = `requested Go version ${goVersion} cannot load module graph (requires Go >= ${line})`;
    throw new EngineError('bad-argument', text);
  }
  if (pruningFor(goVersion) === 'unpruned' && rs.pruning !== 'unpruned') {
    // The go command of 1.26 crashes here.
    if (rs.pruning === 'workspace') {
      const text = `no workspace can be loaded by the rules of go ${goVersion}: the first to know them was go 1.18`;
      throw new EngineError('bad-argument', text);
    }
    rs = rs.with({ pruning: 'unpruned' });
  }
  return await rs.wholeGraph();
}
