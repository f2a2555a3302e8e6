// GOPROXY: the list of places to ask, and who is asked after whom.
//
// Entries are separated by `,` (go on when the thing does not exist) or `|` (go on after any error). `direct` and
// `off` end the list; other words without punctuation are reserved; an entry that is neither a URL nor an absolute
// path gets https://. A GONOPROXY that is set puts `noproxy` in front: those modules come from their origin.
// Rules: cmd/go/internal/modfetch/proxy.go.

import { messageOf, rethrowFatal } from '../error.js';
import type { ProxySpec } from './client.js';
import { ProxyClientError } from './errors.js';
import { type GoUrl, parseUrl, redacted } from './url.js';

const noEntries = 'GOPROXY list is not the empty string, but contains no entries';

/** Parses GOPROXY. Throws a ProxyClientError (`goproxy`). */
export function parseProxyList(goproxy: string, gonoproxy: string): ProxySpec[] {
  const list: ProxySpec[] = [];
  if (gonoproxy !== '' && goproxy !== 'direct') list.push({ url: 'noproxy', fallBackOnError: false });
  const implicit = list.length;
  for (const [, entry, separator] of goproxy.matchAll(/([^,|]*)([,|]|$)/g)) {
    const word = (entry ?? '').trim();
    if (word === '') continue;
    if (word === 'off' || word === 'direct') {
      list.push({ url: word, fallBackOnError: false });
      break;
    }
    const url = withScheme(word);
    parseProxyBase(url);
    list.push({ url, fallBackOnError: separator === '|' });
  }
  if (list.length === implicit) throw new ProxyClientError('goproxy', noEntries);
  return list;
}

function withScheme(word: string): string {
  const address = /[.:/]/.test(word) && !word.includes(':/') && !word.startsWith('/');
  return address ? `https://${word}` : word;
}

/** Parses the URL of a proxy. Throws a ProxyClientError (`goproxy`) unless it is http, https, or a plain file: URL. */
export function parseProxyBase(text: string): GoUrl {
  const url = parseUrl(text);
  const shown = redacted(url);
  if (url.scheme === '') throw bad(`invalid proxy URL missing scheme: ${shown}`);
  if (url.scheme === 'file') {
    const { opaque, user, host, query, fragment, omitHost } = url;
    const plain = opaque === '' && host === '' && fragment === '' && !omitHost;
    if (!plain || user !== undefined || query !== undefined) {
      throw bad(`invalid file:// proxy URL with non-path elements: ${shown}`);
    }
  } else if (url.scheme !== 'http' && url.scheme !== 'https') {
    throw bad(`invalid proxy URL scheme (must be https, http, file): ${shown}`);
  }
  return url;
}

function bad(message: string): ProxyClientError {
  return new ProxyClientError('goproxy', message);
}

/** The answer of `noproxy` for modules that GONOPROXY does not match. */
export class UseProxyError extends ProxyClientError {
  constructor() {
    super('not-exist', 'path does not match GOPRIVATE/GONOPROXY');
  }
}

/** How telling an error is: that something does not exist least, what the origin said most. */
type Rank = 0 | 1 | 2;

/** Walks a list; see ProxyClient.tryProxies. `notExist` says which errors mean "does not exist". */
export async function tryEach<T>(
  list: readonly ProxySpec[],
  attempt: (proxy: string) => Promise<T>,
  notExist: (error: unknown) => boolean,
): Promise<T> {
  let best: { error: unknown; rank: Rank } | undefined;
  let before: unknown;
  for (const { url, fallBackOnError } of list) {
    try {
      return await attempt(url);
    } catch (error) {
      rethrowFatal(error);
      const absent = notExist(error);
      const origin = url === 'direct' || (url === 'noproxy' && !(error instanceof UseProxyError));
      const rank: Rank = origin ? 2 : absent ? 0 : 1;
      if (best === undefined || rank >= best.rank)
        best = { error: origin ? withEarlier(error, before) : error, rank };
      if (!origin && !(error instanceof UseProxyError)) before ??= error;
      if (!fallBackOnError && !absent) break;
    }
  }
  throw best?.error;
}

/** Until direct access is there, what a proxy said must not get lost behind its absence. */
function withEarlier(error: unknown, before: unknown): unknown {
  if (!(error instanceof ProxyClientError) || error.code !== 'unsupported' || before === undefined)
    return error;
  return new ProxyClientError('unsupported', error.message, { hint: `before that: ${messageOf(before)}` });
}
