// HTTP_PROXY, HTTPS_PROXY and NO_PROXY by Go's rules (golang.org/x/net/http/httpproxy).
//
// Upper case wins over lower case. localhost and loopback addresses never go through a proxy. NO_PROXY holds
// names (`foo.com` with its subdomains, `.foo.com` and `*.foo.com` the subdomains alone), addresses, CIDR blocks,
// each but the last with an optional port, and `*`. A malformed entry is ignored. HTTP_PROXY is refused where
// REQUEST_METHOD is set: in a CGI program a visitor could set it.

import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { TransportError } from '../transport.js';
import { joinHostPort, splitHostPort, type Target } from './target.js';

/** The proxy of one request. */
export interface HttpProxy {
  readonly scheme: 'http' | 'https' | 'socks5' | 'socks5h';
  readonly host: string;
  readonly port: number;
  /** Empty without user information. */
  readonly username: string;
  readonly password: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Which proxy, if any, a request goes through. Throws a TransportError (`proxy`) in a CGI program. */
export function proxySelector(env: Variables): (target: Target) => HttpProxy | undefined {
  const http = parseProxy(env.HTTP_PROXY || env.http_proxy || '');
  const https = parseProxy(env.HTTPS_PROXY || env.https_proxy || '');
  const bypass = noProxyMatcher(env.NO_PROXY || env.no_proxy || '');
  return (target) => {
    const proxy = target.secure ? https : http;
    if (proxy === undefined) return undefined;
    if (!target.secure && env.REQUEST_METHOD) {
      const words = 'refusing to use HTTP_PROXY value in CGI environment; see golang.org/s/cgihttpproxy';
      throw new TransportError('proxy', words);
    }
    return bypass(target.host, target.port) ? undefined : proxy;
  };
}

const defaultPorts = { http: 80, https: 443, socks5: 1080, socks5h: 1080 } as const;

/** Reads a proxy's URL; a bare `host:port` is http, as is a scheme that means nothing here. Undefined when bogus. */
export function parseProxy(text: string): HttpProxy | undefined {
  if (text === '') return undefined;
  const full = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/[^/?#]/.test(text) ? text : `http://${text}`;
  const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):\/\/([^/?#]*)/.exec(full);
  if (match === null) return undefined;
  const scheme = match[1]!.toLowerCase();
  const known = scheme === 'https' || scheme === 'socks5' || scheme === 'socks5h' ? scheme : 'http';
  const at = match[2]!.lastIndexOf('@');
  const user = match[2]!.slice(0, Math.max(at, 0));
  const { name, port } = splitHostPort(match[2]!.slice(at + 1));
  const colon = user.indexOf(':');
  const username = percentDecode(colon < 0 ? user : user.slice(0, colon));
  const password = percentDecode(colon < 0 ? '' : user.slice(colon + 1));
  const host = percentDecode(name);
  if (host === undefined || username === undefined || password === undefined) return undefined;
  if (!/^\d{0,5}$/.test(port)) return undefined;
  return { scheme: known, host, port: port === '' ? defaultPorts[known] : Number(port), username, password };
}

function percentDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

type Matcher = (host: string, port: number, ip: boolean) => boolean;

/** Whether NO_PROXY, or being local, keeps `host` from going through a proxy. */
export function noProxyMatcher(noProxy: string): (host: string, port: number) => boolean {
  const matchers: Matcher[] = [];
  for (const part of noProxy.split(',')) {
    const entry = part.trim().toLowerCase();
    if (entry === '*') {
      matchers.push(() => true);
      break;
    }
    const matcher = entry === '' ? undefined : parseEntry(entry);
    if (matcher !== undefined) matchers.push(matcher);
  }
  return (rawHost, port) => {
    if (rawHost === 'localhost') return true;
    const host = rawHost.trim().toLowerCase();
    const ip = isIP(host) !== 0;
    if (ip && isLoopback(host)) return true;
    return matchers.some((matches) => matches(host, port, ip));
  };
}

function parseEntry(entry: string): Matcher | undefined {
  const cidr = parseCIDR(entry);
  if (cidr !== undefined) return cidr;
  const { name, port } = splitEntry(entry);
  if (name === '') return undefined;
  const fits = (actual: number) => port === '' || port === String(actual);
  if (isIP(name) !== 0) {
    const list = new BlockList();
    list.addAddress(name, isIPv4(name) ? 'ipv4' : 'ipv6');
    return (host, actual, ip) => ip && contains(list, host) && fits(actual);
  }
  const dotted = name.startsWith('*.') ? name.slice(1) : name;
  const suffix = toASCII(dotted.startsWith('.') ? dotted : `.${dotted}`);
  const exact = dotted.startsWith('.') ? undefined : suffix.slice(1);
  return (host, actual, ip) => !ip && (host.endsWith(suffix) || host === exact) && fits(actual);
}

/** `a.b.c.d/n` or `x::y/n`. */
function parseCIDR(entry: string): Matcher | undefined {
  const slash = entry.indexOf('/');
  if (slash < 0) return undefined;
  const address = entry.slice(0, slash);
  const bits = entry.slice(slash + 1);
  const version = isIP(address);
  if (version === 0 || !/^\d{1,9}$/.test(bits) || address.includes('%')) return undefined;
  if (Number(bits) > (version === 4 ? 32 : 128)) return undefined;
  const list = new BlockList();
  list.addSubnet(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
  return (host, _port, ip) => ip && contains(list, host);
}

/** `host:port`, `[v6]:port`, or a host alone (net.SplitHostPort: anything with other colons is a host alone). */
function splitEntry(entry: string): { name: string; port: string } {
  const bracketed = /^\[([^\][]*)\]:([^:\][]*)$/.exec(entry);
  if (bracketed !== null) return { name: bracketed[1]!, port: bracketed[2]! };
  const plain = /^([^:\][]*):([^:\][]*)$/.exec(entry);
  return plain === null ? { name: entry, port: '' } : { name: plain[1]!, port: plain[2]! };
}

function toASCII(name: string): string {
  if (!/[^\x00-\x7f]/.test(name)) return name;
  return `.${domainToASCII(name.slice(1))}`;
}

function contains(list: BlockList, host: string): boolean {
  return list.check(host, isIPv6(host) ? 'ipv6' : 'ipv4');
}

function isLoopback(host: string): boolean {
  const loopback = new BlockList();
  loopback.addSubnet('127.0.0.0', 8, 'ipv4');
  loopback.addAddress('::1', 'ipv6');
  return contains(loopback, host);
}

/** Value of a Proxy-Authorization header; undefined without user information. */
export function proxyAuthorization(proxy: HttpProxy): string | undefined {
  if (proxy.username === '' && proxy.password === '') return undefined;
  return `Basic ${Buffer.from(`${proxy.username}:${proxy.password}`).toString('base64')}`;
}

/** What tells connections to one proxy from those to another. */
export function proxyKey(proxy: HttpProxy): string {
  const user = `${encodeURIComponent(proxy.username)}:${encodeURIComponent(proxy.password)}`;
  return `${proxy.scheme}://${user}@${joinHostPort(proxy.host, proxy.port)}`;
}
