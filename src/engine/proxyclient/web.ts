// One URL as cmd/go/internal/web gets it: schemes, security, credentials, traces. No retries.
//
// Every line that `-x` prints goes through `emit`, so that a prefetch can keep its lines to itself.

import { messageOf } from '../error.js';
import type { Session } from '../session.js';
import type { HttpResponse } from '../transport.js';
import type { Authenticator } from './auth.js';
import type { Security } from './client.js';
import type { Credential } from './credentials.js';
import { formatDetail, isShowable, maxDetailBytes } from './detail.js';
import { HttpError, ProxyClientError } from './errors.js';
import { followRedirects } from './redirects.js';
import { type GoUrl, parseUrl, redacted, urlText } from './url.js';

/** What requests share. */
export interface WebContext {
  readonly session: Session;
  readonly auth: Authenticator;
}

/** How one request is made. */
export interface WebRequest {
  readonly url: GoUrl;
  readonly security: Security;
  readonly signal: AbortSignal;
  /** Receives the lines of `-x`; without that flag it may be told less. */
  readonly emit: (line: string) => void;
}

/** An answer whose body has not been read. */
export interface WebAnswer {
  /** Redacted. */
  readonly url: string;
  readonly response: HttpResponse;
}

/** Go's limit for servers that nothing is known about. */
const insecureMs = 5000;

/** Any status is an answer. Rejects with a ProxyClientError (`request`, `insecure`), or with the signal's reason. */
export async function webGet(context: WebContext, request: WebRequest): Promise<WebAnswer> {
  if (isBare(context, request)) return await getBare(context, request);
  const get = request.url.scheme === 'https' || request.url.scheme === '' ? getSecurely : getPlainly;
  if (!context.session.flags.trace) return await get(context, request);
  const start = context.session.clock.now();
  const answer = await get(context, request);
  const seconds = ((context.session.clock.now() - start) / 1000).toFixed(3);
  request.emit(`# get ${answer.url}: ${answer.response.statusLine} (${seconds}s)`);
  return answer;
}

/**
 * Whether nothing that is below can apply: plain http to a host of its own, and nobody listens. Such requests are many
 * thousands where the proxy is near.
 */
function isBare({ session }: WebContext, { url, security }: WebRequest): boolean {
  const bare = url.scheme === 'http' && url.user === undefined && url.host !== '' && !url.host.endsWith(':');
  return bare && security !== 'secure-only' && !session.flags.trace;
}

async function getBare({ session }: WebContext, { url, signal }: WebRequest): Promise<WebAnswer> {
  const options = { transport: session.transport, credential: [], insecure: false, signal };
  return { url: urlText(url), response: await followRedirects(url, options) };
}

async function getSecurely(context: WebContext, request: WebRequest): Promise<WebAnswer> {
  try {
    return await getTraced(context, request, withScheme(request.url, 'https'));
  } catch (error) {
    const mayGoOn = request.url.scheme === '' && request.security === 'insecure';
    if (!mayGoOn || !(error instanceof ProxyClientError)) throw error;
    return await getPlainly(context, request);
  }
}

function withScheme(url: GoUrl, scheme: string): GoUrl {
  return url.scheme === scheme ? url : { ...url, scheme };
}

async function getPlainly(context: WebContext, request: WebRequest): Promise<WebAnswer> {
  const { security, emit } = request;
  const shown = redacted(request.url);
  if (request.url.scheme !== 'http' && request.url.scheme !== '') {
    emit(`# get ${shown}: unsupported`);
    throw new ProxyClientError('request', `unsupported scheme: ${shown}`);
  }
  if (security === 'secure-only') {
    emit(`# get ${shown}: insecure`);
    throw new ProxyClientError('insecure', `insecure URL: ${shown}`);
  }
  const url = withScheme(request.url, 'http');
  if (url.user !== undefined && security !== 'insecure') {
    emit(`# get ${redacted(url)}: insecure credentials`);
    const words = `refusing to pass credentials to insecure URL: ${redacted(url)}`;
    throw new ProxyClientError('insecure', words);
  }
  return await getTraced(context, request, url);
}

async function getTraced(context: WebContext, request: WebRequest, url: GoUrl): Promise<WebAnswer> {
  const shown = redacted(url);
  request.emit(`# get ${shown}`);
  try {
    return { url: shown, response: await getWithCredentials(context, request, url) };
  } catch (error) {
    if (error instanceof ProxyClientError) request.emit(`# get ${shown}: ${messageOf(error)}`);
    throw error;
  }
}

async function getWithCredentials(
  context: WebContext,
  request: WebRequest,
  url: GoUrl,
): Promise<HttpResponse> {
  const { auth, session } = context;
  const secure = url.scheme === 'https';
  const insecure = request.security === 'insecure' && secure;
  const signal = insecure
    ? AbortSignal.any([request.signal, AbortSignal.timeout(insecureMs)])
    : request.signal;
  const target = requested(url);
  const ask = (credential: Credential) =>
    followRedirects(target, { transport: session.transport, credential, insecure, signal });
  const credential = secure ? auth.initial(urlText(url)) : [];
  const response = await ask(credential);
  if (!secure || response.status < 400 || response.status >= 500) return response;
  const better = auth.afterRefusal(urlText(url), {
    protocol: response.protocol,
    status: response.statusLine,
    headers: response.headers,
  });
  // Go asks again in any case; without other credentials the answer would be the same.
  if (sameCredential(credential, better)) return response;
  response.discard();
  return await ask(better);
}

/** What net/http makes of a URL's text: another one where it had no scheme at first, and without an empty port. */
function requested(url: GoUrl): GoUrl {
  const again = url.host === '' && url.opaque === '' ? parseUrl(urlText(url)) : url;
  return again.host.endsWith(':') ? { ...again, host: again.host.slice(0, -1) } : again;
}

function sameCredential(a: Credential, b: Credential): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Passes for status 200; otherwise reads what the server says and throws it as an HttpError. */
export async function raiseForStatus({ url, response }: WebAnswer): Promise<void> {
  if (response.status === 200) return;
  const showable = isShowable(response.headers['content-type'] ?? '');
  const detail = showable ? formatDetail(await response.prefix(maxDetailBytes)) : '';
  if (!showable) response.discard();
  throw new HttpError(url, response.statusLine, response.status, detail);
}
