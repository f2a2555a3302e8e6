// What a build reads of other modules, and a file that says so (core/need).

export { remakingAdvice, seenFrom } from './advice.js';
export { compareNeeds, type NeedDifference } from './compare.js';
export {
  type Needed,
  type NeedRequest,
  neededModules,
  requestOf,
  rootOf,
} from './needed-modules.js';
export { platformOf } from './platform.js';
export { readNeed } from './read-need.js';
