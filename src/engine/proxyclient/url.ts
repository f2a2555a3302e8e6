// URLs as Go's net/url parses, prints and joins them.
//
// WHATWG's URL class repairs, lower-cases, drops ports and resolves dots; what `go` prints and sends is what the user
// wrote. A path is kept decoded beside its spelling, because the spelling counts only while it is one of the
// decoded path (URL.EscapedPath). Text is treated as UTF-8 bytes.

import { quote } from '../../core/quote.js';
import { ProxyClientError } from './errors.js';
import { decodePercent, encodePercent, isEncoded } from './url-escape.js';

/** A user and perhaps a password, decoded. */
export interface UserInfo {
  readonly name: string;
  readonly password: string | undefined;
}

/** A parsed URL reference. Immutable. */
export interface GoUrl {
  /** Lower case; '' for a relative reference. */
  readonly scheme: string;
  /** What follows the scheme in URLs like `mailto:x`. */
  readonly opaque: string;
  readonly user: UserInfo | undefined;
  /** `host` or `host:port`, decoded, brackets around IPv6. */
  readonly host: string;
  /** Decoded. */
  readonly path: string;
  /** A spelling of the path, or ''. */
  readonly rawPath: string;
  /** Without `?`; undefined without one. */
  readonly query: string | undefined;
  /** Decoded. */
  readonly fragment: string;
  readonly rawFragment: string;
  /** The text had a scheme and an absolute path, but no `//`. */
  readonly omitHost: boolean;
}

/** Parses `text`. Throws a ProxyClientError (`goproxy`) in Go's words: `parse "...": ...`. */
export function parseUrl(text: string): GoUrl {
  const hash = text.indexOf('#');
  const before = hash < 0 ? text : text.slice(0, hash);
  try {
    return withFragment(parseReference(before), hash < 0 ? '' : text.slice(hash + 1));
  } catch (error) {
    if (!(error instanceof UrlProblem)) throw error;
    const shown = error.inFragment ? text : before;
    throw new ProxyClientError('goproxy', `parse ${quote(shown)}: ${error.message}`);
  }
}

/** What is wrong with a URL. */
class UrlProblem extends Error {
  inFragment = false;
}

function decode(text: string, part: Parameters<typeof decodePercent>[1]): string {
  const result = decodePercent(text, part);
  if ('problem' in result) throw new UrlProblem(result.problem);
  return result.text;
}

function withFragment(url: GoUrl, fragment: string): GoUrl {
  if (fragment === '') return url;
  try {
    const decoded = decode(fragment, 'fragment');
    const spelled = encodePercent(decoded, 'fragment') === fragment;
    return { ...url, fragment: decoded, rawFragment: spelled ? '' : fragment };
  } catch (error) {
    if (error instanceof UrlProblem) error.inFragment = true;
    throw error;
  }
}

const nothing: GoUrl = {
  scheme: '',
  opaque: '',
  user: undefined,
  host: '',
  path: '',
  rawPath: '',
  query: undefined,
  fragment: '',
  rawFragment: '',
  omitHost: false,
};

function parseReference(text: string): GoUrl {
  if (/[\x00-\x1f\x7f]/.test(text)) throw new UrlProblem('net/url: invalid control character in URL');
  if (text === '*') return { ...nothing, path: '*' };
  const { scheme, rest: after } = cutScheme(text);
  const mark = after.indexOf('?');
  const query = mark < 0 ? undefined : after.slice(mark + 1);
  const rest = mark < 0 ? after : after.slice(0, mark);
  const base = { ...nothing, scheme, query };
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { ...base, opaque: rest };
    const segment = rest.split('/', 1)[0]!;
    if (segment.includes(':')) throw new UrlProblem('first path segment in URL cannot contain colon');
  }
  if (rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'))) {
    const slash = rest.indexOf('/', 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    const path = slash < 0 ? '' : rest.slice(slash);
    return setPath({ ...base, ...parseAuthority(scheme, authority) }, path);
  }
  return setPath({ ...base, omitHost: scheme !== '' && rest.startsWith('/') }, rest);
}

