// What can be asked of the module graph of the main modules.

export type { Change } from './change.js';
export { type Explanation, explainModule, type Requiring } from './explain.js';
export type { Move } from './plan.js';
export { requirementGraph } from './requirement-graph.js';
