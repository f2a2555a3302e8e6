// Where the database is reached: at the URL that GOSUMDB gives, else behind the first proxy that has it, else
// at its own name.
//
// A proxy that answers `<proxy>/sumdb/<name>/supported` with 200 is used, and then for every request. "Does not
// exist" (404, 410, no such file) goes on to the next proxy, any other failure only where `|` follows. With
// `direct`, or when the list ends with nothing but "does not exist", the database is asked directly. Found out when
// the first request is made, because a warm cache needs none.
// Rules: cmd/go/internal/modfetch/sumdb.go (initBase), proxy.go (TryProxies);
// golang.org/design/25530-sumdb, "Proxying a Checksum Database".

import { isNotExist, rethrowFatal } from '../error.js';
import type { ProxyClient } from '../proxyclient/index.js';
import type { DatabaseSettings } from './settings.js';

/** What is needed of the proxy client. */
export type SumDatabaseWeb = Pick<ProxyClient, 'getBytes' | 'prefetch' | 'proxies'>;

/** The longest answer to the probe that is read. */
const MAX_PROBE = 1 << 20;

/** `path` below the URL `base`. */
export function joinUrl(base: string, path: string): string {
  const end = base.search(/[?#]/);
  const [head, tail] = end < 0 ? [base, ''] : [base.slice(0, end), base.slice(end)];
  const slash = head.endsWith('/') ? head.slice(0, -1) : head;
  return `${slash}/${path.startsWith('/') ? path.slice(1) : path}${tail}`;
}

/** The URL below which the database is. Rejects with what the proxy said that would have known. */
export async function findDatabase(settings: DatabaseSettings, web: SumDatabaseWeb): Promise<string> {
  if (settings.url !== undefined) return settings.url;
  const direct = `https://${settings.name}`;
  let failure: unknown;
  for (const { url, fallBackOnError } of web.proxies()) {
    if (url === 'direct') return direct;
    if (url === 'noproxy' || url === 'off') continue;
    try {
      await web.getBytes(joinUrl(url, `sumdb/${settings.name}/supported`), MAX_PROBE);
      return joinUrl(url, `sumdb/${settings.name}`);
    } catch (error) {
      rethrowFatal(error);
      if (isNotExist(error)) continue;
      failure = error;
      if (!fallBackOnError) break;
    }
  }
  if (failure !== undefined) throw failure;
  return direct;
}
