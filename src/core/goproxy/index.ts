// The module proxy protocol, without the network: URLs, `.info` files, version lists.

export {
  formatInfo,
  formatOrigin,
  ORIGIN_STRUCT,
  type Origin,
  originOf,
  parseInfo,
  type RevInfo,
} from './info.js';
export { formatList, type ListEntry, listedVersions, newestListed, parseList } from './list.js';
export {
  escapeUrlPath,
  fileRequest,
  LATEST_FILE,
  LIST_FILE,
  type ProxyRequest,
  parseRequestPath,
  requestPath,
  type VersionFile,
  versionFile,
} from './url.js';
