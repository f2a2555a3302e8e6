// From an entry of GOPROXY and a module path to a repository (modfetch.lookup).

import { matchPrefixPatterns } from '../../core/module/index.js';
import type { ModuleRepo } from './client.js';
import { directRepo } from './direct.js';
import { ProxyClientError } from './errors.js';
import { UseProxyError } from './goproxy.js';
import type { ProxyUrls } from './module-url.js';
import { ProxyRepo, type RepoHost } from './proxy-repo.js';
import { refusingRepo } from './refusing-repo.js';

/** What decides about a look-up. */
export interface LookupHost extends RepoHost {
  readonly gonoproxy: string;
  /** Where an entry of GOPROXY has its modules. Throws a ProxyClientError. */
  urls(proxy: string): ProxyUrls;
}

/** The module `path` through `proxy`. Throws what Go's lookup returns as an error. */
export function lookup(proxy: string, path: string, host: LookupHost): ModuleRepo {
  const fromOrigin = isNoProxy(host.gonoproxy, path);
  if (proxy === 'direct' || (proxy === 'noproxy' && fromOrigin)) return directRepo(path);
  if (fromOrigin) throw new ProxyClientError('not-exist', 'disabled by GOPRIVATE/GONOPROXY');
  if (proxy === 'noproxy') throw new UseProxyError();
  if (proxy === 'off') return offRepo(path);
  return new ProxyRepo(host.urls(proxy).module(path), path, host);
}

/** Whether GONOPROXY names `path`. */
export function isNoProxy(gonoproxy: string, path: string): boolean {
  return gonoproxy !== '' && matchPrefixPatterns(gonoproxy, path);
}

/** A repository that answers every question with GOPROXY=off. */
function offRepo(modulePath: string): ModuleRepo {
  return refusingRepo(modulePath, () => {
    return new ProxyClientError('not-exist', 'module lookup disabled by GOPROXY=off');
  });
}
