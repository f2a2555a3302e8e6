// The client side of module proxies; see client.ts.

export type { Origin, RevInfo } from '../../core/goproxy/index.js';
export type {
  ModuleRepo,
  PrefetchKind,
  ProxyClient,
  ProxyClientOptions,
  ProxySpec,
  Security,
  Versions,
  WebResponse,
  ZipBody,
} from './client.js';
export { createProxyClient } from './create.js';
export { HttpError, ProxyClientError, type ProxyClientErrorCode } from './errors.js';
export { UseProxyError } from './goproxy.js';
export { type GoUrl, joinUrl, parseUrl, redacted, urlText } from './url.js';
