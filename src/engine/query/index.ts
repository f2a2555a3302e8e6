// Version queries: which version of a module is meant by `latest`, `v1.2`, `<v1.5.0`, a branch.

export {
  DisallowedError,
  ExcludedError,
  isDisallowed,
  NoMatchingVersionError,
  NoPatchBaseError,
  RetractedError,
  shortMessage,
} from './errors.js';
export { isRevisionQuery } from './matcher.js';
export { type Allowed, Querier, type QueryView } from './querier.js';
