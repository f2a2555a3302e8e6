// Requirement graphs of main modules and workspaces, with pruning.

export { compareSelected } from './compare.js';
export { formatGraph } from './format.js';
export { ModuleGraph } from './module-graph.js';
export {
  type GraphSource,
  type ReadGraph,
  readModuleGraph,
  type VendoredSource,
  vendoredGraph,
} from './read.js';
export type { LoadSummary } from './summaries.js';
export { isPruned, type Pruning, rootsOf, type Summary, summaryOf, toolchainSummary } from './summary.js';