function cutScheme(text: string): { scheme: string; rest: string } {
  if (text.startsWith(':')) throw new UrlProblem('missing protocol scheme');
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text);
  if (match === null) return { scheme: '', rest: text };
  return { scheme: match[1]!.toLowerCase(), rest: text.slice(match[0].length) };
}

function parseAuthority(scheme: string, authority: string): Pick<GoUrl, 'user' | 'host'> {
  const at = authority.lastIndexOf('@');
  const host = parseHost(scheme, authority.slice(at + 1));
  if (at < 0) return { user: undefined, host };
  const info = authority.slice(0, at);
  if (/[^A-Za-z0-9\-._:~!$&'()*+,;=%@]/.test(info)) throw new UrlProblem('net/url: invalid userinfo');
  const colon = info.indexOf(':');
  const name = decode(colon < 0 ? info : info.slice(0, colon), 'user');
  const password = colon < 0 ? undefined : decode(info.slice(colon + 1), 'user');
  return { user: { name, password }, host };
}

function parseHost(scheme: string, host: string): string {
  const open = host.lastIndexOf('[');
  if (open > 0) throw new UrlProblem('invalid IP-literal');
  if (open === 0) return parseLiteral(host);
  const first = host.indexOf(':');
  if (first >= 0) {
    const colon = scheme === 'http' || scheme === 'https' ? first : host.lastIndexOf(':');
    checkPort(host.slice(colon));
  }
  return decode(host, 'host');
}

/** `[v6]`, `[v6%25zone]`, with or without a port. */
function parseLiteral(host: string): string {
  const close = host.lastIndexOf(']');
  if (close < 0) throw new UrlProblem("missing ']' in host");
  const port = host.slice(close + 1);
  checkPort(port);
  const inside = host.slice(1, close);
  const zone = inside.indexOf('%25');
  const address = decode(zone < 0 ? inside : inside.slice(0, zone), 'host');
  const name = zone < 0 ? address : address + decode(inside.slice(zone), 'zone');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) throw new UrlProblem('invalid IP-literal');
  if (!isIPv6(address) || (zone >= 0 && name === `${address}%`)) {
    throw new UrlProblem(`invalid host: ParseAddr(${quote(name)}): unable to parse IP`);
  }
  return `[${name}]${port}`;
}

function isIPv6(text: string): boolean {
  return /^[0-9a-fA-F:.]+$/.test(text) && URL.canParse(`http://[${text}]/`);
}

function checkPort(text: string): void {
  if (text !== '' && !/^:\d*$/.test(text)) throw new UrlProblem(`invalid port ${quote(text)} after host`);
}

function setPath(url: GoUrl, spelled: string): GoUrl {
  const path = decode(spelled, 'path');
  return { ...url, path, rawPath: encodePercent(path, 'path') === spelled ? '' : spelled };
}

/** The path as it is printed and sent. */
export function escapedPath({ path, rawPath }: Pick<GoUrl, 'path' | 'rawPath'>): string {
  if (rawPath !== '' && isEncoded(rawPath, 'path')) {
    const decoded = decodePercent(rawPath, 'path');
    if ('text' in decoded && decoded.text === path) return rawPath;
  }
  return path === '*' ? '*' : encodePercent(path, 'path');
}

function escapedFragment({ fragment, rawFragment }: GoUrl): string {
  if (rawFragment !== '' && isEncoded(rawFragment, 'fragment')) {
    const decoded = decodePercent(rawFragment, 'fragment');
    if ('text' in decoded && decoded.text === fragment) return rawFragment;
  }
  return encodePercent(fragment, 'fragment');
}

/** User information in its printed form, without `@`. */
function userText(user: UserInfo): string {
  const name = encodePercent(user.name, 'user');
  return user.password === undefined ? name : `${name}:${encodePercent(user.password, 'user')}`;
}

/** Texts of URLs: each is asked for some five times a request. */
const texts = new WeakMap<GoUrl, string>();

/** The URL as text (URL.String). */
export function urlText(url: GoUrl): string {
  const known = texts.get(url);
  if (known !== undefined) return known;
  const text = printUrl(url);
  texts.set(url, text);
  return text;
}

function printUrl(url: GoUrl): string {
  const { scheme, user, host } = url;
  let text = scheme === '' ? '' : `${scheme}:`;
  if (url.opaque !== '') text += url.opaque;
  else {
    const path = escapedPath(url);
    const named = host !== '' || user !== undefined;
    if (named || (scheme !== '' && !url.omitHost && url.path !== '')) text += '//';
    if (user !== undefined) text += `${userText(user)}@`;
    text += encodePercent(host, 'host');
    if (path !== '' && !path.startsWith('/') && host !== '') text += '/';
    if (text === '' && path.split('/', 1)[0]!.includes(':')) text = './';
    text += path;
  }
  if (url.query !== undefined) text += `?${url.query}`;
  return url.fragment === '' ? text : `${text}#${escapedFragment(url)}`;
}

/** The URL with `xxxxx` for the password: traces and status errors (URL.Redacted). */
export function redacted(url: GoUrl): string {
  const { user } = url;
  return urlText(user?.password === undefined ? url : { ...url, user: { ...user, password: 'xxxxx' } });
}

/** The URL with `***` for the password: errors of requests (net/http). */
export function stripped(url: GoUrl): string {
  const text = urlText(url);
  const { user } = url;
  return user?.password === undefined ? text : text.replace(`${userText(user)}@`, () => `${user.name}:***@`);
}

/** `ref` as seen from `base` (URL.Parse). Throws as {@link parseUrl}. */
export function resolveUrl(base: GoUrl, ref: string): GoUrl {
  const target = parseUrl(ref);
  const url = { ...target, scheme: target.scheme === '' ? base.scheme : target.scheme };
  if (target.scheme !== '' || target.host !== '' || target.user !== undefined) {
    return setPath(url, resolvePath(escapedPath(target), ''));
  }
  if (target.opaque !== '') return url;
  const bare = target.path === '' && target.query === undefined;
  const merged = {
    ...url,
    query: bare ? base.query || undefined : url.query,
    fragment: bare && url.fragment === '' ? base.fragment : url.fragment,
    rawFragment: bare && url.fragment === '' ? base.rawFragment : url.rawFragment,
  };
  if (target.path === '' && base.opaque !== '') return { ...merged, opaque: base.opaque };
  const placed = { ...merged, host: base.host, user: base.user };
  return setPath(placed, resolvePath(escapedPath(base), escapedPath(target)));
}

/** RFC 3986, section 5.2.4, as Go does it. */
function resolvePath(base: string, ref: string): string {
  const full = ref === '' ? base : ref.startsWith('/') ? ref : base.slice(0, base.lastIndexOf('/') + 1) + ref;
  if (full === '') return '';
  let out = '/';
  let first = true;
  const elements = full.split('/');
  for (const element of elements) {
    if (element === '.') {
      first = false;
    } else if (element === '..') {
      const slash = out.lastIndexOf('/');
      out = slash > 0 ? out.slice(0, slash) : '/';
      first = out.length === 1;
    } else {
      out += first ? element : `/${element}`;
      first = false;
    }
  }
  const last = elements.at(-1);
  if (last === '.' || last === '..') out += '/';
  return out.length > 1 && out[1] === '/' ? out.slice(1) : out;
}

/** `path` below `url`, with exactly one slash between (web.Join). Query and fragment stay. */
export function joinUrl(url: GoUrl, path: string): GoUrl {
  if (path === '') return url;
  const join = (base: string) => `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
  return { ...url, path: join(url.path), rawPath: join(url.rawPath) };
}
