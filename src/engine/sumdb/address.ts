// Where the database is reached: at the URL that GOSUMDB gives, else behind the first proxy that has it, else
// at its own name.
//
// A proxy that answers `<proxy>/sumdb/<name>/supported` with 200 is used, and then for every request. "Does not
// exist" (404, 410, no such file) goes on to the next proxy, any other failure only where `|` follows. With
// `direct`, or when the list ends with nothing but "does not exist", the database is asked directly. Found out when
// the first request is made, because a warm cache needs none.
// Rules: cmd/go/internal/modfetch/sumdb.go (initBase), proxy.go (TryProxies);
// golang.org/design/25530-sumdb, "Proxying a Checksum Database".

import { EngineError, isNotExist, rethrowFatal } from '../error.js';
import {
  type GoUrl,
  joinUrl,
  type ProxyClient,
  parseUrl,
  UseProxyError,
  urlText,
} from '../proxyclient/index.js';
import type { DatabaseSettings } from './settings.js';

/** What is needed of the proxy client. */
export type SumDatabaseWeb = Pick<ProxyClient, 'getBytes' | 'prefetch' | 'tryProxies'>;

/** The longest answer to the probe that is read. */
const MAX_PROBE = 1 << 20;

/** The URL below which the database is. Rejects with what the proxy said that would have known. */
export async function findDatabase(settings: DatabaseSettings, web: SumDatabaseWeb): Promise<GoUrl> {
  if (settings.url !== undefined) return settings.url;
  try {
    return await web.tryProxies((proxy) => probe(proxy, settings.name, web));
  } catch (error) {
    rethrowFatal(error);
    if (!isNotExist(error)) throw error;
    return settings.direct;
  }
}

async function probe(proxy: string, name: string, web: SumDatabaseWeb): Promise<GoUrl> {
  if (proxy === 'noproxy') throw new UseProxyError();
  if (proxy === 'direct' || proxy === 'off') throw new EngineError('not-exist', 'no proxy');
  const url = parseUrl(proxy);
  await web.getBytes(urlText(joinUrl(url, `sumdb/${name}/supported`)), MAX_PROBE);
  return joinUrl(url, `sumdb/${name}`);
}
