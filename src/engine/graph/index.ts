// What can be asked of the module graph of the main modules.

export { requirementGraph } from './requirement-graph.js';
