// Lists of modules: what `list -m` and `download` print.

export { describeChosen, describeModule } from './describe-module.js';
export { type Listing, type ListOptions, listModules } from './list-modules.js';
export type { ListMode } from './module-info.js';
export {
  type ModuleFailure,
  type ModulePublic,
  modulePublicDescriptor,
  modulePublicString,
  modulePublicType,
  originDescriptor,
} from './module-public.js';
export { Retractions } from './retractions.js';
