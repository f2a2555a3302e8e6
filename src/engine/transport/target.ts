// Where a request goes, taken from its URL without changing a byte of the path.
//
// WHATWG's URL class resolves dots and encodes anew; net/http sends the path as it is spelled, and proxies
// compare spellings (`!` escapes, `%2F`). So the URL is only cut up here.

import { domainToASCII } from 'node:url';
import { TransportError } from '../transport.js';

/** The parts of an absolute http or https URL. */
export interface Target {
  readonly secure: boolean;
  /** Name or address to connect to; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** Value of the Host header: brackets and an explicit port as spelled. */
  readonly authority: string;
  /** Path and query, at least `/`. */
  readonly path: string;
}

const FORBIDDEN = /[^\x21-\x7e]/;

/** Takes `url` apart. Throws a TransportError (`protocol`) for anything that is not an http or https URL. */
export function parseTarget(url: string): Target {
  const match = /^(https?):\/\/([^/?#]*)([^#]*)/i.exec(url);
  if (match === null) throw bad(`unsupported URL ${JSON.stringify(url)}`);
  const secure = match[1]!.length === 5;
  const authority = match[2]!.slice(match[2]!.lastIndexOf('@') + 1);
  const { name, port } = splitHostPort(authority);
  if (name === '') throw bad('http: no Host in request URL');
  const host = /[^\x00-\x7f]/.test(name) ? domainToASCII(name) : name;
  const path = pathBehind(match[3]!);
  if (host === '' || FORBIDDEN.test(host)) throw bad('http: invalid Host in request URL');
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return {
    secure,
    host,
    port: port === '' ? (secure ? 443 : 80) : parsePort(port),
    authority: port === '' ? bracketed : `${bracketed}:${port}`,
    path,
  };
}

/** Path and query of what follows the authority in a URL, without its fragment. Throws as {@link parseTarget}. */
export function pathBehind(rest: string): string {
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  if (FORBIDDEN.test(path)) throw bad('net/http: invalid path in request URL');
  return path;
}

/** Index just past the authority of an absolute URL; its length where there is no path. */
export function authorityEnd(url: string): number {
  const start = url.indexOf('://') + 3;
  const slash = url.indexOf('/', start);
  const end = slash < 0 ? url.length : slash;
  const other = url.slice(start, end).search(/[?#]/);
  return other < 0 ? end : start + other;
}

/** Host and port of an authority without user information; '' for a port that is not there. */
export function splitHostPort(authority: string): { name: string; port: string } {
  if (authority.startsWith('[')) {
    const close = authority.indexOf(']');
    const end = close < 0 ? authority.length : close;
    return { name: authority.slice(1, end), port: authority.slice(end + 1).replace(/^:/, '') };
  }
  const colon = authority.lastIndexOf(':');
  return colon < 0
    ? { name: authority, port: '' }
    : { name: authority.slice(0, colon), port: authority.slice(colon + 1) };
}

/** `host:port`, with brackets around IPv6 addresses (net.JoinHostPort). */
export function joinHostPort(host: string, port: number | string): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw bad(`dial tcp: address ${text}: invalid port`);
  return port;
}

function bad(message: string): TransportError {
  return new TransportError('protocol', message);
}
