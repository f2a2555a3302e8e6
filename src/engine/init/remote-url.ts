// The module path that the address of a repository stands for.
//
// Of `https://host/path.git`, `ssh://git@host/path`, `git@host:path.git` the host and the path are what `go get` would
// be given, where the host serves the go command's question too. What no path can be made of for certain (a local
// folder, an alias of ssh, another port of a web server) has none.

import { isModulePath } from '../../core/module/index.js';

/** Hosts that only take ssh connections, and those whose repositories they serve. */
const SSH_HOSTS: ReadonlyMap<string, string> = new Map([
  ['altssh.bitbucket.org', 'bitbucket.org'],
  ['altssh.gitlab.com', 'gitlab.com'],
  ['ssh.github.com', 'github.com'],
]);

/** Hosts whose ssh addresses have other paths than their web addresses. */
const OTHER_PATHS = new Set(['ssh.dev.azure.com', 'vs-ssh.visualstudio.com']);

/** Ports that go without saying. */
const PORTS: ReadonlyMap<string, string> = new Map([
  ['https', '443'],
  ['http', '80'],
  ['git', '9418'],
]);

interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

/** `scheme://[user@]host[:port]/path`, or git's short form `[user@]host:path`; undefined for anything else. */
function addressOf(url: string): Address | undefined {
  if (/[?#]/.test(url)) return undefined;
  const long = /^([a-z][a-z+]*):\/\/(?:[^/@]*@)?([^/:@[\]]+)(?::(\d*))?\/(.*)$/i.exec(url);
  if (long !== null) {
    const [, scheme = '', host = '', port = '', path = ''] = long;
    return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port, path };
  }
  const short = /^(?:[^/@:]*@)?([^/:@[\]]+):(?!\/\/)(.*)$/.exec(url);
  if (short === null) return undefined;
  const [, host = '', path = ''] = short;
  return { scheme: 'ssh', host: host.toLowerCase(), port: '', path };
}

/** The path, or undefined where the address does not tell it. */
export function modulePathOfRemote(url: string): string | undefined {
  const address = addressOf(url.trim());
  if (address === undefined) return undefined;
  const scheme = address.scheme.replace(/^git\+|\+git$/g, '');
  const overSsh = scheme === 'ssh';
  // Which port takes ssh says nothing about the web; a web server on another port has no module path.
  const expected = overSsh ? address.port : PORTS.get(scheme);
  if (expected === undefined || (address.port !== '' && address.port !== expected)) return undefined;
  if (OTHER_PATHS.has(address.host) || /^\/*~/.test(address.path)) return undefined;
  const host = overSsh ? (SSH_HOSTS.get(address.host) ?? address.host) : address.host;
  const folder = trimSlashes(address.path).replace(/\.git$/, '');
  const path = `${host}/${folder}`;
  return folder !== '' && isModulePath(path) ? path : undefined;
}

function trimSlashes(path: string): string {
  let [start, end] = [0, path.length];
  while (path.charAt(start) === '/') start++;
  while (end > start && path.charAt(end - 1) === '/') end--;
  return path.slice(start, end);
}

/** The address without a user's name and password. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z+]*:\/\/)[^/@]*@/i, '$1');
}
