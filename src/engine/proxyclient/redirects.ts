// One request and the redirects it leads to, as net/http's Client follows them.
//
// At most ten hops; never from https to http, unless nothing is checked anyway. Credentials travel on to the same
// host and its subdomains alone. The URL in an error is the one that failed, as Go chooses it: that of the hop, or
// the Location header as it came.

import { quote } from '../../core/quote.js';
import { messageOf } from '../error.js';
import { type HttpResponse, type Transport, TransportError } from '../transport.js';
import { basicAuth, type Credential } from './credentials.js';
import { requestError } from './errors.js';
import { type GoUrl, resolveUrl, stripped, urlText } from './url.js';

/** How a request is made. */
export interface HopOptions {
  readonly transport: Transport;
  readonly method?: 'GET' | 'HEAD';
  readonly credential: Credential;
  /** Check no certificates, and follow redirects to anywhere. */
  readonly insecure: boolean;
  readonly signal: AbortSignal;
}

const maxHops = 10;

/** The first answer that is no redirect. Rejects with a ProxyClientError (`request`). */
export async function followRedirects(first: GoUrl, options: HopOptions): Promise<HttpResponse> {
  let url = first;
  let credential = options.credential;
  for (let hops = 1; ; hops++) {
    const response = await exchange(url, credential, options);
    const location = isRedirect(response.status) ? (response.headers.location ?? '') : '';
    if (location === '') return response;
    response.discard();
    const next = resolveLocation(url, location);
    if (!options.insecure && first.scheme === 'https' && next.scheme !== 'https') {
      const words = `redirected from secure URL ${urlText(url)} to insecure URL ${urlText(next)}`;
      throw requestError(location, new Error(words));
    }
    if (hops >= maxHops) throw requestError(location, new Error(`stopped after ${maxHops} redirects`));
    if (!isSameSite(first.host, next.host)) credential = withoutSecrets(credential);
    url = next;
  }
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function resolveLocation(url: GoUrl, location: string): GoUrl {
  try {
    return resolveUrl(url, location);
  } catch (error) {
    const words = `failed to parse Location header ${quote(location)}: ${messageOf(error)}`;
    throw requestError(stripped(url), new Error(words));
  }
}

async function exchange(url: GoUrl, credential: Credential, options: HopOptions): Promise<HttpResponse> {
  const { transport, method, insecure, signal } = options;
  try {
    checkTarget(url);
    const headers = requestHeaders(url, credential);
    const bare =
      url.user === undefined && url.fragment === '' ? url : { ...url, user: undefined, fragment: '' };
    return await transport({ url: urlText(bare), headers, insecure, signal, ...(method && { method }) });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    throw requestError(stripped(url), error);
  }
}

function checkTarget({ scheme, host }: GoUrl): void {
  if (scheme !== 'http' && scheme !== 'https') {
    throw new TransportError('protocol', `unsupported protocol scheme ${quote(scheme)}`);
  }
  if (host === '') throw new TransportError('protocol', 'http: no Host in request URL');
}

function requestHeaders(url: GoUrl, credential: Credential): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of credential) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  if (url.user !== undefined && headers.authorization === undefined) {
    headers.authorization = basicAuth(url.user.name, url.user.password ?? '');
  }
  return headers;
}

/** Whether what may be told to `first` may be told to `next`. */
function isSameSite(first: string, next: string): boolean {
  const from = hostName(first);
  const to = hostName(next);
  return from === to || (!/[:%]/.test(to) && !/^[\d.]+$/.test(from) && to.endsWith(`.${from}`));
}

function hostName(authority: string): string {
  return authority.replace(/:\d*$/, '').toLowerCase();
}

const secrets = new Set([
  'authorization',
  'www-authenticate',
  'cookie',
  'cookie2',
  'proxy-authorization',
  'proxy-authenticate',
]);

function withoutSecrets(credential: Credential): Credential {
  return credential.filter(([name]) => !secrets.has(name.toLowerCase()));
}
