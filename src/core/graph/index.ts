// Requirement graphs of main modules and workspaces, with pruning.

export { compareSelected } from './compare.js';
export { GraphError, type GraphErrorCode } from './error.js';
export { formatGraph } from './format.js';
export { ModuleGraph } from './module-graph.js';
export { type ProjectSource, type ReadGoMod, readProjectGraph } from './project.js';
export {
  type GraphSource,
  type ReadGraph,
  readModuleGraph,
  type VendoredSource,
  vendoredGraph,
} from './read.js';
export type { LoadSummary } from './summaries.js';
export { isPruned, type Pruning, rootsOf, type Summary, summaryOf, toolchainSummary } from './summary.js';
export { type Requirer, requirersOf, type Selection, whySelected } from './why.js';
