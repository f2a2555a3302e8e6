// Minimal version selection over any graph of modules and versions. Knows no version syntax and no network.

export { buildList, type DescribeOptions } from './build.js';
export { downgrade } from './downgrade.js';
export {
  BuildListError,
  type BuildListErrorOptions,
  type MvsErrorCode,
  MvsMisuseError,
} from './error.js';
export { Graph, type Vertex } from './graph.js';
export { req } from './req.js';
export { type DowngradeReqs, isPromise, type MaybePromise, type Reqs, type UpgradeReqs } from './reqs.js';
export { override, upgrade, upgradeAll } from './upgrade.js';
export { type Compare, comparePaths, NONE, type Version, VersionMap, VersionSet } from './version.js';
