// `gomod/semver`: semantic versions with Go's leading `v`, as golang.org/x/mod/semver has them.
//
//   vMAJOR[.MINOR[.PATCH[-PRERELEASE][+BUILD]]]
//
// `v1` and `v1.2` stand for `v1.0.0` and `v1.2.0`. What is no version is below every version and equal to whatever
// else is none. Nothing here throws.

export {
  build,
  canonical,
  compare,
  isValid,
  major,
  majorMinor,
  max,
  type Order,
  prerelease,
  sort,
} from '../core/semver/index.js';
