export type {
  ModuleRepo,
  Origin,
  PrefetchKind,
  ProxyClient,
  ProxyClientOptions,
  ProxySpec,
  RevInfo,
  Security,
  Versions,
  WebResponse,
} from './client.js';
export { ProxyClientError, type ProxyClientErrorCode } from './errors.js';
