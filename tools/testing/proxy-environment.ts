// The environment of a test that has everything below one folder: a home, a cache, and a module proxy of files.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quietHome } from './quiet-home.js';

/** `root` has the folders `home` and `proxy`. Nothing of this machine is in it but PATH. */
export function proxyEnvironment(root: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: quietHome(join(root, 'home')),
    GOENV: 'off',
    GOFLAGS: '-mod=mod',
    GOMODCACHE: join(root, 'cache'),
    GOPATH: join(root, 'gopath'),
    GOPROXY: pathToFileURL(join(root, 'proxy')).href,
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
  };
}

/** What a run printed, with the same name for whatever cache it used: for comparing runs that have one each. */
export function withoutCache<R extends { readonly stdout: string }>(run: R, cache: string): R {
  return { ...run, stdout: run.stdout.replaceAll(cache, 'CACHE') };
}
